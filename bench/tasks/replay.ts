import { actorId } from '../../src/domain/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { loadCapitals, loadItems } from '../replay/data.ts';
import { readItems } from '../replay/read.ts';
import { compare, thinned, withoutEach, type Compared } from '../replay/resample.ts';
import { replay, type ReadItem } from '../replay/run.ts';
import { calibration, firstHeld, scoreCourses, type Course } from '../replay/score.ts';
import type { BenchTask } from '../task.ts';

const round = (value: number) => Math.round(value * 10_000) / 10_000;

export const task: BenchTask = {
  name: 'replay',
  about:
    'Who held each capital, day by day, from reports in order of publication. --data REPORTS.jsonl (format of control/*.jsonl), --truth capitals.json, --holder ACTOR (default taliban), --least N reports for a capital to be judged (default 2), --gold to take the annotations for claims instead of reading, --days or --days smoothed to print each capital, --resample N to compare with the baselines on N records in which a report stands with the chance --share (default 0.5; --seed, default 1), and on the record without each outlet.',
  async run({ data, flags, print }) {
    if (flags.truth === undefined) throw new Error('replay: --truth capitals.json is missing');
    const gold = flags.gold === 'true';
    print(gold ? 'claims: gold annotations (no reading)' : 'claims: found by the reader');
    const [parameters, capitals, items] = await Promise.all([
      loadParameters(),
      loadCapitals(flags.truth),
      loadItems(data),
    ]);
    const { read, resources } = await readItems(items, gold && capitals, parameters);
    const holder = actorId(flags.holder ?? 'taliban');
    const replayed = (of: readonly ReadItem[]) =>
      replay({ items: of, capitals, holder, resources }, parameters);
    const courses = replayed(read);
    if (flags.days !== undefined) {
      const shown = flags.days === 'smoothed' ? courses.smoothed : courses.filtered;
      shown.forEach((course) => print(line(course)));
    }
    const least = Number(flags.least ?? 2);
    const score = (of: readonly Course[]) => scoreCourses(of, least);
    const filtered = score(courses.filtered);
    const smoothed = score(courses.smoothed);
    for (const bin of calibration(courses.filtered, least)) {
      print(
        `said ${bin.from.toFixed(2)}–${bin.to.toFixed(2)}: n ${bin.n}, mean ${bin.meanProbability.toFixed(3)}, was so ${bin.share.toFixed(3)}`,
      );
    }
    const table = {
      'last claim wins': score(courses.lastClaim),
      'majority of 3 days': score(courses.majority),
      assessment: filtered,
    };
    for (const [name, score] of Object.entries(table)) {
      print(
        `${name}: within one day ${score.withinOneDay.toFixed(3)}, false captures ${score.falseCaptures}, Brier ${score.brier.toFixed(4)}, accuracy ${score.accuracy.toFixed(3)}`,
      );
    }
    print(
      `assessment, smoothed: Brier ${smoothed.brier.toFixed(4)}, accuracy ${smoothed.accuracy.toFixed(3)}`,
    );
    const briers = (record: readonly ReadItem[]) => {
      const { filtered: assessed, lastClaim, majority } = replayed(record);
      const [a, b, c] = [assessed, lastClaim, majority].map((of) => score(of).brier);
      return { assessment: a!, lastClaim: b!, majority: c! };
    };
    const records = Number(flags.resample ?? 0);
    const [share, seed] = [Number(flags.share ?? 0.5), Number(flags.seed ?? 1)];
    const resampled: Record<string, Compared> = {};
    if (records > 0) {
      resampled.thinned = compare(thinned(read, { records, share, seed }).map(briers));
      resampled.withoutOutlet = compare(withoutEach(read, outletOf).map(briers));
      print(`seed ${seed}; each report kept with the chance ${share}, then each outlet left out:`);
      Object.entries(resampled).forEach(([name, of]) => print(`${name}: ${compared(of)}`));
    }
    const { 'last claim wins': lastClaimWins, 'majority of 3 days': majorityOf3Days } = table;
    return {
      task: 'replay',
      n: items.length,
      metrics: {
        claims: gold ? 'gold' : 'read',
        withinOneDay: round(filtered.withinOneDay),
        capitals: filtered.capitals,
        falseCaptures: filtered.falseCaptures,
        brier: round(filtered.brier),
        smoothedAccuracy: round(smoothed.accuracy),
        baselines: { lastClaimWins, majorityOf3Days },
        ...(records > 0 ? { resampled } : {}),
      },
    };
  },
};

const outletOf = ({ report }: ReadItem): string =>
  report.outlet.basis === 'unknown' ? '' : report.outlet.value;

const compared = ({ records, brier, ahead }: Compared) =>
  `${records} records, mean Brier ${brier.assessment.toFixed(4)}, last claim ${brier.lastClaim.toFixed(4)} (ahead in ${ahead.ofLastClaim}), majority ${brier.majority.toFixed(4)} (ahead in ${ahead.ofMajority}), ahead of both in ${ahead.ofBoth}`;

function line(course: Course): string {
  const { capital, reports, days } = course;
  const row = days.map(({ probability }) => probability.toFixed(2)).join(' ');
  return `${capital.capital} (${reports} reports) fell ${capital.fell}, held from ${firstHeld(course) ?? 'never'}: ${row}`;
}
