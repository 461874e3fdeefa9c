import { dayNumber, type Day } from '../../src/domain/index.ts';
import type { TimelineDay } from '../../src/server/wire.ts';
import { holderColour } from '../parts/colours.ts';
import { holderName, plural, shortDay } from '../parts/words.ts';
import { useSetting } from '../state/context.ts';

interface Props {
  readonly days: readonly TimelineDay[];
  readonly from: Day;
  readonly to: Day;
  readonly at: Day;
  readonly known: Day;
}

const HEIGHT = 44;
const GAINS_SHOWN = 5;

/** Every how many days a date is written, so that dates never touch. */
function every(days: number): number {
  return [1, 2, 4, 7, 14, 30, 61, 91, 182, 365].find((step) => days / step <= 18) ?? 730;
}

/** Claims a day as bars; above them a lozenge for each place that changed hands. */
export function Histogram({ days, from, to, at, known }: Props) {
  const { holders } = useSetting();
  const length = Math.max(1, dayNumber(to) - dayNumber(from));
  const most = Math.max(1, ...days.map(({ claims }) => claims));
  const left = (day: Day) => `${(100 * (dayNumber(day) - dayNumber(from))) / length}%`;
  const step = every(length + 1);
  return (
    <div className="histogram" style={{ ['--days' as string]: length + 1 }}>
      {days.map((entry) => (
        <div
          key={entry.day}
          className={`bin${entry.day > known ? ' is-later' : ''}${entry.day === at ? ' is-at' : ''}`}
          style={{ left: left(entry.day) }}
          title={`${shortDay(entry.day)}: ${plural(entry.reports, 'report')}, ${plural(entry.claims, 'claim')}${entry.gains
            .map(({ name, by }) => `\n${name} → ${holderName(by, holders)}`)
            .join('')}`}
        >
          <span className="gains">
            {entry.gains.slice(0, GAINS_SHOWN).map((gain) => (
              <i
                key={gain.place}
                className={entry.day > at ? 'is-later' : ''}
                style={{ background: holderColour(gain.by, holders) }}
              />
            ))}
          </span>
          <span className="bar" style={{ height: `${(HEIGHT * entry.claims) / most}px` }} />
        </div>
      ))}
      {days
        .filter((_, index) => index % step === 0)
        .map(({ day }) => (
          <span
            key={day}
            className={`tick${day === at ? ' is-at' : ''}${day === days[0]?.day ? ' is-first' : ''}`}
            style={{ left: left(day) }}
          >
            {day.endsWith('-01') || day === days[0]?.day
              ? shortDay(day)
              : step < 28
                ? Number(day.slice(8))
                : shortDay(day)}
          </span>
        ))}
    </div>
  );
}
