import { fingerprint } from '../../src/assessment/index.ts';
import type { OriginParameters } from '../../src/assessment/index.ts';
import type { Place } from '../../src/domain/index.ts';
import type { Gazetteer } from '../../src/gazetteer/index.ts';
import type { Directory } from '../../src/ledger/index.ts';
import type { ReaderResources } from '../../src/reader.ts';
import { day } from '../../src/domain/index.ts';
import { syntheticWorld, type SyntheticWorld } from '../synthetic.ts';

export const COUNTRIES = ['AF', 'SY', 'UA', 'YE', 'IQ', 'SD', 'ML', 'NG', 'SO', 'MM'];
const PLACES_A_COUNTRY = 500;
const ACTORS = 12;
const SEED = 20_210_805;
export const FROM = day('2021-01-01');
export const DAYS = 365;

/** Divisions from the top down, then the places in them. */
function placesIn(gazetteer: Gazetteer, code: string): readonly Place[] {
  const found: Place[] = [];
  const queue = [gazetteer.country(code)!];
  for (
    let parent = queue.shift();
    parent && found.length < PLACES_A_COUNTRY;
    parent = queue.shift()
  ) {
    for (const child of gazetteer.children(parent.id)) {
      if (child.level !== 'region') found.push(child);
      queue.push(child);
    }
  }
  return found.slice(0, PLACES_A_COUNTRY);
}

/** Claims over places and groups that the shipped lists have: a ledger that `dateline serve` opens. */
export function servedWorld(
  { gazetteer, actors }: ReaderResources,
  claims: number,
): SyntheticWorld {
  const lists = COUNTRIES.map((code) => placesIn(gazetteer, code));
  // One of each country in turn: the first places of a list are much in the news.
  const places = Array.from({ length: PLACES_A_COUNTRY }, (_, i) =>
    lists.flatMap((list) => list[i] ?? []),
  ).flat();
  const groups = actors.actors.filter(({ kind, side }) => kind === 'armed-group' && !side);
  const known = { places, actors: groups.slice(0, ACTORS).map(({ id }) => id) };
  return syntheticWorld({ seed: SEED, claims, from: FROM, days: DAYS, known });
}

export const directoryOf = (
  { gazetteer, actors }: ReaderResources,
  origins: OriginParameters,
): Directory => ({
  within: (place) => gazetteer.place(place)?.within ?? [],
  side: (actor) => actors.get(actor)?.side,
  fingerprint: (report) => fingerprint(report, origins),
});

/** A short report of our own, each its own text, about a place in the news. */
export const newsOf = (number: number): string =>
  `KABUL — Taliban fighters captured the district of Nad Ali in Helmand province on Friday, a police official said. ` +
  `Fighting went on near Lashkar Gah, residents said. Dispatch ${number} gave no number of dead.\n`;
