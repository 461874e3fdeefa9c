import type { PeopleWord } from './peoples.ts';
import type { Resolution } from './resolve.ts';

/** So many other names must agree before a lone town of another country is doubted. */
const ENOUGH = 3;
/** For a smaller one two are enough. */
const ENOUGH_FOR_SMALL = 2;
const SMALL = 50_000;
const METROPOLIS = 500_000;

/**
 * Names put in a small town of a country of which the text says nothing else: in a report on Mali
 * the town is one that the gazetteer lacks, and not its namesake in Australia. News says in which
 * country a small place lies when it leaves its own; who speaks of an armed group speaks of where it fights.
 */
export function strays(
  found: readonly Resolution[],
  peoples: readonly PeopleWord[],
  homes: ReadonlySet<string> = new Set(),
): ReadonlySet<Resolution> {
  const named = new Map(found.map(({ place }) => [place.id, place.country]));
  const count = new Map<string, number>();
  for (const country of named.values()) count.set(country, (count.get(country) ?? 0) + 1);
  const spoken = new Set([...peoples.map(({ place }) => place.country), ...homes]);
  return new Set(
    found.filter(({ place }) => {
      const { level, population = 0, capitalOf, within } = place;
      if (level !== 'settlement' && level !== 'district') return false;
      const isSeat = capitalOf !== undefined && within.slice(0, 2).includes(capitalOf);
      if (isSeat || population >= METROPOLIS) return false;
      const own = count.get(place.country)!;
      return (
        own === 1 &&
        named.size - own >= (population < SMALL ? ENOUGH_FOR_SMALL : ENOUGH) &&
        !spoken.has(place.country)
      );
    }),
  );
}
