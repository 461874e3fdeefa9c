import { isResolved, type PlaceMention, type PlaceReference } from '../../domain/index.ts';
import { isCompassPoint } from '../../reading/places/words.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { SITE_UNPLACED } from './unresolved.ts';

const MODIFIER = /^(compound|nmod|amod|appos|flat|obl|nummod|det|case|conj|dep)/;

export const isNoun = ({ view }: Search, token: number) =>
  /^(NOUN|PROPN|ADJ)$/.test(view.token(token).upos);

const UNIT = /^(?:kms?|kilomet(?:re|er)s?|miles?|away)$/i;

/** "125 km south-west of Tripoli" says where something lies that is not in Tripoli. */
export function isBearing({ tokens }: TextView, { first }: PlaceMention): boolean {
  let i = first - 1;
  while (/^(?:the|city|town|capital|of|from)$/i.test(tokens[i]?.text ?? '')) i--;
  // "The south of the city" is a part of it.
  const isPart = /^(?:the|whole|entire)$/i.test(tokens[i - 1]?.text ?? '');
  const word = tokens[i]?.text ?? '';
  return i < first - 1 && !isPart && (UNIT.test(word) || isCompassPoint(word));
}

/** "The airport and the road to Sake": where a way leads, and nothing else is. */
export const isWay = ({ tokens }: TextView, { first }: PlaceMention) =>
  /^(?:to|towards?)$/.test(tokens[first - 1]?.text ?? '') &&
  /^(?:roads?|highways?|routes?|ways?|corridors?|railways?|lines?)$/.test(
    tokens[first - 2]?.text ?? '',
  );

/** "A post on the frontier with Turkmenistan" is not Turkmenistan's. */
const isNeighbour = ({ tokens }: TextView, { first }: PlaceMention) =>
  /^(?:with|to)$/.test(tokens[first - 1]?.text ?? '') &&
  /^(?:border|frontier|boundary|crossing)$/.test(tokens[first - 2]?.text ?? '');

/** "the prison and the villages of X": X is not where the prison is. */
const isOthers = ({ view, lexicon }: Search, token: number) =>
  view.token(token).deprel === 'conj' &&
  view.token(token).xpos === 'NNS' &&
  lexicon.has('placeClasses', view.lemma(token));

/** Places within the phrase: "of Herat city" under "parts", "Kandahar" under "airport". */
export function placesUnder(search: Search, token: number, depth = 0): readonly PlaceMention[] {
  const { view } = search;
  const found: PlaceMention[] = [];
  for (const child of view.children(token)) {
    if (!MODIFIER.test(view.token(child).deprel) || isOthers(search, child)) continue;
    const mention = view.place(child);
    if (mention && (isBearing(view, mention) || isWay(view, mention) || isNeighbour(view, mention)))
      continue;
    if (mention) found.push(mention);
    else if (depth < 3) found.push(...placesUnder(search, child, depth + 1));
  }
  if (found.length > 0 || depth > 0 || view.tokens[token + 1]?.text !== 'of') return found;
  // "parts of Ramadi" where the tree hung "of Ramadi" on the verb.
  for (let i = token + 2; i < token + 6; i++) {
    const mention = view.tokens[i] && view.place(i);
    if (mention) return [mention];
    if (!/^(DET|ADJ|NOUN|PROPN|ADP)$/.test(view.tokens[i]?.upos ?? '')) break;
  }
  return found;
}

/** Left edge of the noun phrase without articles: what the part or site is called. */
export function label({ view, lexicon }: Search, token: number): readonly [number, number] {
  let first = token;
  for (const child of view.children(token))
    if (child < first && /^(compound|amod|nummod|det|flat|nmod)/.test(view.token(child).deprel))
      first = Math.min(first, view.extent(child)[0]);
  // "The GNA captures al-Watiya air base", read as one name.
  for (let i = token - 1; i > first; i--) if (/^VB[DZ]$/.test(view.token(i).xpos)) first = i + 1;
  const quantity = view.quantity(token);
  if (quantity) first = Math.min(first, quantity.first);
  if (token - first > 8) first = token;
  while (
    first < token &&
    (/^(DET|PUNCT|ADP)$/.test(view.token(first).upos) ||
      lexicon.has('indefiniteQuantifiers', view.lemma(first)))
  )
    first++;
  return [first, token + 1];
}

export const words = (view: TextView, first: number, last: number) => {
  const { start, end } = view.span(first, last);
  return view.reading.report.body.slice(start, end);
};

export const spanText = (view: TextView, first: number, last: number) => ({
  text: words(view, first, last),
  ...view.span(first, last),
});

/** The same place, at the words that stand for it here; one without an entry is known by its name alone. */
export function moved(
  view: TextView,
  place: PlaceReference,
  first: number,
  last: number,
): PlaceReference {
  if (!isResolved(place)) return place;
  return { ...place, text: words(view, first, last), ...view.span(first, last) };
}

export const unnamed = (view: TextView, first: number, last: number): PlaceReference => ({
  unresolved: SITE_UNPLACED,
  text: words(view, first, last),
  ...view.span(first, last),
});

export const placesWithin = (view: TextView, first: number, last: number) => {
  const found = new Set<PlaceMention>();
  for (let i = first; i < last; i++) {
    const mention = view.place(i);
    if (mention) found.add(mention);
  }
  return [...found];
};

export function isDefinite({ view }: Search, token: number): boolean {
  if (view.token(token).xpos === 'NNS') return false;
  if (/^(the|this|that)$/i.test(view.tokens[token - 1]?.text ?? '')) return true;
  // "his capital" may be another than the town spoken of.
  const town = /^(?:city|town|village|district)$/.test(view.lemma(token));
  const owned = town ? OWNED : BELONGS;
  return view.children(token).some((child) => owned.test(view.token(child).text));
}

const BELONGS = /^(the|this|that|its|their|entire|whole)$/i;
const OWNED = /^(the|this|that|its|their|his|her|our|my|entire|whole)$/i;
