import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, day, type Actor } from '../../src/domain/index.ts';
import { fingerprint, placeTree } from '../../src/assessment/index.ts';
import { openLedger, type Ledger, type LedgerEntry } from '../../src/ledger/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import type { ReaderResources } from '../../src/reader.ts';
import { LiveAssessment } from '../../src/server/live-assessment.ts';
import { seededRandom } from '../random.ts';
import { syntheticWorld, withinOf, type SyntheticWorld } from '../synthetic.ts';
import type { BenchTask } from '../task.ts';

const SEED = 20_210_805;
const FROM = day('2021-01-01');
const DAYS = 365;
const BATCH = 200;
const QUESTIONS = 60;

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(share * values.length))
  ]!;

async function fill(ledger: Ledger, world: SyntheticWorld): Promise<void> {
  let batch: LedgerEntry[] = [];
  for (const entry of world.entries()) {
    batch.push(entry);
    if (batch.length < BATCH) continue;
    await ledger.appendMany(batch);
    batch = [];
  }
  await ledger.appendMany(batch);
}

/** Places and actors of the synthetic world, as the server asks for them. */
function resourcesOf(world: SyntheticWorld): ReaderResources {
  const actors = world.actors.map((id): Actor => {
    return { id, name: id, kind: 'armed-group', aliases: [] };
  });
  return { gazetteer: placeTree(world.places), actors: { actors } } as unknown as ReaderResources;
}

/** CPU milliseconds of maps of one country, each at a random pair of clocks. */
function askMaps({ assessor }: LiveAssessment, world: SyntheticWorld): readonly number[] {
  const random = seededRandom(SEED);
  const ids = world.places.filter(({ country }) => country === 'C0').map(({ id }) => id);
  return Array.from({ length: QUESTIONS }, () => {
    const at = addDays(FROM, Math.floor(random() * DAYS));
    const known = addDays(at, Math.floor(random() * 30));
    // Reliabilities of a week are settled when it is first asked about, and kept.
    assessor.reliabilities(known);
    const before = process.cpuUsage();
    assessor.map({ at, known }, ids);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}

export const task: BenchTask = {
  name: 'serving',
  about:
    'Memory and start of a server on a ledger of synthetic claims, and its assessed maps at random pairs of clocks. --claims N (default 100000), --folder DIR (made when absent, and kept). No --data.',
  async run({ flags, print }) {
    const claims = Number(flags.claims ?? 100_000);
    const folder = flags.folder ?? mkdtempSync(join(tmpdir(), 'dateline-serving-'));
    const world = syntheticWorld({ seed: SEED, claims, from: FROM, days: DAYS });
    const parameters = await loadParameters();
    const isNew = !existsSync(join(folder, 'pg'));
    const ledger = await openLedger({
      folder,
      directory: {
        within: withinOf(world.places),
        side: () => undefined,
        fingerprint: (report) => fingerprint(report, parameters.origins),
      },
    });
    if (isNew) {
      print(`filling ${folder} with ${claims} claims`);
      await fill(ledger, world);
    }
    const live = new LiveAssessment(ledger, resourcesOf(world), parameters, { now: Date.now });
    const started = performance.now();
    await live.refresh();
    const startSeconds = (performance.now() - started) / 1000;
    const { rss, heapUsed } = process.memoryUsage();
    print(`read in ${startSeconds.toFixed(1)} s`);
    const settling = process.cpuUsage();
    live.assessor.reliabilities(addDays(FROM, DAYS - 1));
    const { user } = process.cpuUsage(settling);
    const maps = askMaps(live, world);
    const after = process.memoryUsage();
    await ledger.close();
    if (flags.folder === undefined) rmSync(folder, { recursive: true, force: true });
    return {
      task: 'serving',
      n: claims,
      metrics: {
        startSeconds,
        heapMB: Math.round(heapUsed / 1e6),
        rssMB: Math.round(rss / 1e6),
        settleSeconds: user / 1e6,
        mapP50ms: quantile(maps, 0.5),
        mapP95ms: quantile(maps, 0.95),
        rssAfterMB: Math.round(after.rss / 1e6),
      },
    };
  },
};
