import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, day, type Instant, placeId } from '../../src/domain/index.ts';
import { type Ledger, type LedgerEntry, openLedger } from '../../src/ledger/index.ts';
import { postgresqlEngine } from '../../src/ledger/postgresql.ts';
import { loadResources } from '../../src/node/resources.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { readReport } from '../../src/reader.ts';
import { isRead, takeInText } from '../../src/report/index.ts';
import { seededRandom } from '../random.ts';
import { syntheticWorld, withinOf } from '../synthetic.ts';
import type { BenchOptions, BenchResult, BenchTask } from '../task.ts';
import { quantile } from './spread.ts';

const SEED = 20_210_805;
const BATCH = 100;
const QUESTIONS = 200;
const COUNTRIES = 10;
const DAYS = 365;

const round = (value: number) => Math.round(value * 100) / 100;

async function inBatches(
  ledger: Ledger,
  entries: Iterable<LedgerEntry>,
  size: number,
): Promise<number> {
  let spent = 0;
  let batch: LedgerEntry[] = [];
  const flush = async () => {
    // Making synthetic reports is not the ledger's time.
    const started = performance.now();
    await ledger.appendMany(batch);
    spent += performance.now() - started;
    batch = [];
  };
  for (const entry of entries) {
    batch.push(entry);
    if (batch.length === size) await flush();
  }
  if (batch.length > 0) await flush();
  return spent;
}

/** Milliseconds of map-at-date questions: one country, the newest marks of each place, two days. */
async function askMaps(ledger: Ledger, questions: number): Promise<readonly number[]> {
  const random = seededRandom(SEED);
  const times: number[] = [];
  for (let i = 0; i < questions; i++) {
    const at = addDays(day('2021-01-01'), Math.floor(random() * DAYS));
    const known = addDays(at, Math.floor(random() * 30));
    const country = placeId(`synthetic:C${Math.floor(random() * COUNTRIES)}`);
    const started = performance.now();
    await ledger.marks({ at, known, country, kinds: ['control', 'clash'] });
    times.push(performance.now() - started);
  }
  return times;
}

/** The examples, made distinct by a number, read and appended as `add` does. */
async function addReading(ledger: Ledger, copies: number): Promise<number> {
  const resources = await loadResources();
  const folder = join(packageRoot(), 'examples');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|txt|html|jsonl)$/.test(name) && !/README/.test(name))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const captured = new Date().toISOString() as Instant;
  let added = 0;
  const started = performance.now();
  for (let copy = 0; copy < copies; copy++) {
    const entries: LedgerEntry[] = [];
    for (const { name, bytes } of files) {
      const numbered = new Uint8Array(Buffer.concat([bytes, Buffer.from(`\n${copy}\n`)]));
      for (const each of takeInText({ bytes: numbered, name, captured })) {
        if (isRead(each))
          entries.push({ ...each, claims: readReport(each.report, resources).claims });
      }
    }
    await inBatches(ledger, entries, 16);
    added += entries.length;
  }
  return added / ((performance.now() - started) / 1000);
}

/** `stat` counts what is really taken in blocks of 512 bytes (POSIX). */
const BLOCK = 512;

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, status) => sum + (status.isFile() ? status.blocks * BLOCK : 0), 0);
}

async function run({ flags, print }: BenchOptions): Promise<BenchResult> {
  const claims = Number(flags['claims'] ?? 100_000);
  const database = flags['database'];
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  const world = syntheticWorld({ seed: SEED, claims, countries: COUNTRIES, days: DAYS });
  const directory = { within: withinOf(world.places), side: () => undefined };
  const schema = `bench_${process.pid}`;
  const where = database === undefined ? { folder } : { database };
  const ledger = await openLedger({ ...where, schema, directory });
  try {
    const withReading = await addReading(ledger, Number(flags['copies'] ?? 3));
    print(`added with reading: ${withReading.toFixed(1)} reports/s`);
    const spent = await inBatches(ledger, world.entries(), BATCH);
    const { reports, claims: stored } = await ledger.counts();
    const without = reports / (spent / 1000);
    print(
      `added without reading: ${without.toFixed(0)} reports/s, ${(stored / (spent / 1000)).toFixed(0)} claims/s`,
    );
    await askMaps(ledger, 20);
    const times = await askMaps(ledger, QUESTIONS);
    const size = database === undefined ? round(folderBytes(folder) / 1e6) : null;
    const metrics = {
      engine: ledger.engine,
      addPerSecond: round(withReading),
      addPerSecondWithoutReading: round(without),
      mapP50ms: round(quantile(times, 0.5)),
      mapP95ms: round(quantile(times, 0.95)),
      claims: stored,
      folderMB: size,
    };
    return { task: 'ledger', n: QUESTIONS, metrics };
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
    if (database !== undefined) await dropSchema(database, schema);
  }
}

async function dropSchema(database: string, schema: string): Promise<void> {
  const engine = postgresqlEngine(database, schema);
  await engine.script(`DROP SCHEMA "${schema}" CASCADE`);
  await engine.close();
}

export const task: BenchTask = {
  name: 'ledger',
  about:
    'reports added per second and map-at-date times; no --data; --claims N (100000), --database URL',
  run,
};
