import { dayNumber, type Day } from '../../src/domain/index.ts';
import type { TimelineDay } from '../../src/server/wire.ts';
import { holderColour } from '../parts/colours.ts';
import { dayWithin, holderName, plural, shortDay } from '../parts/words.ts';
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

/** How many days there is room for, and how many of them with a month. */
const ROOM = 18;
const ROOM_WITH_MONTHS = 10;
const WITH_MONTHS = 28;

/** Every how many days a date is written, so that dates never touch. */
const every = (days: number): number =>
  [1, 2, 4, 7, 14, 30, 61, 91, 182, 365, 730].find(
    (step) => days / step <= (step < WITH_MONTHS ? ROOM : ROOM_WITH_MONTHS),
  ) ?? 1461;

interface Tick {
  readonly day: Day;
  readonly text: string;
}

/**
 * "1 Aug", then "2", "3"; the first of each year says which, where the record has several, and takes
 * the room of the next.
 */
function ticksOf(days: readonly Day[], from: Day, to: Day): readonly Tick[] {
  const step = every(days.length);
  const severalYears = from.slice(0, 4) !== to.slice(0, 4);
  const ticks: Tick[] = [];
  let year = '';
  for (let index = 0; index < days.length; index += step) {
    const day = days[index]!;
    const isNew = day.slice(0, 4) !== year;
    year = day.slice(0, 4);
    const brief =
      day.endsWith('-01') || step >= WITH_MONTHS ? shortDay(day) : `${Number(day.slice(8))}`;
    ticks.push({ day, text: isNew ? dayWithin(day, { from, to }) : brief });
    if (isNew && severalYears) index += step;
  }
  return ticks;
}

/** Claims a day as bars; above them a lozenge for each place that changed hands. */
export function Histogram({ days, from, to, at, known }: Props) {
  const { holders } = useSetting();
  const length = Math.max(1, dayNumber(to) - dayNumber(from));
  const most = Math.max(1, ...days.map(({ claims }) => claims));
  const left = (day: Day) => `${(100 * (dayNumber(day) - dayNumber(from))) / length}%`;
  const ticks = ticksOf(
    days.map(({ day }) => day),
    from,
    to,
  );
  return (
    <div className="histogram" style={{ ['--days' as string]: length + 1 }}>
      {days.map((entry) => (
        <div
          key={entry.day}
          className={`bin${entry.day > known ? ' is-later' : ''}${entry.day === at ? ' is-at' : ''}`}
          style={{ left: left(entry.day) }}
          title={`${dayWithin(entry.day, { from, to })}: ${plural(entry.reports, 'report')}, ${plural(entry.claims, 'claim')}${entry.gains
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
      {ticks.map(({ day, text }, index) => (
        <span
          key={day}
          className={`tick${day === at ? ' is-at' : ''}${index === 0 ? ' is-first' : ''}${text.length > SHORT ? ' is-long' : ''}`}
          style={{ left: left(day) }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}

/** Characters of "30 Aug". */
const SHORT = 6;
