import type { Place, PlaceId, StandingSummary } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { AsOf } from '../assessment/index.ts';
import { changesSince, dayBefore, type Clocks, type Compared, type Entry } from './changes.ts';
import type { LiveAssessment } from './live-assessment.ts';
import { settled } from './settled.ts';
import { totalsOf } from './totals.ts';
import type { Picture, PlacePicture, StandingBrief } from './wire.ts';

/** Likelihood below which a state is not sent for a map: its sector would be thinner than a line. */
const DRAWN = 0.005;

export function briefOf(standing: StandingSummary): StandingBrief {
  const { best, probability, likelihood, besieged, origins, newest, age } = standing;
  const { source, information, claims, claimed } = standing;
  const drawn = standing.beliefs.filter((belief) => belief.probability >= DRAWN);
  return {
    best,
    probability,
    likelihood,
    besieged,
    origins,
    newest,
    age,
    source,
    information,
    claims,
    claimed,
    beliefs: drawn,
    state: settled(standing),
  };
}

/**
 * Places a picture shows: divisions and their seats whether or not there is news of them, and every
 * other place that some claim names. A place that is only touched by news of the place around it
 * adds nothing a reader can check.
 */
export const placesShown = (
  live: LiveAssessment,
  gazetteer: Gazetteer,
  country: Place | undefined,
) =>
  live.remember(`places of ${country?.id ?? 'everywhere'}`, () =>
    findPlaces(live, gazetteer, country),
  );

function findPlaces(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  country: Place | undefined,
): readonly Place[] {
  const shown = new Map<PlaceId, Place>();
  const divisions = country ? gazetteer.children(country.id, 'province') : [];
  for (const division of divisions) {
    shown.set(division.id, division);
    const seat = gazetteer.capital(division.id);
    if (seat) shown.set(seat.id, seat);
  }
  for (const id of live.tallies.keys()) {
    const place = gazetteer.place(id);
    if (!place || (country && place.country !== country.country)) continue;
    if (place.level === 'country' || place.level === 'region') continue;
    shown.set(id, place);
  }
  return [...shown.values()];
}

export function entriesOf(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  asOf: AsOf,
  country: Place | undefined,
): readonly Entry[] {
  const standing = live.standings.at(asOf);
  return placesShown(live, gazetteer, country).map((place) => [place, standing(place.id)]);
}

/** The same, and beside each place what was said outright of it before. */
export function compared(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  { before, now }: Clocks,
  country: Place | undefined,
): readonly Compared[] {
  const standing = live.standings.at(now);
  const state = live.standings.statesAt(before);
  // One after the other: what is known by the same day is heard once for both.
  return placesShown(live, gazetteer, country).map((place) => {
    return [place, standing(place.id), state(place.id)];
  });
}

export function pictureOf(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  asOf: AsOf,
  country: Place | undefined,
): Omit<Picture, 'without'> {
  const clocks = { before: dayBefore(asOf), now: asOf };
  const entries = compared(live, gazetteer, clocks, country);
  return {
    at: asOf.at,
    known: asOf.known,
    country: country?.country ?? null,
    capital: (country && gazetteer.capital(country.id)?.id) ?? null,
    places: entries.map(([place, standing]): PlacePicture => ({
      place,
      standing: briefOf(standing),
    })),
    totals: totalsOf(entries, gazetteer, country),
    changes: changesSince(live, entries, clocks),
  };
}
