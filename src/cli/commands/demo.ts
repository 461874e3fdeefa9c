import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../../domain/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { packageRoot } from '../../node/package-root.ts';
import { DEFAULT_LIMITS } from '../../report/index.ts';
import { type Added, Adding } from '../adding.ts';
import { type Context, examples, type Register } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { openBrowser } from '../open-browser.ts';
import { wholeNumber } from '../options.ts';
import { duration } from '../progress.ts';
import { startServing } from '../serving.ts';
import { gather } from '../sources.ts';
import { plural } from '../style.ts';

interface DemoOptions {
  readonly port: number;
  readonly open: boolean;
  /** Fill and serve, then end: for scripts. */
  readonly once?: boolean;
}

async function fill(ledger: Ledger, context: Context): Promise<readonly Added[]> {
  const { io } = context;
  const { files } = await gather([join(packageRoot(), 'examples')], io);
  const reports = files.filter(({ path }) => !/README\.md$/i.test(path));
  const adding = new Adding(ledger, await context.reader(), {
    limits: DEFAULT_LIMITS,
    captured: () => io.now().toISOString() as Instant,
  });
  const added: Added[] = [];
  for (const file of reports) for await (const each of adding.addFile(file)) added.push(each);
  for await (const each of adding.finish()) added.push(each);
  return added;
}

async function demo(options: DemoOptions, context: Context): Promise<number> {
  const { io } = context;
  const started = io.now().getTime();
  const folder = mkdtempSync(join(tmpdir(), 'dateline-demo-'));
  try {
    await context.withLedger({ ledger: folder }, 'write', async (ledger) => {
      const added = await fill(ledger, context);
      const claims = added.reduce((sum, each) => sum + each.claims, 0);
      const server = await startServing(ledger, options, context);
      const took = duration(io.now().getTime() - started);
      io.err(
        `Read ${plural(added.length, 'example report')}, ${plural(claims, 'claim')}, in ${took}.\n`,
      );
      io.out(`Dateline is at ${server.url}\n`);
      io.err('The examples are invented; the ledger goes when this ends (Ctrl+C).\n');
      if (options.open && io.columns !== undefined) openBrowser(server.url);
      if (options.once !== true) await io.stopped();
      await server.close();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return EXIT.ok.code;
}

export const registerDemo: Register = (program, context) => {
  program
    .command('demo')
    .summary('show the page on example reports')
    .description(
      'Reads the example reports into a ledger of their own, serves the page and opens it.',
    )
    .option('--port <n>', 'port; 0 takes any that is free', wholeNumber(0, 65_535), 0)
    .option('--no-open', 'do not open a browser')
    .option('--once', 'end as soon as the page is served')
    .addHelpText('after', examples('dateline demo', 'dateline demo --no-open --port 8080'))
    .action((options: DemoOptions) => context.run(() => demo(options, context)));
};
