import { addDays, type ActorId, type Day, type Place, type PlaceId } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { LiveAssessment } from './live-assessment.ts';
import type { Timeline, TimelineDay } from './wire.ts';

type Gain = TimelineDay['gains'][number];
interface Counts {
  readonly reports: Set<string>;
  claims: number;
}

/** Claims and reports by the day they were said. */
function countsByDay(live: LiveAssessment, gazetteer: Gazetteer, country: Place | undefined) {
  const counts = new Map<Day, Counts>();
  for (const recorded of live.claims.values()) {
    const { place, report } = recorded.claim;
    if (country && (!('id' in place) || gazetteer.place(place.id)?.country !== country.country))
      continue;
    const day = live.saidDay(recorded);
    const entry = counts.get(day) ?? { reports: new Set(), claims: 0 };
    entry.reports.add(report);
    entry.claims += 1;
    counts.set(day, entry);
  }
  return counts;
}

/** Settlements and districts some claim names; a province follows its places. */
function placesWatched(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  country: Place | undefined,
): readonly Place[] {
  return [...live.placesNamed()].flatMap(([id, claims]) => {
    const place = gazetteer.place(id);
    const bears = claims.some(({ claim }) => claim.kind.startsWith('control.'));
    const fine =
      place?.level === 'settlement' || place?.level === 'district' || place?.level === 'exact';
    return place && fine && bears && (!country || place.country === country.country) ? [place] : [];
  });
}

const GAINS = new Set(['control.captured', 'control.recaptured', 'control.surrendered']);

/** Whether somebody says that this side took the place: to learn who holds it is no gain of theirs. */
const gained = (live: LiveAssessment, place: PlaceId, by: ActorId) =>
  live.claimsAt(place).some(({ claim: { kind, polarity, actor } }) => {
    const side = actor?.id && live.assessor.context.actors.side(actor.id);
    return GAINS.has(kind) && polarity === 'positive' && side === by;
  });

/** Who came to hold what on each day, as known on that day. */
export function timelineOf(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  country: Place | undefined,
  { from, to }: { readonly from: Day; readonly to: Day },
): Timeline {
  const counts = countsByDay(live, gazetteer, country);
  const places = placesWatched(live, gazetteer, country);
  const names = new Map(places.map(({ id, name }) => [id, name]));
  let before = new Map<PlaceId, string | null>();
  const days: TimelineDay[] = [];
  for (let day = addDays(from, -1); day <= to; day = addDays(day, 1)) {
    const standings = live.assessor.map({ at: day, known: day }, names.keys());
    const now = new Map(
      standings.map(({ place, best }) => [place, best.state === 'held' ? best.by : null]),
    );
    const gains = [...now].flatMap(([place, by]): Gain[] =>
      by !== null && before.get(place) !== by && gained(live, place, by)
        ? [{ by, place, name: names.get(place)! }]
        : [],
    );
    if (day >= from) {
      const { reports, claims } = counts.get(day) ?? { reports: new Set(), claims: 0 };
      days.push({ day, reports: reports.size, claims, gains });
    }
    // A place of which news has only gone stale has not changed hands when news comes again.
    before = new Map([...now].map(([place, by]) => [place, by ?? before.get(place) ?? null]));
  }
  return { days };
}
