import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Report } from '../domain/index.ts';
import type { Directory, Ledger, OpenOptions } from '../ledger/index.ts';
import type { ReaderResources, ReadReport } from '../reader.ts';
import { Failure } from './failure.ts';
import type { CommandIo } from './io.ts';
import { type Style, styleFor } from './style.ts';

export interface LedgerOptions {
  readonly ledger?: string;
  readonly database?: string;
}

/** What every command gets. */
export interface Context {
  readonly io: CommandIo;
  readonly style: Style;
  readonly width: number;
  /** Loaded once, on first use: `--help` and `doctor` must not wait for models. */
  readonly resources: () => Promise<ReaderResources>;
  readonly reader: () => Promise<(report: Report) => ReadReport>;
  /** Opens, works, closes, whatever happens. */
  readonly withLedger: <T>(
    options: LedgerOptions,
    use: 'read' | 'write',
    work: (ledger: Ledger) => Promise<T>,
  ) => Promise<T>;
  /** Where the ledger of these options is, for people. */
  readonly whereIs: (options: LedgerOptions) => string;
  /** Runs the body of a command and keeps its exit code. */
  readonly run: (work: () => Promise<number>) => Promise<void>;
}

export type Register = (program: Command, context: Context) => void;

const DEFAULT_WIDTH = 100;

/** What the ledger files reports by; loaded only to write. */
async function loadDirectory({ gazetteer, actors }: ReaderResources): Promise<Directory> {
  const [{ fingerprint }, { loadParameters }] = await Promise.all([
    import('../assessment/index.ts'),
    import('../node/assessment.ts'),
  ]);
  const { origins } = await loadParameters();
  return {
    within: (place) => gazetteer.place(place)?.within ?? [],
    side: (actor) => actors.get(actor)?.side,
    fingerprint: (report) => fingerprint(report, origins),
  };
}

/** A flag goes before a setting, and a setting before the folder here. */
export function locate(options: LedgerOptions, io: CommandIo): OpenOptions {
  if (options.database !== undefined) return { database: options.database };
  if (options.ledger !== undefined) return { folder: resolve(io.cwd, options.ledger) };
  const { DATABASE_URL: database, DATELINE_LEDGER: folder } = io.env;
  if (database !== undefined && database !== '') return { database };
  return { folder: resolve(io.cwd, folder !== undefined && folder !== '' ? folder : '.dateline') };
}

/** Where `import-places` keeps what it reads. */
export function placesFolder({ env, cwd }: CommandIo): string {
  const folder = env['DATELINE_PLACES'];
  return resolve(cwd, folder !== undefined && folder !== '' ? folder : join('.dateline', 'places'));
}

async function loadAll(folder: string): Promise<ReaderResources> {
  const [{ loadResources }, { withUserPlaces }] = await Promise.all([
    import('../node/resources.ts'),
    import('../node/user-places.ts'),
  ]);
  const resources = await loadResources();
  return { ...resources, gazetteer: await withUserPlaces(resources.gazetteer, folder) };
}

export function createContext(io: CommandIo, done: (exit: number) => void): Context {
  let loaded: Promise<ReaderResources> | undefined;
  const resources = () => (loaded ??= loadAll(placesFolder(io)));
  return {
    io,
    style: styleFor(io.colour),
    width: Math.min(io.columns ?? DEFAULT_WIDTH, 120),
    resources,
    reader: async () => {
      const [{ readReport }, loaded] = await Promise.all([import('../reader.ts'), resources()]);
      return (report) => readReport(report, loaded);
    },
    whereIs: (options) => locate(options, io).folder ?? 'the database',
    run: async (work) => done(await work()),
    withLedger: async (options, use, work) => {
      const where = locate(options, io);
      if (use === 'read' && where.folder !== undefined && !existsSync(join(where.folder, 'pg'))) {
        throw new Failure(
          'noInput',
          `there is no ledger in ${where.folder}`,
          'Add reports with `dateline add PATH`, or name a ledger with --ledger DIR.',
        );
      }
      const directory = use === 'write' ? await loadDirectory(await resources()) : undefined;
      const { openLedger } = await import('../ledger/index.ts');
      const ledger = await openLedger({
        ...where,
        ...(directory ? { directory } : {}),
        now: io.now,
      });
      try {
        return await work(ledger);
      } finally {
        await ledger.close();
      }
    },
  };
}

/** Options of every command that works on a ledger. */
export const ledgerOptions = (command: Command): Command =>
  command
    .option('--ledger <dir>', 'folder of the ledger (default: .dateline here, or $DATELINE_LEDGER)')
    .option('--database <url>', 'PostgreSQL server instead of a folder (or $DATABASE_URL)');

export const serverOption = (command: Command): Command =>
  command.option('--server <url>', 'ask a running `dateline serve` instead of opening a ledger');

export const examples = (...lines: readonly string[]) =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
