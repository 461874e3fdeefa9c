import { existsSync } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { placeId } from '../../domain/index.ts';
import { packageRoot } from '../../node/package-root.ts';
import {
  type Context,
  examples,
  ledgerOptions,
  type LedgerOptions,
  locate,
  type Register,
} from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { plural } from '../style.ts';

interface DoctorOptions extends LedgerOptions {
  readonly json?: boolean;
}

interface Check {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'fault';
  readonly found: string;
}

const OLDEST_NODE = [20, 19] as const;
/** Below this a ledger of a few thousand reports may not fit. */
const LITTLE_SPACE = 500e6;

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const found = fits
    ? process.version
    : `${process.version}; expected ${OLDEST_NODE.join('.')} or newer`;
  return { name: 'Node', state: fits ? 'ok' : 'fault', found };
}

async function resourcesCheck(context: Context): Promise<readonly Check[]> {
  const started = performance.now();
  const { gazetteer, actors } = await context.resources();
  const took = `loaded in ${Math.round(performance.now() - started)} ms`;
  const folder = join(packageRoot(), 'models');
  const names = existsSync(folder) ? await readdir(folder) : [];
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6;
  const known = gazetteer.find('Kabul').length > 0 && gazetteer.country('AF') !== undefined;
  const provinces = gazetteer.children(placeId('iso3166:AF'), 'province').length;
  return [
    { name: 'Reader', state: 'ok', found: took },
    {
      name: 'Models',
      state: megabytes > 0 ? 'ok' : 'fault',
      found: `${plural(names.length, 'file')}, ${megabytes.toFixed(1)} MB`,
    },
    {
      name: 'Gazetteer',
      state: known ? 'ok' : 'fault',
      found: known ? `answers; ${provinces} provinces of Afghanistan` : 'does not know Kabul',
    },
    {
      name: 'Actors',
      state: actors.actors.length > 0 ? 'ok' : 'fault',
      found: plural(actors.actors.length, 'actor'),
    },
  ];
}

async function spaceCheck(folder: string): Promise<Check> {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = await statfs(existing);
  const free = bavail * bsize;
  const state = free < LITTLE_SPACE ? 'warning' : 'ok';
  return { name: 'Space', state, found: `${(free / 1e9).toFixed(1)} GB free for ${folder}` };
}

async function ledgerCheck(options: LedgerOptions, context: Context): Promise<readonly Check[]> {
  const { folder } = locate(options, context.io);
  const where = context.whereIs(options);
  const checks = folder === undefined ? [] : [await spaceCheck(folder)];
  if (folder !== undefined && !existsSync(join(folder, 'pg'))) {
    return [...checks, { name: 'Ledger', state: 'ok', found: `none yet in ${where}` }];
  }
  try {
    return await context.withLedger(options, 'read', async (ledger) => {
      const { reports, unread, claims } = await ledger.counts();
      const drift = await ledger.drift();
      const found = `${ledger.engine} in ${where}: ${plural(reports, 'report')}, ${plural(claims, 'claim')}, ${unread} not read`;
      return [
        ...checks,
        { name: 'Ledger', state: 'ok', found },
        {
          name: 'Schema',
          state: drift.length === 0 ? 'ok' : 'warning',
          found: drift.length === 0 ? 'as expected' : drift.join('; '),
        },
      ];
    });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return [...checks, { name: 'Ledger', state: 'fault', found }];
  }
}

async function doctor(options: DoctorOptions, context: Context): Promise<number> {
  const { io, style } = context;
  const page = existsSync(join(packageRoot(), 'dist', 'web', 'index.html'));
  const checks: readonly Check[] = [
    nodeCheck(),
    ...(await resourcesCheck(context)),
    {
      name: 'Page',
      state: page ? 'ok' : 'warning',
      found: page ? 'built' : 'not built: run `npm run build`',
    },
    ...(await ledgerCheck(options, context)),
  ];
  if (options.json === true) io.out(`${JSON.stringify(checks, null, 2)}\n`);
  else {
    for (const { name, state, found } of checks) {
      const word = state === 'ok' ? style.good('ok     ') : style.warn(state.padEnd(7));
      io.out(`${word}  ${name.padEnd(10)} ${found}\n`);
    }
  }
  return checks.some(({ state }) => state === 'fault') ? EXIT.unavailable.code : EXIT.ok.code;
}

export const registerDoctor: Register = (program, context) => {
  ledgerOptions(
    program
      .command('doctor')
      .summary('check that everything is in place')
      .description(
        'Checks Node, models, gazetteer, page, space, ledger and schema, and says what is wrong.',
      )
      .option('--json', 'print a list of {"name", "state", "found"}'),
  )
    .addHelpText('after', examples('dateline doctor', 'dateline doctor --ledger ~/afghanistan'))
    .action((options: DoctorOptions) => context.run(() => doctor(options, context)));
};
