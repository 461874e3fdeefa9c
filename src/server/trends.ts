import type { CountCheck, OutlookCheck } from '../assessment/index.ts';
import {
  addDays,
  isResolved,
  type ActorId,
  type Claim,
  type Day,
  type Place,
  type PlaceId,
  type RecordedClaim,
} from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { LiveAssessment } from './live-assessment.ts';
import type { Checked, DailyHolding, Trends } from './wire.ts';

/** Longest run of days drawn; before that, the weeks say enough. */
const MOST_DAYS = 120;
/** Sides drawn: more lines than colours tell nothing. */
const MOST_SIDES = 4;
const MOST_CHECKS = 20;

export interface TrendQuestion {
  readonly country: Place;
  readonly from: Day;
  readonly to: Day;
  readonly holders: readonly ActorId[];
}

const seatsOf = (country: Place, gazetteer: Gazetteer): readonly PlaceId[] =>
  gazetteer.children(country.id, 'province').flatMap(({ id }) => gazetteer.capital(id)?.id ?? []);

/** How much of the places each state has, day by day, each as known on that day. */
function dailyOf(
  live: LiveAssessment,
  places: readonly PlaceId[],
  from: Day,
  to: Day,
): readonly DailyHolding[] {
  const earliest = addDays(to, 1 - MOST_DAYS);
  const days: DailyHolding[] = [];
  for (let day = from < earliest ? earliest : from; day <= to; day = addDays(day, 1)) {
    const { totals } = live.assessor.totals({ at: day, known: day }, places);
    days.push({ day, states: totals.map(({ state, expected }) => ({ state, expected })) });
  }
  return days;
}

/** Whether a claim speaks of the country: by its place, or by a side that fights in it. */
function speaksOf(
  claim: Claim,
  { country, holders }: TrendQuestion,
  live: LiveAssessment,
  gazetteer: Gazetteer,
) {
  if (isResolved(claim.place)) return gazetteer.place(claim.place.id)?.country === country.country;
  const side = claim.actor?.id && live.assessor.context.actors.side(claim.actor.id);
  return side !== undefined && holders.includes(side);
}

type Check = OutlookCheck | CountCheck;

/** Claims of one kind beside what the record shows; one for each origin, newest first. */
function checksOf<T extends Check>(
  live: LiveAssessment,
  claims: readonly RecordedClaim[],
  check: (claim: Claim) => T | undefined,
): readonly Checked<T>[] {
  const seen = new Set<string>();
  return [...claims]
    .sort(
      (a, b) =>
        live.saidDay(b).localeCompare(live.saidDay(a)) || (a.claim.id < b.claim.id ? -1 : 1),
    )
    .flatMap((recorded) => {
      const key = `${live.originOf(recorded.claim.report)}|${recorded.claim.evidence.exact}`;
      const found = seen.has(key) ? undefined : check(recorded.claim);
      seen.add(key);
      return found ? [{ check: found, view: live.view(recorded) }] : [];
    })
    .slice(0, MOST_CHECKS);
}

export function trendsOf(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  question: TrendQuestion,
): Trends {
  const { country, from, to, holders } = question;
  const seats = seatsOf(country, gazetteer);
  const districts = gazetteer
    .children(country.id, 'province')
    .flatMap(({ id }) => gazetteer.children(id, 'district').map((district) => district.id));
  const ofKind = (kind: Claim['kind']) =>
    [...live.claims.values()].filter(
      (recorded) =>
        recorded.claim.kind === kind &&
        live.saidDay(recorded) <= to &&
        speaksOf(recorded.claim, question, live, gazetteer),
    );
  return {
    places: seats.length,
    daily: dailyOf(live, seats, from, to),
    trends: holders
      .slice(0, MOST_SIDES)
      .map((actor) => live.assessor.trend(actor, seats, { from, to, known: to })),
    outlooks: checksOf(live, ofKind('outlook'), ({ id }) =>
      live.assessor.checkOutlook(id, seats, to),
    ),
    counts: checksOf(live, ofKind('control.count'), ({ id }) =>
      live.assessor.checkCount(id, districts, to),
    ),
  };
}
