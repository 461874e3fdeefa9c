import { dayNumber, type StandingState } from '../../src/domain/index.ts';
import type { DailyHolding, Trends } from '../../src/server/wire.ts';
import { stateFill, stateKey } from '../parts/colours.ts';
import { shortDay, stateName } from '../parts/words.ts';
import { useSetting } from '../state/context.ts';

const WIDTH = 760;
const HEIGHT = 220;
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
    values.map((value, index) => `${(index * step).toFixed(1)},${y(value).toFixed(1)}`);
  return orderOf(daily).map(([key, state]) => {
    const low = [...floor];
    daily.forEach((day, index) => {
      floor[index]! += expectedOf(day, key);
    });
    const path = `M${[...edge(floor), ...edge(low).reverse()].join('L')}Z`;
    const thick = floor.map((high, index) => high - low[index]!);
    const at = thick.indexOf(Math.max(...thick));
    const named = thick[at]! / places >= NAMED_FROM;
    const x = Math.min(WIDTH - 70, Math.max(70, at * step));
    return { key, state, path, label: named ? { x, y: (y(floor[at]!) + y(low[at]!)) / 2 } : null };
  });
}

interface Props {
  readonly trends: Trends;
}

/** Who held how many capitals, day by day, each day as it was known; judgements pinned to their day. */
export function Holdings({ trends: { daily, places, outlooks } }: Props) {
  const { holders } = useSetting();
  if (daily.length < 2) return <p className="soft">A day is no trend.</p>;
  const first = daily[0]!.day;
  const step = WIDTH / (daily.length - 1);
  const left = (day: string) => (dayNumber(day as typeof first) - dayNumber(first)) * step;
  const bands = bandsOf(daily, places);
  return (
    <figure className="holdings">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 34}`}
        role="img"
        aria-label="Provincial capitals by who holds them, day by day"
      >
        <g transform="translate(0,14)">
          <rect width={WIDTH} height={HEIGHT} className="history-ground" />
          {bands.map(({ key, state, path }) => (
            <path key={key} d={path} fill={stateFill(state, holders)} className="band" />
          ))}
          {[0.25, 0.5, 0.75].map((share) => (
            <line key={share} x2={WIDTH} y1={HEIGHT * share} y2={HEIGHT * share} className="grid" />
          ))}
          {bands.map(
            ({ key, state, label }) =>
              label && (
                <text key={key} x={label.x} y={label.y} className="band-name">
                  {stateName(state, holders)}
                </text>
              ),
          )}
          {outlooks.map(({ check, view }, index) => (
            <g key={view.claim.id} transform={`translate(${left(check.said)},0)`}>
              <line y2={HEIGHT} className="pin" />
              <text y={-4} className="pin-name">
                {index + 1}
              </text>
            </g>
          ))}
          {daily
            .filter((_, index) => index % Math.ceil(daily.length / 10) === 0)
            .map(({ day }) => (
              <text
                key={day}
                x={left(day)}
                y={HEIGHT + 15}
                className={`day${day === first ? ' is-first' : ''}`}
              >
                {shortDay(day)}
              </text>
            ))}
        </g>
      </svg>
      <figcaption className="soft">
        Expected number of the {places} provincial capitals in each state, each day as known then.
        Numbers mark the judgements below.
      </figcaption>
    </figure>
  );
}
