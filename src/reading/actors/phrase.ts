import type { Actor, State } from '../../domain/index.ts';
import type { ActorContext } from './context.ts';
import { capitalAfter, own, ownerAfter, ownerBefore, readModifiers } from './modifiers.ts';
import type { ActorNoun } from './nouns.ts';
import {
  BEFORE_NAMES,
  HEADS,
  HYPHENS,
  INSTALLED,
  isTimeWord,
  LONGEST_MODIFIERS,
  MANY,
  NOMINAL,
  POSSESSIVES,
  PRONOUNS,
  SPONSORED,
} from './phrase-words.ts';

/** A noun phrase headed by a noun of `data/actors/nouns.json`. Token indices [first, last). */
export interface ActorPhrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly noun: ActorNoun;
  /** The head with the words it forms one term with: "foreign ministry". */
  readonly term: string;
  /** Group or body it belongs to: "Taliban fighters", "the UN's peacekeepers". */
  readonly owner?: Actor;
  /** State it belongs to: "Afghan police", "Ukraine's defence ministry", "government of Mali". */
  readonly state?: State;
  /** "government forces", "pro-government militia". */
  readonly government: boolean;
  /** "US-led", "Turkish-backed": the state named is not the one it belongs to. */
  readonly sponsored: boolean;
  /** "foreign", "international", an ethnic or political adjective: no branch of the state in focus. */
  readonly outside: boolean;
  /** "Bosnian Serb", "Syrian Kurdish": a people or a party of the state. */
  readonly people: boolean;
  /** Whether anything but a determiner stands before the head. */
  readonly modified: boolean;
  /** "its forces", "their leader". */
  readonly possessed: boolean;
}

const adjacent = (context: ActorContext, index: number) =>
  context.text.tokens[index]!.end === context.text.tokens[index + 1]?.start;

/** "police headquarters", "rebel-held", "army chief": the noun only modifies what follows. */
function modifiesNext(context: ActorContext, at: number, noun: ActorNoun, end: number): boolean {
  const next = context.text.tokens[at + 1];
  if (at + 1 >= end || !next) return false;
  if (HYPHENS.has(next.text)) return adjacent(context, at);
  if (isTimeWord(context.words[at + 1]!)) return false;
  if (next.upos === 'PROPN')
    return !BEFORE_NAMES.has(noun.role) && context.listed[at + 1] === undefined;
  const { head, deprel, xpos } = context.text.tokens[at]!;
  // Plurals seldom modify, and verbs are taken for nouns: "the insurgents control …".
  if (xpos === 'NNS' && deprel !== 'compound') return false;
  if (next.upos === 'NOUN') return context.words[at - 1] !== 'of' || deprel === 'compound';
  return next.upos === 'ADJ' && head === at + 2;
}

/** A noun that the tree takes for a subject is none, unless it is one that modifies often. */
function isModifier({ text, list, words }: ActorContext, at: number): boolean {
  const { upos, deprel } = text.tokens[at]!;
  if (!NOMINAL.has(upos)) return false;
  if (!deprel.startsWith('nsubj')) return true;
  return list.nouns.endingAt(words, at, at)?.noun.role === 'state';
}

/** "US-backed"; "Russian-installed", but "rebel-appointed" by whomever the text tells. */
const isSponsored = ({ words, listed }: ActorContext, at: number) =>
  SPONSORED.has(words[at]!) &&
  HYPHENS.has(words[at - 1] ?? '') &&
  (!INSTALLED.has(words[at]!) || listed[at - 2] !== undefined);

/** First token of the words before `start` that belong to the phrase. */
function leftEdge(context: ActorContext, start: number, from: number): number {
  const { text, words, listed } = context;
  let first = start;
  while (first > from && start - first < LONGEST_MODIFIERS) {
    const at = first - 1;
    const word = words[at]!;
    const name = listed[at];
    if (name) {
      first = Math.max(name.first, from);
      if (name.use === 'name' && text.tokens[first - 1]?.upos === 'PROPN') break;
      continue;
    }
    if (isTimeWord(word)) break;
    if (HYPHENS.has(word) && at > from && adjacent(context, at - 1)) first = at - 1;
    else if (isSponsored(context, at)) first = at;
    else if (isModifier(context, at)) first = at;
    else break;
  }
  return first;
}

/** "commandos from Herat", of a country that the report is about; "troops from Eritrea" are Eritrea's. */
const isTown = ({ text, listed }: ActorContext, at: number) =>
  text.tokens[at]?.upos === 'PROPN' && listed[at] === undefined;

function phraseEndingAt(context: ActorContext, at: number, from: number, end: number) {
  const { words, text, list } = context;
  const match = list.nouns.endingAt(words, at, from);
  if (!match) return undefined;
  const { noun, length } = match;
  if (noun.role === 'none') return undefined;
  const { upos } = text.tokens[at]!;
  // "lawmaker Sherin Mohsini": a title before a name is one, however it is tagged.
  const title = BEFORE_NAMES.has(noun.role) && text.tokens[at + 1]?.upos === 'PROPN';
  if (!title && !HEADS.has(upos) && !(length > 1 && NOMINAL.has(upos)) && noun.role !== 'state')
    return undefined;
  if (noun.role === 'state' && !NOMINAL.has(upos)) return undefined;
  if (modifiesNext(context, at, noun, end)) return undefined;
  const start = at - length + 1;
  const bare = leftEdge(context, start, from);
  const found = readModifiers(context, bare, start);
  const before = ownerBefore(context, bare, from);
  const owned = before !== undefined || found.state !== undefined || found.owner !== undefined;
  // "media of the MNDAA", "residents of Mali": the group and the state stay actors of their own.
  const after = owned || noun.role === 'people' ? undefined : ownerAfter(context, at + 1, end);
  if (before) own(found, before);
  if (after) own(found, after);
  const seat = found.state || found.owner ? undefined : capitalAfter(context, at + 1, end);
  if (seat) found.state = seat;
  return {
    ...found,
    first: before ? before.first : bare,
    last: after ? after.last : at + 1,
    head: at,
    noun,
    term: words.slice(start, at + 1).join(' '),
    outside:
      found.outside ||
      MANY.has(words[bare - 1] ?? '') ||
      (noun.branch === 'forces' && words[at + 1] === 'from' && !isTown(context, at + 2)),
    modified: bare < start,
    possessed: PRONOUNS.has(words[bare - 1] ?? '') || POSSESSIVES.has(words[bare - 1] ?? ''),
  } satisfies ActorPhrase;
}

/** Noun phrases about actors, one for each head. */
export function actorPhrases(context: ActorContext): readonly ActorPhrase[] {
  const phrases: ActorPhrase[] = [];
  for (const { first, last } of context.text.sentences) {
    for (let at = first; at < last; at++) {
      const name = context.listed[at];
      if (name && name.use === 'name' && at < name.last - 1) continue;
      const phrase = phraseEndingAt(context, at, first, last);
      if (phrase) phrases.push(phrase);
    }
  }
  return phrases;
}
