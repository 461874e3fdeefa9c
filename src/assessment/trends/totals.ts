import type { Place, PlaceId, StandingState } from '../../domain/index.ts';
import type { PlaceTree } from '../context.ts';
import type { AsOf, Total, Totals } from '../types.ts';

export interface Believed {
  readonly place: PlaceId;
  readonly beliefs: readonly { readonly state: StandingState; readonly probability: number }[];
}

export const stateKey = (state: StandingState) =>
  state.state === 'held' ? `held:${state.by}` : state.state;

interface Running {
  readonly state: StandingState;
  places: number;
  expected: number;
  population: number;
  area: number;
}

/**
 * How much each state has of the places asked about, in three denominators. A place counts in full
 * for its most likely state, and by its beliefs in `expected`.
 */
export function totalsOf(asOf: AsOf, believed: readonly Believed[], tree: PlaceTree): Totals {
  const running = new Map<string, Running>();
  const entry = (state: StandingState) => {
    let found = running.get(stateKey(state));
    if (!found) {
      found = { state, places: 0, expected: 0, population: 0, area: 0 };
      running.set(stateKey(state), found);
    }
    return found;
  };
  const listed = believed.map(({ place }) => tree.place(place));
  const areas = believed.map(({ place }) => tree.area?.(place));
  for (const [i, { beliefs }] of believed.entries()) {
    for (const { state, probability } of beliefs) entry(state).expected += probability;
    const best = entry(beliefs[0]!.state);
    best.places++;
    best.population += listed[i]?.population ?? 0;
    best.area += areas[i] ?? 0;
  }
  const known = areas.every((area) => area !== undefined);
  return {
    asOf,
    of: {
      places: believed.length,
      population: sum(listed, (place) => place?.population ?? 0),
      noPopulation: listed.filter((place) => place?.population === undefined).length,
      area: known ? sum(areas, (area) => area ?? 0) : null,
    },
    totals: [...running.values()]
      .map(({ area, ...rest }): Total => ({ ...rest, area: known ? area : null }))
      .sort((a, b) => b.places - a.places || b.expected - a.expected),
  };
}

const sum = <T>(items: readonly T[], value: (item: T) => number) =>
  items.reduce((total, item) => total + value(item), 0);

/** Places of one level inside an area, whether or not anything is known of them. */
export function placesIn(tree: PlaceTree, area: PlaceId, level: Place['level']): Place[] {
  return tree
    .children(area)
    .flatMap((child) =>
      child.level === level
        ? [child]
        : child.level === 'settlement'
          ? []
          : placesIn(tree, child.id, level),
    );
}
