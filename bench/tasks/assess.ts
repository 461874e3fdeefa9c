import { performance } from 'node:perf_hooks';
import {
  actorSides,
  Assessor,
  fingerprint,
  placeTree,
  type AsOf,
  type Batch,
  type OriginParameters,
} from '../../src/assessment/index.ts';
import {
  addDays,
  day,
  type Actor,
  type Day,
  type PlaceId,
  type RecordedClaim,
  type Time,
} from '../../src/domain/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { seededRandom } from '../random.ts';
import { syntheticWorld, type SyntheticEntry } from '../synthetic.ts';
import type { BenchTask } from '../task.ts';
import { quantile } from './spread.ts';

const FROM = day('2021-01-01');
const DAYS = 365;
/** Maps before those that count: what a process does for the first time is slow. */
const WARMING = 20;
const QUESTIONS = 100;
const COLD = 30;

/** As a ledger has them: with the fingerprints by which copies are found. */
function batchOf({ report, claims }: SyntheticEntry, origins: OriginParameters): Batch {
  const { body: _, ...head } = report;
  return {
    reports: [{ ...head, fingerprint: fingerprint(report, origins) }],
    claims: claims.map((claim): RecordedClaim => ({ claim, recorded: report.captured })),
  };
}

/** Days by which a late report is late: its week was settled before. */
const LATE = 10;

/** The same, published and told some days before. */
function earlier({ report, claims, ...rest }: SyntheticEntry, days: number): SyntheticEntry {
  const before = (day: Day) => addDays(day, -days);
  const timeBefore = (time: Time): Time =>
    time.basis === 'unknown' ? time : { ...time, start: before(time.start), end: before(time.end) };
  const { published } = report;
  return {
    ...rest,
    report:
      published.basis === 'unknown'
        ? report
        : { ...report, published: { ...published, value: before(published.value) } },
    claims: claims.map((claim) => ({
      ...claim,
      when: timeBefore(claim.when),
      said: timeBefore(claim.said),
    })),
  };
}

/** Milliseconds of one core's work, whatever else runs on the machine, and of the clock. */
interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

const timed = <T>(run: () => T): [Cost, T] => {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [{ cpu: (user + system) / 1000, wall: performance.now() - start }, result];
};

export const task: BenchTask = {
  name: 'assess',
  about:
    'Speed of the assessment on synthetic claims, one core. --claims N (default 1000000), --places N (default 5000), --seed N. No --data.',
  async run({ flags, print }) {
    const claims = Number(flags.claims ?? 1_000_000);
    const places = Number(flags.places ?? 5000);
    const seed = Number(flags.seed ?? 1);
    print(`seed ${seed}, ${claims} claims, ${places} places`);
    const world = syntheticWorld({ seed, claims, places, from: FROM, days: DAYS });
    const actors = world.actors.map((id): Actor => ({
      id,
      name: id,
      kind: 'armed-group',
      aliases: [],
    }));
    const parameters = await loadParameters();
    const assessor = new Assessor({
      places: placeTree(world.places),
      actors: actorSides(actors),
      parameters,
    });
    const last = addDays(FROM, DAYS - 1);
    let [cpu, wall] = [0, 0];
    const note = (name: string, cost: Cost, isCounted = true) => {
      if (isCounted) cpu += cost.cpu;
      if (isCounted) wall += cost.wall;
      print(
        `${name}: ${(cost.cpu / 1000).toFixed(1)} s of one core, ${(cost.wall / 1000).toFixed(1)} s by the clock`,
      );
    };
    let adding: Cost = { cpu: 0, wall: 0 };
    const held: SyntheticEntry[] = [];
    let batches: Batch[] = [];
    // Timed by the hundred: making the claims is not part of it, and a clock costs more than a claim.
    const flush = () => {
      const [cost] = timed(() => batches.forEach((batch) => assessor.add(batch)));
      adding = { cpu: adding.cpu + cost.cpu, wall: adding.wall + cost.wall };
      batches = [];
    };
    for (const entry of world.entries()) {
      // The newest reports are kept back: they are what comes in one by one below.
      if (entry.report.published.basis !== 'unknown' && entry.report.published.value === last) {
        held.push(entry);
        continue;
      }
      batches.push(batchOf(entry, parameters.origins));
      if (batches.length === 500) flush();
    }
    const asOf: AsOf = { at: last, known: last };
    flush();
    note('adding', adding);
    note('reliabilities', timed(() => assessor.reliabilities(last))[0]);
    note('standings', timed(() => assessor.map(asOf))[0]);
    const effectOf = (entry: SyntheticEntry) => {
      const batch = batchOf(entry, parameters.origins);
      return timed(() => assessor.map(asOf, assessor.add(batch)))[0];
    };
    const incremental = held.slice(0, 200).map(effectOf);
    const late = held.slice(200, 240).map((entry) => effectOf(earlier(entry, LATE)));
    note('weeks', timed(() => settleWeeks(assessor))[0], false);
    const cold = countryMaps(assessor, world.places, questions(COLD, seed + 1));
    note('work ahead', timed(() => finish(assessor.workAhead()))[0], false);
    countryMaps(assessor, world.places, questions(WARMING, seed + 2));
    const maps = countryMaps(assessor, world.places, questions(QUESTIONS, seed + 3));
    return {
      task: 'assess',
      n: claims,
      metrics: {
        fullSeconds: cpu / 1000,
        wallSeconds: wall / 1000,
        ...spread('report', incremental),
        ...spread('lateReport', late),
        ...spread('map', maps),
        ...spread('coldMap', cold),
        peakMB: Math.round(process.memoryUsage().rss / 1e6),
        seed,
      },
    };
  },
};

/** Of one core and by the clock. */
const spread = (name: string, costs: readonly Cost[]) => {
  const cpu = costs.map((cost) => cost.cpu);
  const wall = costs.map((cost) => cost.wall);
  return {
    [`${name}P50ms`]: quantile(cpu, 0.5),
    [`${name}P95ms`]: quantile(cpu, 0.95),
    [`${name}MaxMs`]: Math.max(...cpu),
    [`${name}WallP50ms`]: quantile(wall, 0.5),
    [`${name}WallP95ms`]: quantile(wall, 0.95),
    [`${name}WallMaxMs`]: Math.max(...wall),
  };
};

function settleWeeks(assessor: Assessor): void {
  for (let back = 0; back < DAYS; back += 7) assessor.reliabilities(addDays(FROM, DAYS - 1 - back));
}

function finish(steps: Iterable<void>): void {
  for (const _ of steps);
}

interface Question {
  readonly asOf: AsOf;
  /** 0 up to 1. */
  readonly country: number;
}

/** Pairs of clocks over the whole year, known up to a month after. */
function* questions(count: number, seed: number): Generator<Question> {
  const random = seededRandom(seed);
  for (let i = 0; i < count; i++) {
    const at = addDays(FROM, Math.floor(random() * DAYS));
    const known = addDays(at, Math.floor(random() * 30));
    yield { asOf: { at, known }, country: random() };
  }
}

function countryMaps(
  assessor: Assessor,
  places: readonly { readonly id: PlaceId; readonly country: string }[],
  asked: Iterable<Question>,
): Cost[] {
  const countries = [...new Set(places.map((place) => place.country))];
  return Array.from(asked, ({ asOf, country }) => {
    const code = countries[Math.floor(country * countries.length)]!;
    const ids = places.filter((place) => place.country === code).map(({ id }) => id);
    return timed(() => assessor.map(asOf, ids))[0];
  });
}
