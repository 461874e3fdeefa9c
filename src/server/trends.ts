import {
  countBeside,
  outlookBeside,
  sizeOf,
  stateKey,
  trendIn,
  type CountCheck,
  type Measure,
  type OutlookCheck,
} from '../assessment/index.ts';
import {
  addDays,
  isResolved,
  type ActorId,
  type Claim,
  type Day,
  type Place,
  type PlaceId,
  type RecordedClaim,
  type StandingState,
} from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { LiveAssessment } from './live-assessment.ts';
import type { Checked, DailyHolding, TrendMeasure, Trends } from './wire.ts';

/** Longest run of days drawn; before that, the weeks say enough. */
const MOST_DAYS = 120;
/** Sides drawn: more lines than colours tell nothing. */
const MOST_SIDES = 4;
const MOST_CHECKS = 20;

export interface TrendQuestion {
  readonly country: Place;
  /** A first-level division of it, when the question is of that alone. */
  readonly area?: Place | undefined;
  readonly from: Day;
  readonly to: Day;
  readonly holders: readonly ActorId[];
}

/** What is counted: a country by its divisions and their seats, a division by its districts. */
interface Units {
  readonly unit: Trends['unit'];
  readonly places: readonly PlaceId[];
  readonly divisions: readonly PlaceId[];
}

function unitsOf({ country, area }: TrendQuestion, gazetteer: Gazetteer): Units {
  if (area) {
    const districts = gazetteer.children(area.id, 'district').map(({ id }) => id);
    return { unit: 'district', places: districts, divisions: districts };
  }
  const divisions = gazetteer.children(country.id, 'province').map(({ id }) => id);
  const places = divisions.flatMap((id) => gazetteer.capital(id)?.id ?? []);
  return { unit: 'capital', places, divisions };
}

interface Sized {
  readonly place: PlaceId;
  readonly size: number;
}

/** How much of a measure each state has, day by day, each as known on that day. */
function dailyOf(
  live: LiveAssessment,
  places: readonly Sized[],
  { from, to }: Pick<TrendQuestion, 'from' | 'to'>,
): readonly DailyHolding[] {
  const earliest = addDays(to, 1 - MOST_DAYS);
  const days: DailyHolding[] = [];
  for (let day = from < earliest ? earliest : from; day <= to; day = addDays(day, 1)) {
    const states = new Map<string, { state: StandingState; expected: number }>();
    for (const { place, size } of places) {
      for (const { state, probability } of live.assessor.beliefs(place, { at: day, known: day })) {
        const found = states.get(stateKey(state)) ?? { state, expected: 0 };
        found.expected += size * probability;
        states.set(stateKey(state), found);
      }
    }
    days.push({ day, states: [...states.values()] });
  }
  return days;
}

function measured(
  live: LiveAssessment,
  measure: Measure,
  places: readonly PlaceId[],
  { from, to, holders }: TrendQuestion,
): TrendMeasure {
  const sized = places.flatMap((place) => {
    const size = sizeOf(place, measure, live.assessor.context.places);
    return size === undefined ? [] : [{ place, size }];
  });
  const known = sized.map(({ place }) => place);
  return {
    measure,
    of: sized.reduce((sum, { size }) => sum + size, 0),
    counted: sized.length,
    missing: places.length - sized.length,
    daily: dailyOf(live, sized, { from, to }),
    trends: holders
      .slice(0, MOST_SIDES)
      .map((actor) => trendIn(live.assessor, { actor, measure }, known, { from, to, known: to })),
  };
}

/**
 * Whether a claim speaks of the country: by its place, or by a side that fights in it; of a division
 * of it, by its place.
 */
function speaksOf(
  claim: Claim,
  { country, area, holders }: TrendQuestion,
  live: LiveAssessment,
  gazetteer: Gazetteer,
) {
  const place = isResolved(claim.place) ? gazetteer.place(claim.place.id) : undefined;
  if (area) return place?.id === area.id || place?.within.includes(area.id) === true;
  if (isResolved(claim.place)) return place?.country === country.country;
  const side = claim.actor?.id && live.assessor.context.actors.side(claim.actor.id);
  return side !== undefined && holders.includes(side);
}

/** The places a count is of: capitals or provinces where it says so, else districts, of the area it names. */
function placesCounted(claim: Claim, country: Place, gazetteer: Gazetteer): readonly PlaceId[] {
  const unit = claim.amounts.map(({ unit: word }) => word).join(' ');
  const area = isResolved(claim.place) ? gazetteer.place(claim.place.id) : undefined;
  const divisions =
    area?.level === 'province' ? [area] : gazetteer.children(country.id, 'province');
  if (/capital|cit(y|ies)/i.test(unit)) {
    return divisions.flatMap(({ id }) => gazetteer.capital(id)?.id ?? []);
  }
  if (/province/i.test(unit)) return divisions.map(({ id }) => id);
  return divisions.flatMap(({ id }) => gazetteer.children(id, 'district').map((one) => one.id));
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
  const { country, area, to } = question;
  const { unit, places, divisions } = unitsOf(question, gazetteer);
  const ofKind = (kind: Claim['kind']) =>
    [...live.claims.values()].filter(
      (recorded) =>
        recorded.claim.kind === kind &&
        live.saidDay(recorded) <= to &&
        speaksOf(recorded.claim, question, live, gazetteer),
    );
  const areas = gazetteer.children(country.id, 'province').map(({ id, name }) => ({ id, name }));
  return {
    area: area?.id ?? null,
    areas: areas.sort((a, b) => a.name.localeCompare(b.name)),
    unit,
    measures: [
      measured(live, 'places', places, question),
      measured(live, 'population', places, question),
      measured(live, 'area', divisions, question),
    ].filter(({ counted }) => counted > 0),
    outlooks: checksOf(live, ofKind('outlook'), ({ id }) =>
      outlookBeside(live.assessor, id, places, to),
    ),
    counts: checksOf(live, ofKind('control.count'), (claim) =>
      countBeside(live.assessor, claim.id, placesCounted(claim, country, gazetteer), to),
    ),
  };
}
