import type { Place } from '../../domain/index.ts';
import { isInside, type PlaceSpan } from './span.ts';

const ALIKE = 0.85;

/**
 * "Kunduz fell": a bare name that a division shares with a town in it means the town, for news calls
 * a province a province. Weights fitted on coordinates cannot tell the two apart: they lie together.
 */
export function seatMeant({ level, side, candidates }: PlaceSpan, place: Place): Place {
  if (level !== undefined || side !== undefined) return place;
  if (place.level !== 'province' && place.level !== 'district') return place;
  const towns = candidates.filter(
    ({ place: town, similarity }) =>
      town.level === 'settlement' && similarity >= ALIKE && isInside(town, place),
  );
  const seat = towns.find(({ place: town }) => town.capitalOf !== undefined) ?? towns[0];
  return seat?.place ?? place;
}
