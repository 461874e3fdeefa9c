import type { Place, PlaceId, StandingState, StandingSummary } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import { stateKey, type AsOf } from '../assessment/index.ts';
import { changesSince, dayBefore, type Entry } from './changes.ts';
import type { LiveAssessment } from './live-assessment.ts';
import { settled } from './settled.ts';
import type { Picture, PlacePicture, StandingBrief, Total } from './wire.ts';

export function briefOf(standing: StandingSummary): StandingBrief {
  const { claims, place: _, at: __, known: ___, ...rest } = standing;
  return { ...rest, claims: claims.length, state: settled(standing) };
}

/**
 * Places a picture shows: divisions and their seats whether or not there is news of them, and every
 * other place that some claim names. A place that is only touched by news of the place around it
 * adds nothing a reader can check.
 */
const placesShown = (live: LiveAssessment, gazetteer: Gazetteer, country: Place | undefined) =>
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
  for (const [id, claims] of live.placesNamed()) {
    const place = gazetteer.place(id);
    if (!place || (country && place.country !== country.country)) continue;
    if (place.level === 'country' || place.level === 'region') continue;
    if (claims.some(({ claim }) => claim.kind.startsWith('control.') || claim.kind === 'clash')) {
      shown.set(id, place);
    }
  }
  return [...shown.values()];
}

const isSeat = ({ capitalOf }: Place, gazetteer: Gazetteer) =>
  capitalOf !== undefined && gazetteer.place(capitalOf)?.level === 'province';

export function entriesOf(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  asOf: AsOf,
  country: Place | undefined,
): readonly Entry[] {
  return placesShown(live, gazetteer, country).map((place) => [
    place,
    live.assessor.summary(place.id, asOf),
  ]);
}

function totalOf(
  denominator: Total['denominator'],
  entries: readonly Entry[],
  { weight, of }: { readonly weight: (place: Place) => number; readonly of: number },
): Total {
  const rows = new Map<string, { state: StandingState; expected: number; best: number }>();
  const row = (state: StandingState) => {
    const key = stateKey(state);
    const found = rows.get(key) ?? { state, expected: 0, best: 0 };
    rows.set(key, found);
    return found;
  };
  let counted = 0;
  for (const [place, standing] of entries) {
    const size = weight(place);
    counted += size;
    for (const { state, probability } of standing.beliefs)
      row(state).expected += size * probability;
    row(settled(standing)).best += size;
  }
  const unknown = row({ state: 'unknown' });
  unknown.best += of - counted;
  unknown.expected += of - counted;
  return {
    denominator,
    of,
    rows: [...rows.values()].filter(({ best, expected }) => best > 0 || expected >= 0.05),
  };
}

const one = () => 1;
const sum = (places: readonly Place[], weight: (place: Place) => number) =>
  places.reduce((total, place) => total + weight(place), 0);

/** The same question in several denominators: a share of places is not a share of people. */
export function totalsOf(
  entries: readonly Entry[],
  gazetteer: Gazetteer,
  country: Place | undefined,
): readonly Total[] {
  const level = (name: Place['level']) => entries.filter(([place]) => place.level === name);
  const divisions = country ? gazetteer.children(country.id, 'province') : [];
  const districts = divisions.flatMap(({ id }) => gazetteer.children(id, 'district'));
  const seats = entries.filter(([place]) => isSeat(place, gazetteer));
  const named = entries.filter(
    ([place, { claims }]) => place.level !== 'province' && claims.length > 0,
  );
  const people = ({ population = 0 }: Place) => population;
  const all: Total[] = [
    totalOf('capitals', seats, { weight: one, of: seats.length }),
    totalOf('provinces', level('province'), { weight: one, of: divisions.length }),
    totalOf('districts', level('district'), {
      weight: one,
      of: Math.max(districts.length, level('district').length),
    }),
    totalOf('places', named, { weight: one, of: named.length }),
    totalOf('population', seats, {
      weight: people,
      of: sum(
        seats.map(([place]) => place),
        people,
      ),
    }),
  ];
  return all.filter(({ of }) => of > 0);
}

export function pictureOf(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  asOf: AsOf,
  country: Place | undefined,
): Omit<Picture, 'without'> {
  const entries = entriesOf(live, gazetteer, asOf, country);
  return {
    at: asOf.at,
    known: asOf.known,
    country: country?.country ?? null,
    places: entries.map(([place, standing]): PlacePicture => ({
      place,
      standing: briefOf(standing),
    })),
    totals: totalsOf(entries, gazetteer, country),
    changes: changesSince(live, entries, { before: dayBefore(asOf), now: asOf }),
  };
}
