import { isResolved, type PlaceMention } from '../../domain/index.ts';
import type { Search } from '../search.ts';
import { COMPASS, isCompassPoint } from '../../reading/places/words.ts';
import { behind } from '../clause.ts';
import type { TextView } from '../text-view.ts';
import { isName } from './bare-name.ts';
import { unknownName } from './by-verb.ts';
import { classTerritory, besideNoun } from './class.ts';
import { named } from './lists.ts';
import { partTerritory } from './part.ts';
import { focused, SETTLED } from './focus.ts';
import { isNoun, placesUnder, words } from './phrase.ts';
import { severalAt } from './several.ts';
import { facilityTerritory } from './site.ts';
import { type Territory } from './territory.ts';

/** Territories that the phrase headed by `token` names; empty when it names none. */
export function territoriesAt(search: Search, argument: number): readonly Territory[] {
  const { view, lexicon } = search;
  const token = countedHead(view, argument);
  const lemma = view.lemma(token);
  if (view.token(token).upos === 'VERB' && !view.place(token)) return [];
  const shared = view.token(token).upos === 'NUM' ? behind(view, token, 'of') : [];
  if (shared.length > 0 && lexicon.has('parts', view.lemma(shared[0]!)))
    return partTerritory(search, shared[0]!);
  const told = predicated(search, token);
  if (told !== undefined) return territoriesAt(search, told);
  const facility = view.facility(token);
  if (isBySteps(view, token)) return [];
  if (
    facility ||
    isCommandPost(search, token) ||
    (isNoun(search, token) && lexicon.has('facilities', lemma))
  )
    return facilityTerritory(search, token);
  const mention = view.place(token) ?? inName(search, token);
  if (mention && !isModifierOf(search, token, mention)) return named(search, mention);
  if (view.actor(token)) return [];
  const side = sideOfTown(search, token);
  if (side.length > 0) return side;
  // "the district of Kang" is Kang; "the centre of Kang" is a part of it.
  const apart = lexicon.has('placeClasses', lemma) ? besideNoun(search, token) : undefined;
  if (apart && !/^(area|centre|center|neighbou?rhood)$/.test(lemma)) return named(search, apart);
  const several = severalAt(search, token);
  if (several.length > 0) return several;
  const plural = view.token(token).xpos === 'NNS' && lexicon.has('placeClasses', lemma);
  if (isAmongBearings(view, token) && placesUnder(search, token).length === 0) return [];
  if (lexicon.has('parts', lemma) && !(plural && !OF_TOWNS.test(lemma))) {
    const part = partTerritory(search, token);
    if (part.length > 0) return part;
  }
  if (lexicon.has('placeClasses', lemma) && isNoun(search, token))
    return classTerritory(search, token);
  if (lemma === 'all' || lemma === 'whole') return nested(search, token);
  if (isTownSide(search, token)) return partTerritory(search, token);
  if (lemma === 'place' || lemma === 'everything') return spokenOf(search, token);
  // "The south" by itself is of whatever country the text is about.
  if (isCompassPoint(lemma) && placesUnder(search, token).length > 0)
    return partTerritory(search, token);
  return search.sides.length > 0 && isWithin(view, token) ? unknownName(search, token) : [];
}

/** "street by street": how is fought, and not where. */
const isBySteps = (view: TextView, token: number) =>
  /^(?:street|house|block)$/.test(view.lemma(token)) &&
  (view.tokens[token + 1]?.text === 'by' || view.tokens[token - 1]?.text === 'by');

/** "the north, the east and the centre": of the country, and not of the town last named. */
function isAmongBearings(view: TextView, token: number): boolean {
  const { deprel, head } = view.token(token);
  const opens = deprel === 'conj' ? head : token;
  return [opens, ...view.children(opens)].some(
    (one) =>
      one !== token &&
      (one === opens || view.token(one).deprel === 'conj') &&
      isCompassPoint(view.lemma(one)),
  );
}

/** "in Qarbanu", "the loss of Qarbanu", where no reading knows the name: a place, for nothing else is one inside. */
function isWithin(view: TextView, token: number): boolean {
  const [before = '', noun = ''] = [1, 2].map((back) => view.tokens[token - back]?.text);
  return isName(view, token) && (INSIDE.test(before) || (before === 'of' && HELD.test(noun)));
}

const INSIDE = /^(in|into|inside|outside|around|over|through)$/;
const HELD = /^(control|charge|loss|streets|outskirts|gates)$/;

/** "al-Jubah": the reading found the second half of the name. */
function inName({ view }: Search, token: number): PlaceMention | undefined {
  if (view.token(token).upos !== 'PROPN' || view.actor(token)) return undefined;
  return view
    .children(token)
    .filter((child) => view.token(child).deprel === 'flat')
    .map((child) => view.place(child))
    .find((mention) => mention !== undefined);
}

/** "some radio and TV stations": what is counted is the last noun, wherever the tree put the head. */
function countedHead(view: TextView, token: number): number {
  const quantity = view.quantity(token);
  if (!quantity || view.place(token)) return token;
  const last = quantity.last - 1;
  return last > token && view.token(last).upos === 'NOUN' ? last : token;
}

/** "Kunduz is the latest to fall": what falls is Kunduz. */
function predicated({ view }: Search, token: number): number | undefined {
  const children = view.children(token);
  if (!children.some((child) => view.token(child).deprel === 'cop')) return undefined;
  return children.find(
    (child) => view.token(child).deprel === 'nsubj' && child < token && view.place(child),
  );
}

/** "Kabul" in "Kabul police": the mention stands before a noun that is the real head. */
const isModifierOf = ({ view }: Search, token: number, mention: PlaceMention) =>
  mention.use === 'associative' && view.actor(token) !== undefined;

function nested(search: Search, token: number): readonly Territory[] {
  const [mention] = placesUnder(search, token);
  if (mention) return named(search, mention);
  const [of] = behind(search.view, token, 'of');
  if (of === undefined) return [];
  // "the whole of it"
  const it = search.view.lemma(of) === 'it' && !search.view.actor(of);
  return it ? focused(search, of, SETTLED) : territoriesAt(search, of);
}

/** What only a town has several of. */
const OF_TOWNS = /^(?:area|neighbou?rhood)$/;

/** "the eastern side of the town", "on four sides of the city" */
const isTownSide = ({ view }: Search, token: number) =>
  view.lemma(token) === 'side' &&
  (behind(view, token, 'of').some((of) => /^(?:town|city|village)$/.test(view.lemma(of))) ||
    (view.children(token).some((child) => COMPASS.has(view.lemma(child))) &&
      behind(view, token, 'of').length === 0));

/** "took over the northern command": an office. */
const APPOINTED = /^(?:take|assume|head|lead|hand|join|give|relinquish)$/;

/** "the army's operations command", "the Northeastern Command": where its staff sits. */
const isCommandPost = ({ view }: Search, token: number) =>
  view.lemma(token) === 'command' &&
  view.tokens[token + 1]?.text !== 'of' &&
  (view.token(token).deprel === 'nsubj:pass' ||
    !APPOINTED.test(view.lemma(Math.max(0, view.token(token).head)))) &&
  view.children(token).some((child) => /^(?:compound|amod)$/.test(view.token(child).deprel)) &&
  view.children(token).some((child) => /^(?:det|nmod:poss)$/.test(view.token(child).deprel));

/** "The western districts" are parts of the town that is spoken of, or that is named behind them. */
function sideOfTown(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  if (view.lemma(token) !== 'district' || view.token(token).xpos !== 'NNS') return [];
  const side = view
    .children(token)
    .some((child) => view.token(child).deprel === 'amod' && COMPASS.has(view.lemma(child)));
  const [within] = placesUnder(search, token);
  const isTown =
    within === undefined
      ? focused(search, token, ['settlement']).length > 0
      : isResolved(within.place) && within.place.precision === 'settlement';
  return side && isTown ? partTerritory(search, token) : [];
}

const BUT = /^(?:but|except|else|apart|save|bar|outside|beyond|around)$/;

const isTimeBehind = (view: TextView, token: number) =>
  /^(?:evening|night|morning|afternoon|early|late|end|hours|days|few|first|same)$/.test(
    view.tokens[token + 3]?.text ?? '',
  );

/** "the place", and "everything but the airport" for a part of it, where the text has just named one. */
function spokenOf(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const [before = '', next = ''] = [-1, 1].map((step) => view.tokens[token + step]?.text ?? '');
  const isSaidMore = /^(?:of|where|for|that|which)$/.test(next);
  if (view.lemma(token) === 'place')
    return /^the$/i.test(before) && !isSaidMore && (next !== 'in' || isTimeBehind(view, token))
      ? focused(search, token, SETTLED)
      : [];
  if (!BUT.test(next)) return [];
  const facility = words(view, token, token + 2);
  return focused(search, token, SETTLED).map((one) => ({ ...one, facility }));
}

export { isGuess } from './bare-name.ts';
export { namedByVerb, unknownBehind, unknownName, unreadOpening } from './by-verb.ts';
export { contextPlace, paragraphsWith } from './focus.ts';
export { severalAt } from './several.ts';
export { asWhole, type Territory } from './territory.ts';
