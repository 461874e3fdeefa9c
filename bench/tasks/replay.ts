import { actorId } from '../../src/domain/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { loadCapitals, loadItems } from '../replay/data.ts';
import { readItems } from '../replay/read.ts';
import { replay } from '../replay/run.ts';
import { calibration, firstHeld, scoreCourses, type Course } from '../replay/score.ts';
import type { BenchTask } from '../task.ts';

const round = (value: number) => Math.round(value * 10_000) / 10_000;

export const task: BenchTask = {
  name: 'replay',
  about:
    'Who held each capital, day by day, from reports in order of publication. --data REPORTS.jsonl (format of control/*.jsonl), --truth capitals.json, --holder ACTOR (default taliban), --least N reports for a capital to be judged (default 2), --gold to take the annotations for claims instead of reading, --days or --days smoothed to print each capital.',
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
    const courses = replay({ items: read, capitals, holder, resources }, parameters);
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
      },
    };
  },
};

function line(course: Course): string {
  const { capital, reports, days } = course;
  const row = days.map(({ probability }) => probability.toFixed(2)).join(' ');
  return `${capital.capital} (${reports} reports) fell ${capital.fell}, held from ${firstHeld(course) ?? 'never'}: ${row}`;
}
