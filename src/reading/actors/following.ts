import type { Actor, ActorKind, ParsedToken } from '../../domain/index.ts';
import { governmentOf } from '../actor-list.ts';
import type { ActorContext, Listed } from './context.ts';
import { factsOf, sideOf, textOf, type ActorFacts } from './draft.ts';
import { groupCalled } from './group-called.ts';
import type { ActorPhrase } from './phrase.ts';

const LOYAL = /^(loyal|faithful)$/;
const LED = /^(led|commanded|headed)$/;
const ARMED: ReadonlySet<ActorKind> = new Set(['force', 'armed-group']);
/** Words from "loyal to" to the name: "the ousted president, …", "the former rulers of Ethiopia's Tigray". */
const REACH = 9;
const OVERTHROWN = /^(former|ex|ousted|deposed|toppled|fallen|rival|parallel)$/;
const RULERS = /^(government|president|authorities|state|administration|king|prime)$/;

/**
 * Whose fighters are told by what stands behind them: "rebels loyal to former vice-president Riek
 * Machar", "forces loyal to the government", "fighters from Ethiopia's Tigray region".
 */
export function followedFacts(context: ActorContext, phrase: ActorPhrase): ActorFacts | undefined {
  if (!ARMED.has(phrase.noun.kind)) return undefined;
  const side = leaderOf(context, phrase) ?? ofRegion(context, phrase);
  if (side) return { ...factsOf(side), kind: phrase.noun.kind };
  // "The rebels loyal to the former vice-president" are the rebels.
  if (!areLoyal(context, phrase) || /^rebels?$/.test(phrase.term)) return undefined;
  const end = phraseEnd(context, phrase.last + 2);
  if (end === phrase.last + 2) return undefined;
  return { kind: phrase.noun.kind, name: textOf(context, phrase.first, end) };
}

/** "Forces loyal to the ousted president": whoever they are, not those of the state in focus. */
const areLoyal = ({ words }: ActorContext, { last }: ActorPhrase) =>
  LOYAL.test(words[last] ?? '') && words[last + 1] === 'to';

const areLed = ({ words }: ActorContext, { last }: ActorPhrase) =>
  LED.test(words[last] ?? '') && words[last + 1] === 'by';

function leaderOf(context: ActorContext, phrase: ActorPhrase): Actor | undefined {
  if (!areLoyal(context, phrase) && !areLed(context, phrase)) return undefined;
  const { list, focus } = context;
  const behind = namesBehind(context, phrase.last + 2);
  const name = behind.find(({ use }) => use === 'name')?.actor;
  if (name) {
    const side = name.kind === 'person' ? name.side : sideOf(name) && name.id;
    return side && list.get(side);
  }
  const named = wordsBehind(context, phrase.last + 2);
  if (named.some((word) => OVERTHROWN.test(word))) return regional(context, phrase.last + 2);
  if (!named.some((word) => RULERS.test(word))) return undefined;
  const state = behind.find(({ state }) => state)?.state ?? focus.state;
  return state && list.get(governmentOf(state));
}

const SENT = /^(from|of)$/;

/** "Rebels from Ethiopia's northern region of Tigray": the group that fights for the region. */
const ofRegion = (context: ActorContext, { last, noun }: ActorPhrase) =>
  SENT.test(context.words[last] ?? '') &&
  (noun.role === 'fighters' || context.words[last] === 'from')
    ? regional(context, last + 1)
    : undefined;

/** The armed group that the list calls after a region named within reach. */
function regional(context: ActorContext, from: number): Actor | undefined {
  for (const word of wordsBehind(context, from)) {
    const group = /^\p{Lu}/u.test(word) ? groupCalled(context.list, word) : undefined;
    if (group) return group;
  }
  return undefined;
}

/** "the internationally recognised government" */
const isParticiple = ({ xpos }: ParsedToken, next: ParsedToken | undefined) =>
  /^VB[GN]$/.test(xpos) && /^(NOUN|PROPN|ADJ)$/.test(next?.upos ?? '');

/** Token after the noun phrase that begins here. */
function phraseEnd({ text, words }: ActorContext, from: number): number {
  let at = from;
  for (; at < from + REACH; at++) {
    const token = text.tokens[at];
    if (!token) break;
    if (token.text === '-' || isParticiple(token, text.tokens[at + 1])) continue;
    if (/^(VERB|AUX|PUNCT|SCONJ|CCONJ|PRON|INTJ)$/.test(token.upos)) break;
    if (token.upos === 'ADP' && !/^(of|in)$/.test(words[at]!)) break;
  }
  return at;
}

const wordsBehind = (context: ActorContext, from: number): readonly string[] =>
  context.text.tokens.slice(from, phraseEnd(context, from)).map(({ text }) => text);

const namesBehind = (context: ActorContext, from: number): readonly Listed[] =>
  [...new Set(context.listed.slice(from, phraseEnd(context, from)))].flatMap((name) => name ?? []);
