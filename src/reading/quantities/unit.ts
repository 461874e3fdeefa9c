import type { ParsedToken } from '../../domain/index.ts';
import type { Numeral } from './numeral.ts';

/** What is counted, and the token after the last word of it. */
export interface Unit {
  readonly unit: string;
  readonly last: number;
  readonly role?: string;
}

const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['persons', 'person'],
  ['other', 'person'],
  ['others', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['policemen', 'policeman'],
  ['servicemen', 'serviceman'],
  ['km', 'kilometre'],
  ['kms', 'kilometre'],
  ['kilometer', 'kilometre'],
  ['kilometers', 'kilometre'],
  ['meter', 'metre'],
  ['meters', 'metre'],
  ['personnel', 'person'],
  ['casualties', 'casualty'],
  ['troops', 'troop'],
  ['forces', 'force'],
]);
const CURRENCY: ReadonlyMap<string, string> = new Map([
  ['$', 'US dollar'],
  ['us$', 'US dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
]);
const STATES: ReadonlyMap<string, string> = new Map([
  ['dead', 'killed'],
  ['killed', 'killed'],
  ['wounded', 'wounded'],
  ['injured', 'wounded'],
  ['hurt', 'wounded'],
  ['missing', 'missing'],
  ['captured', 'captured'],
  ['detained', 'detained'],
  ['arrested', 'detained'],
  ['displaced', 'displaced'],
  ['abducted', 'abducted'],
  ['kidnapped', 'abducted'],
]);
const DEEDS: ReadonlyMap<string, string> = new Map([
  ['kill', 'killed'],
  ['slay', 'killed'],
  ['die', 'killed'],
  ['perish', 'killed'],
  ['wound', 'wounded'],
  ['injure', 'wounded'],
  ['hurt', 'wounded'],
  ['arrest', 'detained'],
  ['detain', 'detained'],
  ['capture', 'captured'],
  ['displace', 'displaced'],
  ['abduct', 'abducted'],
  ['kidnap', 'abducted'],
]);
const LINKS = new Set(['of', 'the', 'its', 'their', 'his', 'her', 'these', 'those', 'our']);
const LONGEST_NOUN_PHRASE = 8;

const word = (tokens: readonly ParsedToken[], i: number) => tokens[i]?.text.toLowerCase() ?? '';

/** Singular of a counted noun: the lemma, with the plurals that lemmas keep. */
export function singular(token: ParsedToken): string {
  const lower = token.text.toLowerCase();
  const lemma = token.lemma.toLowerCase();
  return (
    SINGULAR.get(lower) ?? SINGULAR.get(lemma) ?? (token.upos === 'PROPN' ? token.text : lemma)
  );
}

/** The thing a numeral counts, or undefined when it counts nothing that is named. */
export function unitOf(tokens: readonly ParsedToken[], numeral: Numeral): Unit | undefined {
  const { first, last, kind } = numeral;
  const money = CURRENCY.get(word(tokens, first - 1));
  if (money !== undefined) return { unit: money, last };
  if (/^(?:%|percent|percentage|pct)$/.test(word(tokens, last)))
    return { unit: 'fraction', last: last + 1 };
  if (word(tokens, last) === 'per' && word(tokens, last + 1) === 'cent')
    return { unit: 'fraction', last: last + 2 };
  if (kind === 'fraction') return { unit: 'fraction', last };
  const noun = nounAfter(tokens, last);
  if (noun === undefined) return withoutNoun(tokens, numeral);
  const token = tokens[noun]!;
  if (kind === 'vague' && !isPlural(token)) return undefined;
  if (kind === 'none' && !isPlural(token)) return undefined;
  const role = roleOf(tokens, noun, first);
  return { unit: singular(token), last: noun + 1, ...(role === undefined ? {} : { role }) };
}

const isPlural = (token: ParsedToken) =>
  token.xpos === 'NNS' || token.xpos === 'NNPS' || SINGULAR.has(token.text.toLowerCase());

/** Last noun of the noun phrase that goes on after the numeral. */
function nounAfter(tokens: readonly ParsedToken[], from: number): number | undefined {
  let at = from;
  while (LINKS.has(word(tokens, at)) && at < from + 2) at++;
  // "26 of the 34 centres": both count centres.
  if (at > from && /^\d/.test(word(tokens, at))) at++;
  let noun: number | undefined;
  for (; at < tokens.length && at < from + LONGEST_NOUN_PHRASE; at++) {
    const token = tokens[at]!;
    const designation = tokens[at - 1]?.text === '-' && /^\d/.test(token.text);
    if (token.upos === 'NOUN' || token.upos === 'PROPN') {
      if (noun !== undefined && isPlural(tokens[noun]!)) break;
      noun = at;
    } else if (token.upos === 'CCONJ') {
      // "radio and TV stations" goes on; "12 soldiers and policemen" has what it counts.
      if (noun === undefined || isPlural(tokens[noun]!)) break;
      if (!/^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.upos ?? '')) break;
    } else if (!designation && !modifies(token, noun)) break;
  }
  return noun;
}

function modifies(token: ParsedToken, noun: number | undefined) {
  if (token.text === '-') return true;
  if (noun !== undefined) return token.upos === 'ADJ' && token.xpos === 'JJ';
  if (STATES.has(token.text.toLowerCase())) return false;
  return token.upos === 'ADJ' || (token.upos === 'VERB' && /^VB[NG]$/.test(token.xpos));
}

/** "12 dead", "12 were killed", "killing 12": people, when what befell them says so. */
function withoutNoun(
  tokens: readonly ParsedToken[],
  { first, last, kind }: Numeral,
): Unit | undefined {
  if (kind === 'none') return undefined;
  const state = STATES.get(word(tokens, last));
  if (state !== undefined) return { unit: 'person', last: last + 1, role: state };
  const be = /^(?:was|were|are|been|being)$/.test(word(tokens, last)) ? last + 1 : -1;
  const passive = STATES.get(word(tokens, be));
  if (passive !== undefined) return { unit: 'person', last, role: passive };
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) {
    const deed = DEEDS.get(tokens[i]!.lemma.toLowerCase());
    if (deed !== undefined && deed !== 'captured') return { unit: 'person', last, role: deed };
  }
  return undefined;
}

/** What befell the counted people, from the verb the noun hangs on or the word beside it. */
function roleOf(tokens: readonly ParsedToken[], noun: number, first: number): string | undefined {
  const beside = STATES.get(word(tokens, noun + 1));
  if (beside !== undefined) return beside;
  let token = tokens[noun]!;
  // "dozens of civilians": the verb governs the dozens.
  while (token.head >= first && token.head < noun) token = tokens[token.head]!;
  const verb = tokens[token.head];
  if (verb === undefined || verb.sentence !== token.sentence) return undefined;
  const lemma = verb.lemma.toLowerCase();
  const state = STATES.get(verb.text.toLowerCase());
  if (verb.upos === 'ADJ' && state !== undefined && token.deprel === 'nsubj') return state;
  const deed = DEEDS.get(lemma);
  const suffers = token.deprel === 'obj' || token.deprel === 'nsubj:pass';
  const dies = token.deprel === 'nsubj' && /^(?:die|perish)$/.test(lemma);
  return deed !== undefined && (suffers || dies) ? deed : undefined;
}
