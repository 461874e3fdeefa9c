import { dayNumber, type Day, type Standing, type StandingState } from '../../src/domain/index.ts';
import type { HistoryPoint } from '../../src/server/wire.ts';
import { useSetting } from '../state/context.ts';
import { stateFill, stateKey } from './colours.ts';
import { dayWithin } from './words.ts';

const WIDTH = 360;
const HEIGHT = 44;

type Beliefs = Standing['beliefs'];

interface Band {
  readonly key: string;
  readonly state: StandingState;
  readonly path: string;
}

const rank = (key: string) => (key === 'unknown' ? 2 : key === 'contested' ? 1 : 0);
const probabilityOf = (beliefs: Beliefs, key: string) =>
  beliefs.find(({ state }) => stateKey(state) === key)?.probability ?? 0;

/** Stacked from the floor: holders, then contested; what is unknown stays open above them. */
function bandsOf(days: readonly Beliefs[], step: number): readonly Band[] {
  const states = new Map(
    days.flatMap((beliefs) => beliefs.map(({ state }) => [stateKey(state), state] as const)),
  );
  const order = [...states]
    .filter(([key]) => key !== 'unknown')
    .sort(([a], [b]) => rank(a) - rank(b));
  const floor = days.map(() => 0);
  const edge = (values: readonly number[]) =>
    values.map(
      (value, index) => `${(index * step).toFixed(1)},${(HEIGHT * (1 - value)).toFixed(1)}`,
    );
  return order.map(([key, state]) => {
    const low = [...floor];
    days.forEach((beliefs, index) => {
      floor[index]! += probabilityOf(beliefs, key);
    });
    return { key, state, path: `M${[...edge(floor), ...edge(low).reverse()].join('L')}Z` };
  });
}

interface StripProps {
  readonly days: readonly Beliefs[];
  readonly label: string;
  /** Where the chosen day is, 0–1. */
  readonly here: number;
}

function Strip({ days, label, here }: StripProps) {
  const { holders } = useSetting();
  return (
    <div className="strip">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Belief day by day, ${label}`}
      >
        <rect width={WIDTH} height={HEIGHT} className="history-ground" />
        {bandsOf(days, WIDTH / (days.length - 1)).map(({ key, state, path }) => (
          <path key={key} d={path} fill={stateFill(state, holders)} />
        ))}
        {here >= 0 && here <= 1 && (
          <line x1={here * WIDTH} x2={here * WIDTH} y2={HEIGHT} className="history-at" />
        )}
      </svg>
      <span>{label}</span>
    </div>
  );
}

/** Beliefs over time, twice: each day as it was known then, and all days as they are seen now. */
export function History({ points }: { readonly points: readonly HistoryPoint[] }) {
  const { at, known, from, to } = useSetting();
  const dayText = (day: Day) => dayWithin(day, { from, to });
  if (points.length < 2) return null;
  const first = points[0]!.day;
  const last = points.at(-1)!.day;
  const here = (dayNumber(at) - dayNumber(first)) / (points.length - 1);
  return (
    <figure className="history">
      <Strip
        days={points.map(({ filtered }) => filtered)}
        label="each day as known then"
        here={here}
      />
      <Strip
        days={points.map(({ smoothed }) => smoothed)}
        label={`every day as seen on ${dayText(known)}`}
        here={here}
      />
      <figcaption>
        <span>{dayText(first)}</span>
        <span>{dayText(last)}</span>
      </figcaption>
    </figure>
  );
}
