import type { Place } from '../../domain/index.ts';
import { plain } from '../../gazetteer/fold.ts';
import { acceptance, type Signs } from './acceptance.ts';
import type { PeopleWord } from './peoples.ts';
import type { Proposal } from './scan.ts';

/** Which countries and provinces the text is about, by names that are places without doubt. */
export interface DocumentFocus {
  /** Votes by ISO code, and by code and name of the voter. */
  readonly countries: ReadonlyMap<string, ReadonlySet<string>>;
  readonly provinces: ReadonlyMap<string, ReadonlySet<string>>;
  readonly votes: number;
}

/** Here many places are named like people and things, so that being in the country says less. */
const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'IE', 'ZA']);
const SURE = 0.5;

const add = (map: Map<string, Set<string>>, key: string | undefined, voter: string) => {
  if (key === undefined || key === '') return;
  map.set(key, (map.get(key) ?? new Set()).add(voter));
};

const provinceOf = ({ level, id, within }: Place) => (level === 'province' ? id : within[1]);

/** One vote a name, however often it stands: a name must not vouch for itself. */
export function focusOf(
  found: readonly Proposal[],
  peoples: readonly PeopleWord[],
  groups: readonly string[] = [],
): DocumentFocus {
  const countries = new Map<string, Set<string>>();
  const provinces = new Map<string, Set<string>>();
  const voters = new Set<string>();
  for (const { place } of peoples) {
    add(countries, place.country, 'people');
    voters.add('people');
  }
  // Armed groups fight at home: "the Taliban" speak for places of Afghanistan.
  for (const country of groups) {
    add(countries, country, 'groups');
    voters.add('groups');
  }
  for (const { span, signs } of found) {
    const top = span.candidates[0]?.place;
    if (!top || acceptance(signs) < SURE) continue;
    const voter = plain(span.text);
    voters.add(voter);
    add(countries, top.country, voter);
    add(provinces, provinceOf(top), voter);
  }
  return { countries, provinces, votes: voters.size };
}

const others = (votes: ReadonlySet<string> | undefined, own: string) =>
  votes === undefined ? 0 : votes.size - (votes.has(own) ? 1 : 0);

/** How far the candidates lie where the text is about. */
export function focusSigns({ span }: Proposal, focus: DocumentFocus): Signs {
  const own = plain(span.text);
  let [inFocus, inEnglish, inProvince] = [0, 0, 0];
  for (const { place } of span.candidates) {
    const share = others(focus.countries.get(place.country), own) / Math.max(1, focus.votes);
    if (ENGLISH.has(place.country)) inEnglish = Math.max(inEnglish, share);
    else inFocus = Math.max(inFocus, share);
    const near = others(focus.provinces.get(provinceOf(place) ?? ''), own);
    inProvince = Math.max(inProvince, Math.min(1, near / 2));
  }
  return { inFocus, inEnglish, inProvince };
}
