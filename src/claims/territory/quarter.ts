import {
  isResolved,
  type PlaceMention,
  type PlaceReference,
  type ResolvedPlace,
} from '../../domain/index.ts';
import type { Search } from '../search.ts';
import { SETTLED, contextPlace } from './focus.ts';
import { moved, placesUnder } from './phrase.ts';
import type { Territory } from './territory.ts';

const PART_OF_TOWN = /^(?:neighbou?rhood|quarter|ward|suburb)$/;
const CERTAINTY = 0.7;

/**
 * "the Sheikh Saeed and Fardous districts of Aleppo", "the Mashhad quarter": a name that the gazetteer has not in that
 * country, of a part of the town that is named behind it or, where only towns have such parts, spoken of.
 */
export function quarterOf(
  search: Search,
  member: PlaceMention,
  list: readonly PlaceMention[],
): Territory | undefined {
  const { view } = search;
  const kind = kindOf(search, member);
  if (kind === undefined) return undefined;
  const isQuarter = PART_OF_TOWN.test(view.lemma(kind));
  // "the districts of Banu and Deh Salah in Baghlan" may lie around it.
  if (!isQuarter && (view.lemma(kind) !== 'district' || member.last > kind)) return undefined;
  const { first, last, text } = member;
  const within = placesUnder(search, kind).find(
    (one) => !list.includes(one) && isResolved(one.place),
  );
  const isSpokenOf = isQuarter && !isResolved(member.place);
  const spokenOf = isSpokenOf ? contextPlace(view, list[0]?.first ?? first, SETTLED) : undefined;
  const town = within ? townOf(search, within) : spokenOf;
  if (!town || !isResolved(town) || isThere(member.place, town)) return undefined;
  const place = within ? town : moved(view, town, first, last);
  return { place, facility: text, first, last, confidence: CERTAINTY };
}

/** Known to lie in the same country: better than a part without coordinates of its own. */
const isThere = (place: PlaceReference, town: ResolvedPlace) =>
  isResolved(place) && place.path[0] === town.path[0];

/** A town so large that its districts are not those of the province of its name. */
const LARGE = 1_000_000;

function townOf({ capitalOf }: Search, { place }: PlaceMention): PlaceReference | undefined {
  if (!isResolved(place) || place.precision === 'settlement') return place;
  const seat = place.precision === 'province' ? capitalOf(place.id) : undefined;
  if (seat?.name !== place.name || (seat.population ?? 0) < LARGE) return undefined;
  const { id, name, path, lat, lon, level } = seat;
  return { ...place, id, name, path, lat, lon, precision: level };
}

/** The noun that the name, or the list that it stands in, is said with: "the A and B *districts*", "the *quarter* of A". */
function kindOf({ view }: Search, { head, last }: PlaceMention): number | undefined {
  const { deprel, head: above } = view.token(head);
  const root = deprel === 'conj' && above >= 0 ? above : head;
  const noun = view.token(root).head;
  if (noun >= 0 && /^(?:compound|flat|nmod|appos)/.test(view.token(root).deprel)) return noun;
  const said = view.children(root).find((child) => view.token(child).deprel === 'appos');
  if (said !== undefined) return said;
  return view.tokens[last]?.upos === 'NOUN' ? last : undefined;
}
