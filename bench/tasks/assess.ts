import { performance } from 'node:perf_hooks';
import { actorSides, Assessor, placeTree, type AsOf } from '../../src/assessment/index.ts';
import {
  addDays,
  day,
  type Actor,
  type Day,
  type PlaceId,
  type RecordedClaim,
  type ReportHead,
} from '../../src/domain/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { syntheticWorld, type SyntheticEntry } from '../synthetic.ts';
import type { BenchTask } from '../task.ts';

const FROM = day('2021-01-01');
const DAYS = 365;

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(share * values.length))
  ]!;

function batchOf({ report, claims }: SyntheticEntry) {
  const { body: _, ...head } = report;
  return {
    reports: [head as ReportHead],
    claims: claims.map((claim): RecordedClaim => ({ claim, recorded: report.captured })),
  };
}

const timed = <T>(run: () => T): [number, T] => {
  const start = performance.now();
  const result = run();
  return [performance.now() - start, result];
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
    let adding = 0;
    const held: SyntheticEntry[] = [];
    for (const entry of world.entries()) {
      // The newest reports are kept back: they are what comes in one by one below.
      if (entry.report.published.basis !== 'unknown' && entry.report.published.value === last) {
        held.push(entry);
      } else adding += timed(() => assessor.add(batchOf(entry)))[0];
    }
    const asOf: AsOf = { at: last, known: last };
    const [learning] = timed(() => assessor.reliabilities(last));
    const [mapping] = timed(() => assessor.map(asOf));
    print(
      `adding ${(adding / 1000).toFixed(1)} s, reliabilities ${(learning / 1000).toFixed(1)} s, standings ${(mapping / 1000).toFixed(1)} s`,
    );
    const incremental = held.slice(0, 200).map((entry) => {
      return timed(() => assessor.map(asOf, assessor.add(batchOf(entry))))[0];
    });
    const mapMs = countryMaps(assessor, world.places, last);
    return {
      task: 'assess',
      n: claims,
      metrics: {
        fullSeconds: (adding + learning + mapping) / 1000,
        incrementalMs: quantile(incremental, 0.5),
        incrementalP95ms: quantile(incremental, 0.95),
        mapP50ms: quantile(mapMs, 0.5),
        mapP95ms: quantile(mapMs, 0.95),
        peakMB: Math.round(process.memoryUsage().rss / 1e6),
        seed,
      },
    };
  },
};

/** Maps of one country at 30 days of the year, as known in the weeks whose reliabilities are settled. */
function countryMaps(
  assessor: Assessor,
  places: readonly { readonly id: PlaceId; readonly country: string }[],
  last: Day,
): number[] {
  const country = places.filter((place) => place.country === places[0]!.country);
  const ids = country.map(({ id }) => id);
  return Array.from({ length: 30 }, (_, i) => {
    const at = addDays(last, -12 * i);
    return timed(() => assessor.map({ at, known: last }, ids))[0];
  });
}
