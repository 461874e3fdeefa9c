import { performance } from 'node:perf_hooks';
import { addDays, type Day } from '../../src/domain/index.ts';
import { seededRandom } from '../random.ts';
import { quantile } from './spread.ts';
import { COUNTRIES, DAYS, FROM, newsOf } from './serving-world.ts';

const SEED = 20_210_805;
/** Questions before those that count: what a process does for the first time is slow. */
const WARMING = 20;
const QUESTIONS = 100;
const COLD = 20;
const NEWS = 20;
/** Days that a late report comes behind: what was settled in its week is settled again. */
const LATE = 3;
const LATE_NEWS = 10;
/** Reports of one file, while which is read pictures are asked for. */
const FILE = 100;

/** Milliseconds by the clock, and of processor time: the machine may have other work. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

export async function timed(work: () => Promise<unknown>): Promise<Cost> {
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

export async function answerOf(url: string): Promise<string> {
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

interface Question {
  readonly at: Day;
  readonly known: Day;
  readonly country: string;
  readonly without?: string;
}

/** Pairs of clocks over the whole year, and countries, that are the same for every run. */
function* questions(count: number, seed = SEED, without?: string): Generator<Question> {
  const random = seededRandom(seed);
  for (let i = 0; i < count; i++) {
    const at = addDays(FROM, Math.floor(random() * DAYS));
    const known = addDays(at, Math.floor(random() * 30));
    const country = COUNTRIES[Math.floor(random() * COUNTRIES.length)]!;
    yield { at, known, country, ...(without && { without }) };
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
  for (const { at, known, country, without } of asked) {
    const left = without ? `&without=${encodeURIComponent(without)}` : '';
    const query = `at=${at}&known=${known}&country=${country}${left}`;
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

/** No two runs send the same. */
const textOf = (number: number) => newsOf(Math.floor(performance.timeOrigin) + number);

async function post(url: string, name: string, published: Day, body: string) {
  const query = `name=${name}&outlet=Bench&published=${published}`;
  const response = await fetch(`${url}/api/reports?${query}`, { method: 'POST', body });
  if (!response.ok) throw new Error(`a report was answered ${response.status}`);
  const parts = partsOf(response.headers.get('server-timing'));
  await response.text();
  return parts;
}

/** Reports that come in, so many days before the end of the record. */
async function sendNews(
  url: string,
  numbers: Iterable<number>,
  back: number,
): Promise<readonly NewsCost[]> {
  const costs: NewsCost[] = [];
  const published = addDays(FROM, DAYS - 1 - back);
  for (const number of numbers) {
    let parts: ReadonlyMap<string, number> = new Map();
    const cost = await timed(async () => {
      parts = await post(url, `${number}.txt`, published, textOf(number));
    });
    const part = (name: string) => parts.get(name) ?? NaN;
    costs.push({ ...cost, read: part('read'), effect: part('keep') + part('assess') });
  }
  return costs;
}

/** Pictures asked for one after the other while a file of many reports is read. */
async function askWhileReading(url: string): Promise<readonly Cost[]> {
  const published = addDays(FROM, DAYS - 1);
  const lines = Array.from({ length: FILE }, (_, i) => {
    return JSON.stringify({ text: textOf(1000 + i), outlet: 'Bench', published });
  });
  let isRead = false;
  const reading = post(url, 'many.jsonl', published, lines.join('\n')).finally(() => {
    isRead = true;
  });
  const costs: Cost[] = [];
  for (const question of questions(QUESTIONS, SEED + 2)) {
    if (isRead) break;
    costs.push(...(await askPictures(url, [question])));
  }
  await reading;
  return costs;
}

/** Settles every week; returns what that cost, and what a picture of settled weeks costs before work is done ahead on it. */
export async function askCold(url: string) {
  const settling = await timed(() => askPictures(url, weeks()));
  return { settling, cold: await askPictures(url, questions(COLD, SEED + 1)) };
}

type Print = (line: string) => void;

/** Prints each part as it comes: at a million claims the whole takes minutes. */
const telling =
  (print: Print) =>
  (name: string, costs: readonly Cost[]): readonly Cost[] => {
    const wall = costs.map((cost) => cost.wall);
    const [p50, p95] = [quantile(wall, 0.5), quantile(wall, 0.95)];
    print(`${name}: ${p50.toFixed(0)} / ${p95.toFixed(0)} / ${Math.max(...wall).toFixed(0)} ms`);
    return costs;
  };

/** Everything that is asked of a server that has had time to work ahead. */
export async function askAll(url: string, print: Print) {
  const told = telling(print);
  told('warming', await askPictures(url, questions(WARMING, SEED + 3)));
  const pictures = told('picture', await askPictures(url, questions(QUESTIONS)));
  const left = questions(COLD, SEED + 4, 'Outlet 3');
  const without = told('without a source', await askPictures(url, left));
  const news = await sendNews(url, Array(NEWS).keys(), 0);
  told('report', news);
  const again = told('picture again', await askPictures(url, questions(QUESTIONS)));
  // The newest picture of the country that a late report is about, right after it.
  const newest = addDays(FROM, DAYS + 6);
  const late: Cost[] = [];
  for (let i = 0; i < LATE_NEWS; i++) {
    await sendNews(url, [NEWS + i], LATE);
    late.push(...(await askPictures(url, [{ at: newest, known: newest, country: 'AF' }])));
  }
  told('newest after a late report', late);
  const reading = told('picture while a file is read', await askWhileReading(url));
  const read = news.map((cost) => cost.read);
  const effect = news.map((cost) => cost.effect);
  return {
    ...spread('picture', pictures),
    ...spread('without', without),
    ...spread('again', again),
    ...spread('late', late),
    ...spread('whileReading', reading),
    ...spread('news', news),
    newsReadP50ms: quantile(read, 0.5),
    newsReadP95ms: quantile(read, 0.95),
    newsEffectP50ms: quantile(effect, 0.5),
    newsEffectP95ms: quantile(effect, 0.95),
    newsEffectMaxMs: Math.max(...effect),
  };
}

export const spreadOfCold = (costs: readonly Cost[]) => spread('cold', costs);
