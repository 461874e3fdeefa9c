import type { Place, PlaceId } from '../../domain/index.ts';
import { kilometresBetween } from '../../gazetteer/distance.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import { isInside } from './span.ts';

/** What the other names of a text could mean, whatever they turn out to mean, near one candidate. */
export interface Company {
  /** Names with a candidate close by, each for less the more places bear it. */
  readonly near: number;
  /** Names with a candidate around or inside this one, counted the same way. */
  readonly nested: number;
}

export type Companies = ReadonlyMap<PlaceId, Company>;

const CLOSE_KM = 40;
/** Degrees of latitude beyond which a place is not close: about 220 km. */
const FARTHEST_DEGREES = 2;
/** The work grows with the square of the names. */
const MOST_NAMES = 60;
const MOST_CANDIDATES = 24;

const WIDE = new Set<Place['level']>(['country', 'region']);

function closeness(place: Place, other: Place): number {
  if (other.country !== place.country || Math.abs(other.lat - place.lat) > FARTHEST_DEGREES)
    return 0;
  return Math.exp(-kilometresBetween(place, other) / CLOSE_KM);
}

/**
 * Paris, with Henry County beside it, is in Tennessee: names that could lie together most likely do.
 * Unlike what names lend each other once each has a favourite, this does not depend on a first guess.
 */
export function companiesOf(names: readonly (readonly Candidate[])[]): readonly Companies[] {
  const local = names.map((candidates) =>
    candidates.slice(0, MOST_CANDIDATES).filter(({ place }) => !WIDE.has(place.level)),
  );
  return local.map((own, i) => {
    const others = local.filter((list, j) => j !== i && list.length > 0).slice(0, MOST_NAMES);
    return new Map(own.map(({ place }) => [place.id, companyOf(place, others)]));
  });
}

function companyOf(place: Place, others: readonly (readonly Candidate[])[]): Company {
  let [near, nested] = [0, 0];
  for (const list of others) {
    let closest = 0;
    let holds = false;
    for (const { place: other } of list) {
      if (other.id === place.id) continue;
      closest = Math.max(closest, closeness(place, other));
      holds ||= isInside(place, other) || isInside(other, place);
    }
    near += closest / list.length;
    if (holds) nested += 1 / list.length;
  }
  return { near: Math.log1p(near), nested: Math.log1p(nested) };
}
