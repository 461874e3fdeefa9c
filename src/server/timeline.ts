import { addDays, type ActorId, type Day, type Place, type PlaceId } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { LiveAssessment } from './live-assessment.ts';
import { settled } from './settled.ts';
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
  return [...live.tallies].flatMap(([id, { control: bears }]) => {
    const place = gazetteer.place(id);
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

/** When a place came into other hands, as known on the day: looked for on the days somebody spoke of it. */
function gainsAt(live: LiveAssessment, { id, name }: Place): readonly (readonly [Day, Gain])[] {
  const days = [...new Set(live.claimsAt(id).map((recorded) => live.saidDay(recorded)))].sort();
  let before: ActorId | null = null;
  return days.flatMap((day) => {
    const [standing] = live.assessor.map({ at: day, known: day }, [id]);
    const state = standing && settled(standing);
    const by = state?.state === 'held' ? state.by : null;
    // A place of which news has only gone stale has not changed hands when news comes again.
    if (by === null || by === before) return [];
    before = by;
    return gained(live, id, by) ? [[day, { by, place: id, name }] as const] : [];
  });
}

function gainsByDay(
  live: LiveAssessment,
  places: readonly Place[],
): ReadonlyMap<Day, readonly Gain[]> {
  const found = new Map<Day, Gain[]>();
  for (const [day, gain] of places.flatMap((place) => gainsAt(live, place))) {
    found.set(day, [...(found.get(day) ?? []), gain]);
  }
  return found;
}

/** Claims, reports and gains of each day, as known on that day. */
export function timelineOf(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  country: Place | undefined,
  { from, to }: { readonly from: Day; readonly to: Day },
): Timeline {
  const counts = countsByDay(live, gazetteer, country);
  const gains = gainsByDay(live, placesWatched(live, gazetteer, country));
  const days: TimelineDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const { reports, claims } = counts.get(day) ?? { reports: new Set(), claims: 0 };
    days.push({ day, reports: reports.size, claims, gains: gains.get(day) ?? [] });
  }
  return { days };
}
