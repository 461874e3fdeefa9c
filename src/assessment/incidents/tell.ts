import type { Claim, PlaceId, RecordedClaim, ReportHead } from '../../domain/index.ts';
import { isResolved } from '../../domain/index.ts';
import { isCentre } from '../standing/reach.ts';
import { saidDay, type Weighers } from '../standing/weigh.ts';
import { holderOf } from '../standing/holder.ts';
import type { AssessmentContext } from '../types.ts';
import { GROUP_OF } from './groups.ts';
import type { Told } from './incidents.ts';

const NOT_HAPPENED = new Set<Claim['modality']>(['hypothetical', 'planned', 'predicted']);

/**
 * A claim for the clustering; undefined when it tells of nothing that happened, or of no place that
 * is known: such claims stay in the ledger and belong to no incident.
 */
export function tell(
  { claim, recorded }: RecordedClaim,
  report: ReportHead | undefined,
  { context, registry: { days } }: Weighers,
): Told | undefined {
  const { place, when } = claim;
  if (!isResolved(place) || NOT_HAPPENED.has(claim.modality)) return undefined;
  if (claim.modality === 'background' && when.basis !== 'stated') return undefined;
  const said = days.of(saidDay({ claim, recorded }, report));
  const start = when.basis === 'unknown' ? said : days.of(when.start);
  const end = when.basis === 'unknown' ? said : days.of(when.end);
  const listed = context.places.place(place.id);
  return {
    claim,
    group: GROUP_OF[claim.kind],
    area: areaOf(place.id, context),
    place: place.id,
    actor: holderOf(claim.actor, context, listed?.country),
    target: holderOf(claim.target, context, listed?.country),
    start,
    end,
    said,
    denies: claim.polarity === 'negative',
  };
}

/** A district centre lies in its district. */
export function areaOf(place: PlaceId, { places }: AssessmentContext): PlaceId {
  const listed = places.place(place);
  const around = listed?.within.find((id) => {
    const district = places.place(id);
    return district?.level === 'district' && isCentre(listed, district);
  });
  return around ?? place;
}
