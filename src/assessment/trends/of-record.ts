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
import type { AsOf, AssessmentContext, Change, Totals } from '../types.ts';
import {
  checkCount,
  checkOutlook,
  netChange,
  ownCount,
  type CountCheck,
  type OutlookCheck,
} from './checks.ts';
import { differs, diffOf } from './diff.ts';
import { totalsOf } from './totals.ts';
import { trendOf, type Measure, type Span, type Trend } from './trends.ts';

/** What is asked of an assessment by those who look at many places and days at once. */
interface Assessed {
  readonly context: AssessmentContext;
  claim(id: ClaimId): RecordedClaim | undefined;
  report(id: ReportId): ReportHead | undefined;
  beliefs(place: PlaceId, asOf: AsOf): Standing['beliefs'];
  probabilityHeld(place: PlaceId, actor: ActorId, asOf: AsOf): number;
  standing(place: PlaceId, asOf: AsOf): Standing;
  places(): PlaceId[];
}

/** Whose gains, and in what they are counted: places when nothing is said. */
export interface Whose {
  readonly actor: ActorId;
  readonly measure?: Measure;
}

/** How much of a measure a place has; undefined where the gazetteer does not know. */
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

/** Gains and losses of an actor, week by week, in the places given. */
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

/** An outlook claim beside what the record shows of the places given; undefined without an actor. */
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

/** A claim of how many places somebody holds beside our own count of the places given. */
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

/** How much each state has of the places given. */
export function totalsIn(assessed: Assessed, asOf: AsOf, places: Iterable<PlaceId>): Totals {
  const believed = Array.from(places, (place) => ({
    place,
    beliefs: assessed.beliefs(place, asOf),
  }));
  return totalsOf(asOf, believed, assessed.context.places);
}

/** What changed in the picture from one question to another, the surest first. */
export function changesBetween(
  assessed: Assessed,
  before: AsOf,
  after: AsOf,
  places: Iterable<PlaceId> = assessed.places(),
): Change[] {
  // Most places have not changed, and what moved them is not asked for.
  const changed = [...places].filter((place) =>
    differs(assessed.beliefs(place, before), assessed.beliefs(place, after)),
  );
  const pairs = changed.map((place) => {
    return [assessed.standing(place, before), assessed.standing(place, after)] as const;
  });
  return diffOf(pairs, assessed.context, (claim) => assessed.claim(claim)!.claim.report);
}
