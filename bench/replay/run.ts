import { actorSides } from '../../src/assessment/context.ts';
import { Assessor, type AssessmentParameters } from '../../src/assessment/index.ts';
import { holderOf } from '../../src/assessment/standing/holder.ts';
import {
  actorId,
  addDays,
  dayNumber,
  isResolved,
  type ActorId,
  type Claim,
  type Day,
  type PlaceId,
  type RecordedClaim,
  type Report,
  type ReportHead,
} from '../../src/domain/index.ts';
import type { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import type { ActorList } from '../../src/reading/actor-list.ts';
import { lastClaimWins, majorityOfReports, tellingOf, type Telling } from './baselines.ts';
import { daysBetween, type Capital } from './data.ts';
import { findCapital } from './gold.ts';
import type { Course } from './score.ts';

export interface ReadItem {
  readonly report: Report;
  readonly head: ReportHead;
  readonly claims: readonly Claim[];
}

export interface ReplayInput {
  readonly items: readonly ReadItem[];
  readonly capitals: readonly Capital[];
  /** Who came to hold them, where a capital does not say. */
  readonly holder: ActorId;
  readonly resources: { readonly gazetteer: Gazetteer; readonly actors: ActorList };
}

/** Courses of every capital; `smoothed` is as seen on the last day. */
export interface Replay {
  readonly filtered: readonly Course[];
  readonly smoothed: readonly Course[];
  readonly lastClaim: readonly Course[];
  readonly majority: readonly Course[];
}

const publishedOf = ({ report }: ReadItem): Day =>
  report.published.basis === 'unknown'
    ? (report.captured.slice(0, 10) as Day)
    : report.published.value;

/** Runs the reports in order of publication and asks, for each capital and day, who held it. */
export function replay(input: ReplayInput, parameters: AssessmentParameters): Replay {
  const { items, capitals, holder, resources } = input;
  const actors = actorSides(resources.actors.actors);
  const assessor = new Assessor({ places: resources.gazetteer, actors, parameters });
  for (const item of items) {
    const claims: RecordedClaim[] = item.claims.map((claim) => ({
      claim,
      recorded: item.report.captured,
    }));
    assessor.add({ claims, reports: [item.head] });
  }
  const side = ({ actor, place }: Claim) => {
    const country = isResolved(place) ? resources.gazetteer.place(place.id)?.country : undefined;
    return holderOf(actor, { actors, parameters }, country);
  };
  const tellings = items.flatMap((item, order) =>
    item.claims
      .map((claim) => tellingOf(claim, publishedOf(item), order, side))
      .filter((telling): telling is Telling => telling !== undefined),
  );
  const places = capitals.map((capital) => ({
    capital,
    place: placeOfCapital(capital, resources.gazetteer),
  }));
  const whole = span(items, new Set(places.flatMap(({ place }) => place ?? [])));
  const courses = (of: (asked: Asked) => number): Course[] =>
    places.map(({ capital, place }) => {
      const [from, to] = daysOf(capital) ?? whole;
      const by = capital.holder === undefined ? holder : actorId(capital.holder);
      return {
        capital,
        reports: place === undefined ? 0 : reportsAbout(items, place, [from, to]),
        days: [...daysBetween(from, to)].map((day) => ({
          day,
          probability: place === undefined ? 0 : of({ place, day, by, last: to }),
        })),
      };
    });
  const about = (place: PlaceId) => tellings.filter((telling) => telling.place === place);
  const held = ({ place, by, day: at }: Asked, known: Day) =>
    assessor.probabilityHeld(place, by, { at, known });
  return {
    filtered: courses((asked) => held(asked, asked.day)),
    smoothed: courses((asked) => held(asked, asked.last)),
    lastClaim: courses(({ place, day, by }) => lastClaimWins(about(place), dayNumber(day), by)),
    majority: courses(({ place, day, by }) => majorityOfReports(about(place), dayNumber(day), by)),
  };
}

interface Asked {
  readonly place: PlaceId;
  readonly day: Day;
  readonly by: ActorId;
  /** Last day of the course. */
  readonly last: Day;
}

const AROUND_DAYS = 5;

/** A town of another war has a course of its own, some days about its fall. */
const daysOf = ({ country, fell_range: [first, last] }: Capital): [Day, Day] | undefined =>
  country === undefined ? undefined : [addDays(first, -AROUND_DAYS), addDays(last, AROUND_DAYS)];

export function placeOfCapital(capital: Capital, gazetteer: Gazetteer): PlaceId | undefined {
  const names = [capital.capital, ...capital.aliases];
  const { province = null, country = 'AF' } = capital;
  const found = names.map((name) => findCapital(name, { province, country }, gazetteer));
  return (found.find((place) => place?.capitalOf !== undefined) ?? found[0])?.id;
}

const placeIn = ({ place }: Claim) => (isResolved(place) ? place.id : undefined);

const reportsAbout = (
  items: readonly ReadItem[],
  place: PlaceId,
  [from, to]: readonly [Day, Day],
) =>
  items
    .filter((item) => publishedOf(item) >= from && publishedOf(item) <= to)
    .filter(({ claims }) =>
      claims.some((claim) => claim.kind.startsWith('control.') && placeIn(claim) === place),
    ).length;

/** First and last day on which a report spoke of one of the places. */
function span(items: readonly ReadItem[], places: ReadonlySet<PlaceId>): [Day, Day] {
  const days = items
    .filter(({ claims }) =>
      claims.some((claim) => {
        const place = placeIn(claim);
        return place !== undefined && places.has(place);
      }),
    )
    .map(publishedOf)
    .sort();
  return [days[0]!, days.at(-1)!];
}
