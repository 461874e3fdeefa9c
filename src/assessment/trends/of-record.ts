import type {
  ActorId,
  ClaimId,
  Day,
  PlaceId,
  RecordedClaim,
  ReportHead,
  ReportId,
  Standing,
} from '../../domain/index.ts';
import type { PlaceTree } from '../context.ts';
import { holderOf } from '../standing/holder.ts';
import { saidDay } from '../standing/weigh.ts';
import type { AsOf, AssessmentContext } from '../types.ts';
import {
  checkCount,
  checkOutlook,
  netChange,
  ownCount,
  type CountCheck,
  type OutlookCheck,
} from './checks.ts';
import { trendOf, type Measure, type Span, type Trend } from './trends.ts';

/** What is asked of an assessment by those who look at many places and days at once. */
interface Assessed {
  readonly context: AssessmentContext;
  claim(id: ClaimId): RecordedClaim | undefined;
  report(id: ReportId): ReportHead | undefined;
  beliefs(place: PlaceId, asOf: AsOf): Standing['beliefs'];
  probabilityHeld(place: PlaceId, actor: ActorId, asOf: AsOf): number;
}

/** Whose gains, and in what they are counted: places when nothing is said. */
export interface Whose {
  readonly actor: ActorId;
  readonly measure?: Measure;
}

export function sizeOf(place: PlaceId, measure: Measure, places: PlaceTree): number | undefined {
  switch (measure) {
    case 'places':
      return 1;
    case 'population':
      return places.place(place)?.population;
    case 'area':
      return places.area?.(place);
  }
}

const heldOn = (assessed: Assessed, actor: ActorId, known: Day) => (place: PlaceId, day: Day) =>
  assessed.probabilityHeld(place, actor, { at: day, known });

export function trendIn(
  assessed: Assessed,
  { actor, measure = 'places' }: Whose,
  places: Iterable<PlaceId>,
  span: Span,
): Trend {
  const listed = Array.from(places, (place) => ({
    place,
    weight: sizeOf(place, measure, assessed.context.places) ?? 0,
  }));
  return trendOf({ actor, measure }, listed, span, heldOn(assessed, actor, span.known));
}

/** The claim, whom it is about and when it was said; undefined when it is about nobody. */
function about(assessed: Assessed, id: ClaimId) {
  const recorded = assessed.claim(id);
  if (!recorded) return undefined;
  const { claim } = recorded;
  const actor = holderOf(claim.actor, assessed.context);
  const said = saidDay(recorded, assessed.report(claim.report));
  return actor === null ? undefined : { claim, actor, said };
}

export function outlookBeside(
  assessed: Assessed,
  id: ClaimId,
  places: Iterable<PlaceId>,
  known: Day,
): OutlookCheck | undefined {
  const found = about(assessed, id);
  if (!found) return undefined;
  const { claim, actor, said } = found;
  const change = netChange([...places], heldOn(assessed, actor, known));
  return checkOutlook(claim, actor, { said, last: known }, change);
}

export function countBeside(
  assessed: Assessed,
  id: ClaimId,
  places: Iterable<PlaceId>,
  known: Day,
): CountCheck | undefined {
  const found = about(assessed, id);
  if (!found || !('id' in found.claim.place)) return undefined;
  const { claim, actor, said: at } = found;
  const beliefs = Array.from(places, (place) => assessed.beliefs(place, { at, known }));
  return checkCount(claim, { actor, area: found.claim.place.id, at }, ownCount(actor, beliefs));
}
