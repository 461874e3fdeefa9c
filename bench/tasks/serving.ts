import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { addDays } from '../../src/domain/index.ts';
import { openLedger, type Ledger, type LedgerEntry } from '../../src/ledger/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { loadResources } from '../../src/node/resources.ts';
import { startServer } from '../../src/server/index.ts';
import { seededRandom } from '../random.ts';
import type { SyntheticWorld } from '../synthetic.ts';
import type { BenchTask } from '../task.ts';
import { COUNTRIES, DAYS, directoryOf, FROM, servedWorld } from './serving-world.ts';

const SEED = 20_210_805;
/** Reports a transaction. */
const BATCH = 1000;
const QUESTIONS = 100;

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(share * values.length))
  ]!;

/** Seconds that the ledger took; making the reports is not its time. */
async function fill(ledger: Ledger, world: SyntheticWorld): Promise<number> {
  let batch: LedgerEntry[] = [];
  let spent = 0;
  const flush = async () => {
    const started = performance.now();
    await ledger.appendMany(batch);
    spent += (performance.now() - started) / 1000;
    batch = [];
  };
  for (const entry of world.entries()) {
    batch.push(entry);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return spent;
}

async function fetched(url: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - started;
}

/** Milliseconds of pictures of a country at random pairs of clocks, each week settled beforehand. */
async function askPictures(url: string, path: string): Promise<readonly number[]> {
  const random = seededRandom(SEED);
  const times: number[] = [];
  for (let i = 0; i < QUESTIONS; i++) {
    const at = addDays(FROM, Math.floor(random() * DAYS));
    const known = addDays(at, Math.floor(random() * 30));
    const country = COUNTRIES[Math.floor(random() * COUNTRIES.length)]!;
    times.push(await fetched(`${url}${path}?at=${at}&known=${known}&country=${country}`));
  }
  return times;
}

export const task: BenchTask = {
  name: 'serving',
  about:
    'A server on a ledger of synthetic claims: start, memory, pictures of a country at random pairs of clocks over HTTP, and a report that comes in. --claims N (default 100000), --folder DIR (made when absent, and kept). No --data.',
  async run({ flags, print }) {
    const claims = Number(flags.claims ?? 100_000);
    const folder = flags.folder ?? mkdtempSync(join(tmpdir(), 'dateline-serving-'));
    const resources = await loadResources();
    const parameters = await loadParameters();
    const world = servedWorld(resources, claims);
    const isNew = !existsSync(join(folder, 'pg'));
    const directory = directoryOf(resources, parameters.origins);
    const ledger = await openLedger({ folder, directory });
    if (isNew) {
      print(`filling ${folder} with ${claims} claims`);
      const spent = await fill(ledger, world);
      print(`${(claims / spent).toFixed(0)} claims/s`);
    }
    const started = performance.now();
    const server = await startServer({ ledger, resources, parameters });
    await fetched(`${server.url}/api/meta`);
    const startSeconds = (performance.now() - started) / 1000;
    const { rss, heapUsed } = process.memoryUsage();
    print(
      `read in ${startSeconds.toFixed(1)} s, heap ${Math.round(heapUsed / 1e6)} MB, rss ${Math.round(rss / 1e6)} MB`,
    );
    const pictures = await askPictures(server.url, '/api/picture');
    const after = process.memoryUsage();
    await server.close();
    await ledger.close();
    if (flags.folder === undefined) rmSync(folder, { recursive: true, force: true });
    return {
      task: 'serving',
      n: claims,
      metrics: {
        startSeconds,
        heapMB: Math.round(heapUsed / 1e6),
        rssMB: Math.round(rss / 1e6),
        pictureP50ms: quantile(pictures, 0.5),
        pictureP95ms: quantile(pictures, 0.95),
        pictureMaxMs: Math.max(...pictures),
        rssAfterMB: Math.round(after.rss / 1e6),
      },
    };
  },
};
