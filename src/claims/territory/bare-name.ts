import type { ActorMention, PlaceReference } from '../../domain/index.ts';
import { NOT_LISTED } from '../../reading/places/draft.ts';
import type { TextView } from '../text-view.ts';

const WHERE = /^(in|at|into|inside|outside|through|around|near|of|from|on|towards?)$/;

const TAKEN =
  /^(leave|enter|reach|abandon|quit|flee|evacuate|vacate|seize|take|capture|storm|overrun|recapture|retake|regain|lose|hold)$/;

/** What bears the name of its town. */
const OWN = /^(airport|airfield|airbase|town|city|village|district|province)$/;

/** "Qarbanu became the latest town to fall", "Qarbanu has changed hands". */
const BECOMES = /^(become|remain|change|lie)$/;
const GOES = /^(return|back|go|come|march|advance|retreat|move)$/;

/**
 * "The garrison of Qarbanu laid down its arms": a name of the sentence that no reading knows and that
 * stands where places do, the nearest before a token or else the first behind it. What is told there
 * is told of it, and not of the town last spoken of.
 */
export function bareName(view: TextView, token: number): PlaceReference | undefined {
  const { first, last } = view.reading.sentences[view.token(token).sentence]!;
  const at = (i: number) => isBare(view, i, token) && (i === first || !isCapital(view, i - 1));
  let found = -1;
  for (let i = first; i < last && (i < token || found < 0); i++)
    if (at(i) || isInPerson(view, i)) found = i;
  if (found < 0) return undefined;
  const { start, end } = view.span(found, view.actor(found)?.last ?? nameEnd(view, found));
  const text = view.reading.report.body.slice(start, end);
  return { unresolved: NOT_LISTED, text, start, end };
}

const INSIDE = /^(in|into|inside|outside|through|around|over)$/;
const TOWN =
  /^(streets?|outskirts|garrison|suburbs?|gates|siege|residents|people|masters?|town|city)$/;

/** "in Deh Qarban", "the streets of Deh Qarban": taken for a person's name, and no person is there. */
function isInPerson(view: TextView, index: number): boolean {
  const mention = view.actor(index);
  if (mention?.first !== index || !isGuess(mention)) return false;
  const [of = '', before = ''] = [1, 2].map((back) => view.tokens[index - back]?.text);
  return INSIDE.test(of) || (/^(of|on)$/.test(of) && TOWN.test(before));
}

/** Somebody whom only the name tagger knows. */
export const isGuess = (mention: ActorMention) =>
  mention.kind === 'person' &&
  mention.actor === undefined &&
  mention.post === undefined &&
  mention.body === undefined;

/** Behind the last word of a name: "Deh Qarban", "Saut-d'Eau". */
export function nameEnd(view: TextView, first: number): number {
  let end = first + 1;
  const isJoined = () =>
    view.token(end - 1).end === view.token(end).start && WORD.test(view.token(end).text);
  while (view.tokens[end] && (isName(view, end) || isJoined())) end++;
  return end;
}

const WORD = /^([-\p{L}][-\p{L}'’]*)$/u;

/**
 * A name behind a preposition of place, before ", where" or ", from which", of what is or becomes
 * something, of what something is ("the first city to fall was Qarbanu"), or what is left or taken.
 */
function isBare(view: TextView, index: number, trigger: number): boolean {
  if (!isName(view, index)) return false;
  const end = nameEnd(view, index);
  // "Sarposa prison" and "Martyrs' Square" may well be in the town spoken of.
  const next = view.tokens[end];
  if (next && (/^['’]s?$/.test(next.text) || (next.upos === 'NOUN' && !OWN.test(view.lemma(end)))))
    return false;
  const before = view.tokens[index - 1]?.text ?? '';
  if (WHERE.test(before) || (before === 'to' && index > 1 && GOES.test(view.lemma(index - 2))))
    return true;
  const { deprel, head } = view.token(index);
  // What is taken later is not what was left before.
  const isTaken = (verb: number) =>
    verb === trigger || (index < trigger && TAKEN.test(view.lemma(verb)));
  if (deprel === 'obj' && isTaken(head)) return true;
  // "fled al-Qarba by boat", to the tree a boat of that name
  if (index > 0 && view.token(index - 1).upos === 'VERB' && isTaken(index - 1)) return true;
  const isCopular = (token: number) =>
    view.children(token).some((child) => view.token(child).deprel === 'cop');
  if (deprel.startsWith('nsubj') && (BECOMES.test(view.lemma(head)) || isCopular(head)))
    return true;
  if (isCopular(index)) return true;
  const [comma, where = '', then] = [0, 1, 2].map((k) => view.tokens[end + k]?.text);
  return comma === ',' && (where === 'where' || (WHERE.test(where) && then === 'which'));
}

/** A proper noun that no reading took for anything, or the article of one: "al" in "al-Qarba". */
export function isName(view: TextView, index: number): boolean {
  if (!isUnread(view, index) || opensPerson(view, index)) return false;
  if (/^Op[eé]ration$/.test(view.token(index).text)) return false;
  if (isCapital(view, index)) return true;
  if (!ARTICLE.test(view.token(index).text) || view.tokens[index + 1]?.text !== '-') return false;
  return isUnread(view, index + 2) && isCapital(view, index + 2);
}

/** "Mohammad Ismail Khan", of whom the reading knows the last names. */
function opensPerson(view: TextView, index: number): boolean {
  const next = view.tokens[index + 1];
  const person = next && view.actor(index + 1);
  return person?.kind === 'person' && person.first === index + 1 && next?.deprel === 'flat';
}

const ARTICLE = /^(al|el|an|ar|as|ash|at|ad|az|ed|es)$/i;

const isUnread = (view: TextView, index: number) =>
  view.tokens[index]?.upos === 'PROPN' &&
  !view.actor(index) &&
  !view.time(index) &&
  !view.place(index) &&
  !view.facility(index);

const isCapital = (view: TextView, index: number) => {
  const { text, upos } = view.token(index);
  return /^\p{Lu}\p{Ll}/u.test(text) && upos !== 'DET' && upos !== 'ADP';
};
