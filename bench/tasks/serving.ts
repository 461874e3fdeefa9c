import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, type Ledger, type LedgerEntry } from '../../src/ledger/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { loadResources } from '../../src/node/resources.ts';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import type { SyntheticWorld } from '../synthetic.ts';
import type { BenchResult, BenchTask } from '../task.ts';
import { answerOf, askAll, askCold, spreadOfCold, timed } from './serving-client.ts';
import { directoryOf, servedWorld } from './serving-world.ts';

/** Reports a transaction. */
const BATCH = 1000;

/** Seconds that the ledger took; making the reports is not its time. */
async function fill(ledger: Ledger, world: SyntheticWorld): Promise<number> {
  let batch: LedgerEntry[] = [];
  let spent = 0;
  const flush = async () => {
    const given = batch;
    batch = [];
    spent += (await timed(() => ledger.appendMany(given))).wall / 1000;
  };
  for (const entry of world.entries()) {
    batch.push(entry);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return spent;
}

/** Seconds without work after which no more is to come: on a busy machine one can pass by chance. */
const QUIET_SECONDS = 3;

/** Until nothing is done ahead any more: returns the processor time that took, in milliseconds. */
async function rest(): Promise<number> {
  let spent = 0;
  for (let quiet = 0; quiet < QUIET_SECONDS;) {
    const { cpu } = await timed(() => new Promise((resolve) => setTimeout(resolve, 1000)));
    quiet = cpu < 20 ? quiet + 1 : 0;
    spent += cpu;
  }
  return spent;
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

/** Of a server that somebody else started and that has rested: on another machine, or beside other work. */
const askElsewhere = async (
  url: string,
  claims: number,
  print: (line: string) => void,
): Promise<BenchResult> => ({
  task: 'serving',
  n: claims,
  metrics: await askAll(url, print),
});

export const task: BenchTask = {
  name: 'serving',
  about:
    'A server on a ledger of synthetic claims: start, memory, pictures of a country at random pairs of clocks over HTTP, and reports that come in. --claims N (default 100000), --folder DIR (made when absent, and kept), --url URL (of a server on such a folder that runs already; it must have worked ahead). No --data.',
  async run({ flags, print }) {
    const claims = Number(flags.claims ?? 100_000);
    if (flags.url !== undefined) return askElsewhere(flags.url, claims, print);
    const folder = flags.folder ?? mkdtempSync(join(tmpdir(), 'dateline-serving-'));
    const resources = await loadResources();
    const parameters = await loadParameters();
    const isNew = !existsSync(join(folder, 'pg'));
    const directory = directoryOf(resources, parameters.origins);
    const ledger = await openLedger({ folder, directory });
    if (isNew) {
      print(`filling ${folder} with ${claims} claims`);
      const spent = await fill(ledger, servedWorld(resources, claims));
      print(`${(claims / spent).toFixed(0)} claims/s`);
    }
    let server!: RunningServer;
    const start = await timed(async () => {
      server = await startServer({ ledger, resources, parameters });
      await answerOf(`${server.url}/api/meta`);
    });
    const { rss, heapUsed } = process.memoryUsage();
    print(
      `read in ${(start.wall / 1000).toFixed(1)} s (${(start.cpu / 1000).toFixed(1)} s of processor time), heap ${megabytes(heapUsed)} MB, process ${megabytes(rss)} MB`,
    );
    const { settling, cold } = await askCold(server.url);
    print(`weeks settled in ${(settling.cpu / 1000).toFixed(1)} s of processor time`);
    const ahead = await rest();
    const rested = process.memoryUsage();
    print(`worked ahead in ${(ahead / 1000).toFixed(1)} s of processor time`);
    const asked = await askAll(server.url, print);
    const after = process.memoryUsage();
    await server.close();
    await ledger.close();
    if (flags.folder === undefined) rmSync(folder, { recursive: true, force: true });
    return {
      task: 'serving',
      n: claims,
      metrics: {
        startSeconds: start.wall / 1000,
        startCpuSeconds: start.cpu / 1000,
        settleCpuSeconds: settling.cpu / 1000,
        aheadCpuSeconds: ahead / 1000,
        heapMB: megabytes(heapUsed),
        rssMB: megabytes(rss),
        restedHeapMB: megabytes(rested.heapUsed),
        restedRssMB: megabytes(rested.rss),
        rssAfterMB: megabytes(after.rss),
        // In kilobytes by Node.
        peakMB: megabytes(process.resourceUsage().maxRSS * 1024),
        ...spreadOfCold(cold),
        ...asked,
      },
    };
  },
};
