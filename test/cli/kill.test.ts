import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../bench/random.ts';
import { reportId } from '../../src/domain/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { buildCli, runBuilt } from '../support/built-cli.ts';
import { printedSeed, temporaryFolder } from '../support/temporary.ts';

const home = temporaryFolder();
let main: string;

beforeAll(() => {
  main = buildCli();
});

const ROUNDS = 20;
/** In the file of each round: four batches of `add`. */
const REPORTS = 64;

/** Short reports that each give claims, so that a half-written one would show; new ones each round. */
function writeReports(path: string, round: number): void {
  const towns = ['Kunduz', 'Herat', 'Lashkar Gah', 'Taloqan', 'Zaranj', 'Kandahar'];
  const numbers = Array.from({ length: REPORTS }, (_, i) => round * REPORTS + i);
  const lines = numbers.map((i) =>
    JSON.stringify({
      outlet: `Outlet ${i % 7}`,
      published: '2021-08-10',
      title: `Report ${i}`,
      text: `Taliban fighters captured the city of ${towns[i % towns.length]} on Monday, officials said. Number ${i}.`,
    }),
  );
  writeFileSync(path, `${lines.join('\n')}\n`);
}

interface Line {
  readonly report: string;
  readonly outcome: string;
  readonly claims: number;
  readonly reason?: string;
}

/** `dateline add --json` in a process of its own, killed after `stopAfter` acknowledged reports and a delay (ms). */
function addUntilKilled(folder: string, input: string, stopAfter: number, delay: number) {
  const argv = ['add', input, '--json', '--ledger', folder];
  const child = spawn(process.execPath, runBuilt(main, argv), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const acknowledged: Line[] = [];
  let errors = '';
  const kill = () => setTimeout(() => child.kill('SIGKILL'), delay);
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  if (stopAfter === 0) kill();
  createInterface({ input: child.stdout }).on('line', (text) => {
    // The last line may be cut by the kill; only whole lines are acknowledgements.
    if (!text.endsWith('}')) return;
    const line = JSON.parse(text) as Line;
    if (line.outcome === 'failed') errors += `${line.reason}\n`;
    if (line.outcome !== 'added') return;
    acknowledged.push(line);
    if (acknowledged.length === stopAfter) kill();
  });
  return new Promise<{ acknowledged: readonly Line[]; errors: string }>((resolve) => {
    child.once('close', () => resolve({ acknowledged, errors }));
  });
}

test(
  'killed twenty times at random moments of `add`, nothing acknowledged is lost and nothing doubled',
  { timeout: 600_000 },
  async () => {
    const random = seededRandom(printedSeed('kill -9 during add'));
    const folder = join(home, 'ledger');
    const files = join(home, 'reports');
    mkdirSync(files);
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      const file = join(files, `${round}.jsonl`);
      writeReports(file, round);
      // Every fourth dies while it starts, the first while it makes the ledger.
      const starting = round % 4 === 0;
      const stopAfter = starting ? 0 : 1 + Math.floor(random() * 20);
      const delay = starting ? 100 + random() * 1500 : random() * 12;
      const result = await addUntilKilled(folder, file, stopAfter, delay);
      expect(result.errors).toBe('');
      expect(result.acknowledged.length).toBeGreaterThanOrEqual(stopAfter);
      for (const { report, claims } of result.acknowledged) {
        expect(acknowledged.has(report)).toBe(false);
        acknowledged.set(report, claims);
      }
    }

    const ledger = await openLedger({ folder });
    const stored = (await ledger.reports()).map(({ head }) => head.id);
    expect(new Set(stored).size).toBe(stored.length);
    for (const [report, claims] of acknowledged) {
      expect(await ledger.count({ report: reportId(report) })).toBe(claims);
    }
    const claims = await ledger.claims();
    expect(new Set(claims.map(({ claim }) => claim.id)).size).toBe(claims.length);
    expect(await ledger.drift()).toEqual([]);
    await ledger.close();

    const all = ROUNDS * REPORTS;
    const last = await addUntilKilled(folder, files, all, 60_000);
    expect(last.acknowledged).toHaveLength(all - stored.length);
  },
);
