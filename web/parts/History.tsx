import { dayNumber, type StandingState } from '../../src/domain/index.ts';
import type { HistoryPoint } from '../../src/server/wire.ts';
import { useSetting } from '../state/context.ts';
import { stateFill, stateKey } from './colours.ts';
import { shortDay } from './words.ts';

const WIDTH = 360;
const HEIGHT = 56;

interface Band {
  readonly key: string;
  readonly state: StandingState;
  readonly path: string;
}

const rank = (key: string) => (key === 'unknown' ? 2 : key === 'contested' ? 1 : 0);
const probabilityOf = ({ filtered }: HistoryPoint, key: string) =>
  filtered.find(({ state }) => stateKey(state) === key)?.probability ?? 0;

/** Stacked from the floor: holders, then contested; what is unknown stays open above them. */
function bandsOf(points: readonly HistoryPoint[], step: number): readonly Band[] {
  const states = new Map(
    points.flatMap(({ filtered }) =>
      filtered.map(({ state }) => [stateKey(state), state] as const),
    ),
  );
  const order = [...states]
    .filter(([key]) => key !== 'unknown')
    .sort(([a], [b]) => rank(a) - rank(b));
  const floor = points.map(() => 0);
  const edge = (values: readonly number[]) =>
    values.map(
      (value, index) => `${(index * step).toFixed(1)},${(HEIGHT * (1 - value)).toFixed(1)}`,
    );
  return order.map(([key, state]) => {
    const low = [...floor];
    points.forEach((point, index) => {
      floor[index]! += probabilityOf(point, key);
    });
    return { key, state, path: `M${[...edge(floor), ...edge(low).reverse()].join('L')}Z` };
  });
}

/** Beliefs over time as stacked bands, each day as it was known on that day. */
export function History({ points }: { readonly points: readonly HistoryPoint[] }) {
  const { holders, at } = useSetting();
  if (points.length < 2) return null;
  const step = WIDTH / (points.length - 1);
  const first = points[0]!.day;
  const here = (dayNumber(at) - dayNumber(first)) * step;
  return (
    <figure className="history">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label="Belief day by day, each day as known then"
      >
        <rect width={WIDTH} height={HEIGHT} className="history-ground" />
        {bandsOf(points, step).map(({ key, state, path }) => (
          <path key={key} d={path} fill={stateFill(state, holders)} />
        ))}
        {here >= 0 && here <= WIDTH && (
          <line x1={here} x2={here} y2={HEIGHT} className="history-at" />
        )}
      </svg>
      <figcaption>
        <span>{shortDay(first)}</span>
        <span>belief, each day as known then</span>
        <span>{shortDay(points.at(-1)!.day)}</span>
      </figcaption>
    </figure>
  );
}
