import type { Claim, Movement, Place, PlaceId, ResolvedPlace } from '../../domain/index.ts';
import type { PlaceTree } from '../context.ts';
import type { Parameter, Pointing } from '../parameters.ts';
import type { AssessmentContext } from '../types.ts';
import { slug } from './source.ts';

type Factor = Movement['factors'][number];

export interface Reach {
  readonly id: PlaceId;
  /** How much weaker the claim is there than in its own place; absent for its own place. */
  readonly factor?: Factor;
}

const CONTAINED: ReadonlySet<Pointing> = new Set(['gain', 'before', 'hold', 'leave']);

/** The place of a claim, and the places around and within that it says something weaker of. */
export function reachOf(
  claim: Claim,
  place: ResolvedPlace,
  pointing: Pointing,
  { places, parameters }: AssessmentContext,
): Reach[] {
  const reach: Reach[] = [{ id: place.id }];
  const listed = places.place(place.id);
  if (!listed || !CONTAINED.has(pointing) || claim.modality === 'background') return reach;
  const { down, capital, up, centre } = parameters.standing.containment;
  const add = (to: Place, name: string, { value, reason }: Parameter) =>
    reach.push({ id: to.id, factor: { name: `${name} ${listed.name}`, value, reason } });
  if (listed.level === 'province') {
    const seat = seatOf(listed, places);
    if (seat) add(seat, 'within', capital);
    for (const child of places.children(listed.id)) {
      if (child.id !== seat?.id) add(child, 'within', down);
    }
  }
  if (listed.level === 'district') {
    for (const child of places.children(listed.id)) {
      add(child, 'within', isCentre(child, listed) ? centre : down);
    }
  }
  if (listed.level !== 'settlement') return reach;
  for (const id of listed.within) {
    const around = places.place(id);
    if (around?.level === 'district' && isCentre(listed, around)) add(around, 'centre', centre);
    if (around?.level === 'province' && listed.capitalOf === id) add(around, 'seat', up);
  }
  return reach;
}

const seatOf = (division: Place, places: PlaceTree) =>
  places.capital?.(division.id) ??
  places.children(division.id).find(({ capitalOf }) => capitalOf === division.id);

/** The town a district is named after or ruled from: who holds it mostly holds the district. */
export const isCentre = (settlement: Place, district: Place) =>
  settlement.level === 'settlement' &&
  (settlement.capitalOf !== undefined || slug(settlement.name) === slug(district.name));
