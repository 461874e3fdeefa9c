import { plain, similarity } from '../../src/gazetteer/fold.ts';
import type { PlaceRecord } from '../../src/gazetteer/record.ts';
import { hasFixedSpelling, shownName } from './names.ts';
import type { Village } from './sources.ts';
import { hasWar } from './wars.ts';

/** Shorter words are too often a first name or a word of English: "Mari" for Mary, "Human" for Uman. */
const SHORTEST = 6;
/** Small places are seldom written of under two names. */
const LEAST = 5000;
/** Russia's many towns would take the file over its size. */
const LEAST_IN: Readonly<Record<string, number>> = {
  RU: 50_000,
  TR: 50_000,
  TH: 50_000,
  IN: 20_000,
};
const SEAT = /^PPLA?[C2]?$/;
/** From here on the folding steps find the one spelling by the other. */
const FOUND = 0.85;

const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}' ’ʼ`‘-]+$/u;
const isName = (name: string) =>
  name.length >= SHORTEST && LATIN.test(name) && /\p{Ll}/u.test(name) && !/\p{Ll}['’]$/u.test(name);

/** The spellings of other times and transliterations that the table lists: "Dansalan" for Marawi. */
export function otherSpellings(
  { record }: { readonly record: PlaceRecord },
  village: Village,
): readonly string[] {
  const { country, population, feature, otherNames } = village;
  if (!hasWar(country) || hasFixedSpelling(country)) return [];
  const least = LEAST_IN[country] ?? LEAST;
  if (population < least && !(feature !== 'PPL' && SEAT.test(feature) && least === LEAST))
    return [];
  const kept: string[] = [];
  for (const name of otherNames.filter(isName)) {
    const shown = shownName(name, country);
    const known = [...record.names, ...kept];
    if (!known.some((one) => similarity(shown, one) >= FOUND)) kept.push(shown);
  }
  return kept;
}

/** Spellings that no other place bears: an old name must not stand in for a place of today. */
export function withoutNamesakes(
  records: readonly PlaceRecord[],
  spellings: ReadonlyMap<string, readonly string[]>,
): readonly PlaceRecord[] {
  const bearers = new Map<string, number>();
  const note = (name: string) => bearers.set(plain(name), (bearers.get(plain(name)) ?? 0) + 1);
  for (const { names } of records) for (const key of new Set(names.map(plain))) note(key);
  for (const list of spellings.values()) for (const name of list) note(name);
  return records.map((record) => {
    const own = (spellings.get(record.id) ?? []).filter((name) => bearers.get(plain(name)) === 1);
    return own.length === 0 ? record : { ...record, names: [...record.names, ...own] };
  });
}
