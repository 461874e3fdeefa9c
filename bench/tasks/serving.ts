import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { addDays, type Day } from '../../src/domain/index.ts';
import { openLedger, type Ledger, type LedgerEntry } from '../../src/ledger/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { loadResources } from '../../src/node/resources.ts';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { seededRandom } from '../random.ts';
import type { SyntheticWorld } from '../synthetic.ts';
import type { BenchTask } from '../task.ts';
import { COUNTRIES, DAYS, directoryOf, FROM, newsOf, servedWorld } from './serving-world.ts';

const SEED = 20_210_805;
/** Reports a transaction. */
const BATCH = 1000;
const QUESTIONS = 100;
const NEWS = 20;
/** Days that a late report comes behind: what was settled in its week is settled again. */
const LATE = 3;
const LATE_NEWS = 10;

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(share * values.length))
  ]!;

/** Milliseconds by the clock, and of processor time: the machine may have other work. */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

async function timed(work: () => Promise<unknown>): Promise<Cost> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

const spread = (name: string, costs: readonly Cost[]) =>
  Object.fromEntries(
    (['wall', 'cpu'] as const).flatMap((clock) => {
      const values = costs.map((cost) => cost[clock]);
      return [
        [`${name}P50ms ${clock}`, quantile(values, 0.5)],
        [`${name}P95ms ${clock}`, quantile(values, 0.95)],
        [`${name}MaxMs ${clock}`, Math.max(...values)],
      ];
    }),
  );

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

async function answerOf(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return text;
}

/** What the server says that each part of an answer took, by name. */
const partsOf = (header: string | null): ReadonlyMap<string, number> =>
  new Map(
    [...(header ?? '').matchAll(/(\w+);dur=([\d.]+)/g)].map((part) => [part[1]!, Number(part[2])]),
  );

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

interface Question {
  readonly at: Day;
  readonly known: Day;
  readonly country: string;
}

/** Pairs of clocks that are the same for every run. */
function* questions(count: number): Generator<Question> {
  const random = seededRandom(SEED);
  for (let i = 0; i < count; i++) {
    const at = addDays(FROM, Math.floor(random() * DAYS));
    const known = addDays(at, Math.floor(random() * 30));
    yield { at, known, country: COUNTRIES[Math.floor(random() * COUNTRIES.length)]! };
  }
}

/** A question of each week, by which its reliabilities are settled. */
function* weeks(): Generator<Question> {
  for (let day = 0; day < DAYS + 14; day += 7) {
    yield { at: addDays(FROM, day), known: addDays(FROM, day), country: 'UY' };
  }
}

async function askPictures(url: string, asked: Iterable<Question>): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (const { at, known, country } of asked) {
    const query = `at=${at}&known=${known}&country=${country}`;
    costs.push(await timed(() => answerOf(`${url}/api/picture?${query}`)));
  }
  return costs;
}

/** What a report cost: all of it by the one who sent it, and its parts by the server's clock. */
interface NewsCost extends Cost {
  readonly read: number;
  /** Kept and taken into the assessment. */
  readonly effect: number;
}

/** Reports that come in, so many days before the end of the record; no two runs send the same. */
async function sendNews(
  url: string,
  numbers: Iterable<number>,
  back: number,
): Promise<readonly NewsCost[]> {
  const costs: NewsCost[] = [];
  const published = addDays(FROM, DAYS - 1 - back);
  for (const number of numbers) {
    const query = `name=${number}.txt&outlet=Bench&published=${published}`;
    const body = newsOf(Math.floor(performance.timeOrigin) + number);
    let parts: ReadonlyMap<string, number> = new Map();
    const cost = await timed(async () => {
      const response = await fetch(`${url}/api/reports?${query}`, { method: 'POST', body });
      if (!response.ok) throw new Error(`a report was answered ${response.status}`);
      parts = partsOf(response.headers.get('server-timing'));
      await response.text();
    });
    const part = (name: string) => parts.get(name) ?? NaN;
    costs.push({ ...cost, read: part('read'), effect: part('keep') + part('assess') });
  }
  return costs;
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

export const task: BenchTask = {
  name: 'serving',
  about:
    'A server on a ledger of synthetic claims: start, memory, pictures of a country at random pairs of clocks over HTTP, and reports that come in. --claims N (default 100000), --folder DIR (made when absent, and kept). No --data.',
  async run({ flags, print }) {
    const claims = Number(flags.claims ?? 100_000);
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
    const settling = await timed(() => askPictures(server.url, weeks()));
    print(`weeks settled in ${(settling.cpu / 1000).toFixed(1)} s of processor time`);
    const ahead = await rest();
    print(`worked ahead in ${(ahead / 1000).toFixed(1)} s of processor time`);
    const pictures = await askPictures(server.url, questions(QUESTIONS));
    const news = await sendNews(server.url, Array(NEWS).keys(), 0);
    const again = await askPictures(server.url, questions(QUESTIONS));
    // The newest picture of the country that a late report is about, right after it.
    const newest = addDays(FROM, DAYS + 6);
    const late: Cost[] = [];
    for (let i = 0; i < LATE_NEWS; i++) {
      await sendNews(server.url, [NEWS + i], LATE);
      late.push(...(await askPictures(server.url, [{ at: newest, known: newest, country: 'AF' }])));
    }
    const read = news.map((cost) => cost.read);
    const effect = news.map((cost) => cost.effect);
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
        rssAfterMB: megabytes(after.rss),
        ...spread('picture', pictures),
        ...spread('again', again),
        ...spread('late', late),
        ...spread('news', news),
        newsReadP50ms: quantile(read, 0.5),
        newsReadP95ms: quantile(read, 0.95),
        newsEffectP50ms: quantile(effect, 0.5),
        newsEffectP95ms: quantile(effect, 0.95),
      },
    };
  },
};
