import { dayNumber, type StandingState } from '../../src/domain/index.ts';
import type { OutlookCheck } from '../../src/assessment/index.ts';
import type { Checked, DailyHolding, TrendMeasure, Trends } from '../../src/server/wire.ts';
import { stateFill, stateKey } from '../parts/colours.ts';
import { amount } from '../parts/measures.ts';
import { shortDay, stateName } from '../parts/words.ts';
import { useSetting } from '../state/context.ts';

/** Units of the drawing, which is stretched to its box: words stand over it, in their own size. */
const WIDTH = 760;
const HEIGHT = 220;
/** Room that a name needs on each side. */
const NAME_ROOM = 90;
const DATES = 10;
/** Share of the width from which a date would stand out over the edge. */
const EDGE = 0.97;

const share = (part: number) => `${(100 * part).toFixed(2)}%`;
/** Where a name is centred that has to end inside the drawing, however narrow that is. */
const inside = (part: number) => `clamp(5em, ${share(part)}, 100% - 5em)`;
/** A band thinner than this share at its thickest carries no name. */
const NAMED_FROM = 0.09;

interface Band {
  readonly key: string;
  readonly state: StandingState;
  readonly path: string;
  readonly label: { readonly x: number; readonly y: number } | null;
}

const rank = (key: string) => (key === 'unknown' ? 2 : key === 'contested' ? 1 : 0);
const expectedOf = ({ states }: DailyHolding, key: string) =>
  states.find(({ state }) => stateKey(state) === key)?.expected ?? 0;

function orderOf(daily: readonly DailyHolding[]): readonly (readonly [string, StandingState])[] {
  const states = new Map(
    daily.flatMap((day) => day.states.map(({ state }) => [stateKey(state), state] as const)),
  );
  const last = daily.at(-1)!;
  return [...states].sort(
    ([a], [b]) => rank(a) - rank(b) || expectedOf(last, b) - expectedOf(last, a),
  );
}

/** Bands from the floor up: holders, contested, unknown. Named where they are thickest. */
function bandsOf(daily: readonly DailyHolding[], places: number): readonly Band[] {
  const step = WIDTH / Math.max(1, daily.length - 1);
  const floor = daily.map(() => 0);
  const y = (value: number) => HEIGHT * (1 - value / places);
  const edge = (values: readonly number[]) =>
    values.map((value, index) => `${(index * step).toFixed(2)},${y(value).toFixed(2)}`);
  return orderOf(daily).map(([key, state]) => {
    const low = [...floor];
    daily.forEach((day, index) => {
      floor[index]! += expectedOf(day, key);
    });
    const path = `M${[...edge(floor), ...edge(low).reverse()].join('L')}Z`;
    const thick = floor.map((high, index) => high - low[index]!);
    const at = thick.indexOf(Math.max(...thick));
    const named = thick[at]! / places >= NAMED_FROM;
    const x = Math.min(WIDTH - NAME_ROOM, Math.max(NAME_ROOM, at * step));
    return { key, state, path, label: named ? { x, y: (y(floor[at]!) + y(low[at]!)) / 2 } : null };
  });
}

interface Props {
  readonly unit: Trends['unit'];
  readonly measured: TrendMeasure;
  readonly outlooks: readonly Checked<OutlookCheck>[];
}

const OF: Readonly<Record<Trends['unit'], Readonly<Record<TrendMeasure['measure'], string>>>> = {
  capital: {
    places: 'provincial capitals',
    population: 'people in provincial capitals',
    area: 'of provinces',
  },
  district: { places: 'districts', population: 'people in districts', area: 'of districts' },
};

/** Who held how much, day by day, each day as it was known; judgements pinned to their day. */
export function Holdings({ unit, measured: { measure, daily, of }, outlooks }: Props) {
  const { holders } = useSetting();
  if (daily.length < 2) return <p className="soft">A day is no trend.</p>;
  const first = daily[0]!.day;
  const step = WIDTH / (daily.length - 1);
  const left = (day: string) => (dayNumber(day as typeof first) - dayNumber(first)) * step;
  const bands = bandsOf(daily, of);
  const dates = daily.filter((_, index) => index % Math.ceil(daily.length / DATES) === 0);
  const says = `${amount(of, measure)} ${OF[unit][measure]}`;
  return (
    <figure className="holdings">
      <div className="plot">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${says} by who holds them, day by day`}
        >
          <rect width={WIDTH} height={HEIGHT} className="history-ground" />
          {bands.map(({ key, state, path }) => (
            <path key={key} d={path} fill={stateFill(state, holders)} className="band" />
          ))}
          {[0.25, 0.5, 0.75].map((part) => (
            <line key={part} x2={WIDTH} y1={HEIGHT * part} y2={HEIGHT * part} className="grid" />
          ))}
          {outlooks.map(({ check, view }) => (
            <line
              key={view.claim.id}
              x1={left(check.said)}
              x2={left(check.said)}
              y2={HEIGHT}
              className="pin"
            />
          ))}
        </svg>
        <div className="over">
          {bands.map(
            ({ key, state, label }) =>
              label && (
                <span
                  key={key}
                  className="band-name"
                  style={{ left: inside(label.x / WIDTH), top: share(label.y / HEIGHT) }}
                >
                  {stateName(state, holders)}
                </span>
              ),
          )}
        </div>
        {outlooks.map(({ check, view }, index) => (
          <span
            key={view.claim.id}
            className="pin-name"
            style={{ left: share(left(check.said) / WIDTH) }}
          >
            {index + 1}
          </span>
        ))}
        <div className="days">
          {dates.map(({ day }) => (
            <span
              key={day}
              className={left(day) > EDGE * WIDTH ? 'is-last' : ''}
              style={{ left: share(left(day) / WIDTH) }}
            >
              {shortDay(day)}
            </span>
          ))}
        </div>
      </div>
      <figcaption className="note">
        {says}, expected in each state, each day as known then.
        {outlooks.length > 0 && ' Numbers mark the judgements below.'}
      </figcaption>
    </figure>
  );
}
