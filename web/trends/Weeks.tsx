import type { Interval, Trend, Week } from '../../src/assessment/index.ts';
import { dayNumber } from '../../src/domain/index.ts';
import type { TrendMeasure, Trends } from '../../src/server/wire.ts';
import { holderColour } from '../parts/colours.ts';
import { amount, expectedFigure } from '../parts/measures.ts';
import { dayWithin, holderName, plural, shortDay } from '../parts/words.ts';
import { useSetting, type Setting } from '../state/context.ts';

type MeasureName = TrendMeasure['measure'];

/** Share of an average place below which a week shows nothing of a side. */
const TELLING = 0.5;

const range = ({ low, high }: Interval, measure: MeasureName) =>
  `${expectedFigure(low, measure)}–${expectedFigure(high, measure)}`;

/** "8–14 Aug", with its year in a record of several; the last week may not be over. */
function weekName({ from, to }: Week, record: Setting): string {
  const inYear = from.slice(0, 4) === to.slice(0, 4) ? shortDay(from) : dayWithin(from, record);
  const [first, last] = [inYear, dayWithin(to, record)];
  if (from === to) return last;
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${Number(from.slice(8))}–${last}`
    : `${first}–${last}`;
}

/** Weeks one after the other in which so little moved that they are one line, from this many. */
const QUIET = 3;

interface Line {
  readonly week: Week;
  /** Weeks in it; the numbers are of the last. */
  readonly weeks: number;
}

/** Long silence is one line: the weeks in which something moved are not lost among empty ones. */
function linesOf(weeks: readonly Week[], least: number): readonly Line[] {
  const isQuiet = ({ gained, lost }: Week) => Math.max(gained.high, lost.high) < least;
  const lines: Line[] = [];
  for (let at = 0; at < weeks.length;) {
    let end = at;
    while (end < weeks.length && isQuiet(weeks[end]!)) end++;
    if (end - at < QUIET) end = at + 1;
    const last = weeks[end - 1]!;
    lines.push({ week: { ...last, from: weeks[at]!.from }, weeks: end - at });
    at = end;
  }
  return lines;
}

const daysOf = ({ from, to }: Week) => dayNumber(to) - dayNumber(from) + 1;

interface AmountProps {
  readonly value: Interval;
  readonly most: number;
  readonly colour: string;
  readonly measure: MeasureName;
}

/** A number with its 90 % interval, in figures and as a bar with a line. */
function Amount({ value, most, colour, measure }: AmountProps) {
  const scale = (part: number) => `${(100 * part) / most}%`;
  if (value.expected < most / 400) return <td className="soft">0</td>;
  return (
    <td>
      <span className="week-bar" aria-hidden="true">
        <i style={{ width: scale(value.expected), background: colour }} />
        <b style={{ left: scale(value.low), width: scale(value.high - value.low) }} />
      </span>
      {expectedFigure(value.expected, measure)}{' '}
      <span className="range soft">({range(value, measure)})</span>
    </td>
  );
}

interface TableProps {
  readonly trend: Trend;
  readonly most: number;
  /** Below this a week shows nothing. */
  readonly least: number;
}

function WeekTable({ trend: { actor, measure, weeks }, most, least }: TableProps) {
  const setting = useSetting();
  const { holders } = setting;
  const colour = holderColour(actor, holders);
  return (
    <div className="scroll">
      <table className="weeks">
        <caption>{holderName(actor, holders)}</caption>
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col">Gained</th>
            <th scope="col">Lost</th>
            <th scope="col" className="number">
              Held at its end
            </th>
          </tr>
        </thead>
        <tbody>
          {linesOf(weeks, least).map(({ week, weeks: merged }) => (
            <tr key={week.from}>
              <th scope="row">
                {weekName(week, setting)}
                {daysOf(week) < 7 && (
                  <span className="soft"> {plural(daysOf(week), 'day')} so far</span>
                )}
              </th>
              {merged > 1 ? (
                <td colSpan={2} className="soft">
                  less than half a place in {merged} weeks
                </td>
              ) : (
                <>
                  <Amount value={week.gained} most={most} colour={colour} measure={measure} />
                  <Amount value={week.lost} most={most} colour={colour} measure={measure} />
                </>
              )}
              <td className="number">
                {expectedFigure(week.held.expected, measure)}{' '}
                <span className="range soft">({range(week.held, measure)})</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const noteOf = (unit: Trends['unit'], measured: TrendMeasure) =>
  unit === 'capital' ? noteOfCapitals(measured) : noteOfDistricts(measured);

function noteOfDistricts({ measure, counted, missing }: TrendMeasure): string {
  const leftOut = missing > 0 ? `; of ${missing} more the gazetteer has no number` : '';
  const of = { places: 'Of', population: 'People of', area: 'Square kilometres of' }[measure];
  return `${of} ${plural(counted, 'district')}${leftOut}. Few districts are reported by name: most stay unknown.`;
}

const noteOfCapitals = ({ measure, counted, missing }: TrendMeasure) =>
  measure === 'area'
    ? `Square kilometres of ${plural(counted, 'province')}${missing > 0 ? `, ${missing} without a known boundary left out` : ''}, each as it is reported itself: a province is not held because its capital is, and most are never reported as a whole.`
    : measure === 'population'
      ? `People of ${plural(counted, 'capital')}${missing > 0 ? `; of ${missing} more the gazetteer has no number` : ''}. Those outside are not counted.`
      : `Of ${plural(counted, 'provincial capital')}.`;

interface Props {
  readonly unit: Trends['unit'];
  readonly measured: TrendMeasure;
}

/** What each side gained and lost, week by week, and where its pace turned. */
export function WeekTables({ unit, measured }: Props) {
  const { holders } = useSetting();
  const size = measured.of / Math.max(1, measured.counted);
  const shown = measured.trends.filter(({ weeks }) =>
    weeks.some(
      ({ gained, lost, held }) =>
        Math.max(gained.expected, lost.expected, held.expected) >= TELLING * size,
    ),
  );
  const all = shown.flatMap(({ weeks }) => weeks);
  const most = Math.max(size, ...all.flatMap(({ gained, lost }) => [gained.high, lost.high]));
  const figureOf = (value: number) =>
    measured.measure === 'places'
      ? expectedFigure(value, measured.measure)
      : amount(value, measured.measure);
  const turns = shown.flatMap(({ actor, changePoints }) =>
    changePoints.map(
      ({ from, before, after }) =>
        `${holderName(actor, holders)}: the pace turned in the week of ${shortDay(from)}, from ${figureOf(before)} to ${figureOf(after)} a week.`,
    ),
  );
  return (
    <section aria-labelledby="weeks-title">
      <h3 id="weeks-title">Week by week</h3>
      <p className="note">
        {noteOf(unit, measured)} Expected numbers, as seen now, with 90 % intervals: they are sums
        of probabilities, so that doubt counts in parts.
      </p>
      {shown.length === 0 && <p className="soft">No side moved by as much as half a place.</p>}
      {shown.map((trend) => (
        <WeekTable key={trend.actor} trend={trend} most={most} least={TELLING * size} />
      ))}
      {turns.map((text) => (
        <p key={text} className="turn">
          {text}
        </p>
      ))}
    </section>
  );
}
