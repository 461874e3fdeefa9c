import type { Precision } from '../../domain/index.ts';
import type { LinkContext } from './context.ts';

/** Nouns that stand for a place named before, and what they may stand for. */
export const LEVELS: ReadonlyMap<string, readonly Precision[]> = new Map([
  ['city', ['settlement']],
  ['town', ['settlement']],
  ['village', ['settlement']],
  ['district', ['district']],
  ['province', ['province']],
  ['region', ['province', 'region']],
  ['state', ['province']],
  ['it', ['settlement', 'district', 'province']],
]);

export interface PlacePhrase {
  readonly first: number;
  readonly last: number;
  /** The noun, or "capital". */
  readonly noun: string;
  readonly capital: 'provincial' | 'possessed' | 'bare' | undefined;
  /** "The biggest city in the north". */
  readonly largest?: boolean;
}

const DEFINITE = new Set(['the', 'this', 'that']);
/** Words that single out a place not named yet, or one of several. */
const OTHER =
  /^(other|another|next|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|first|last|latest|few|many|several|two|three|four|five|six|only|nearest|nearby|neighbou?ring|adjacent|adjoining|surrounding|outlying|own|new|home|sister|twin|capital|ghost|inner|old|rival|same-named)$/;
const LARGEST = /^(biggest|largest|main|most)$/;
/** Words between the article and the noun: "the eastern oil town", "the ruby-mining town". */
const BETWEEN = 5;

const TAKING =
  /^(capture|recapture|seize|take|retake|hold|control|enter|leave|lose|liberate|storm|abandon|surround|besiege|encircle|overrun|overran|surrender|reach|defend|evacuate|shell|bomb|occupy|conquer|vacate|quit|blockade|flee|recover|regain|reclaim|invade|bombard)$/;

/** "They had captured it": what is taken is a place, as a rule. */
function isTaken({ text, words }: Pick<LinkContext, 'text' | 'words'>, at: number): boolean {
  const { deprel, head } = text.tokens[at]!;
  if (deprel === 'obj' && head >= 0) return TAKING.test(text.tokens[head]!.lemma);
  if (words[at - 1] === 'of')
    return /^(out|outside|inside|half|parts|control|most|all)$/.test(words[at - 2] ?? '');
  return /^(in|inside|around|outside|into)$/.test(words[at - 1] ?? '');
}

/** "The city", "the provincial capital", "its capital", at this token; nothing named after it. */
export function placePhraseAt({ text, words }: LinkContext, at: number): PlacePhrase | undefined {
  const noun = words[at]!;
  if (noun === 'it')
    return isTaken({ text, words }, at)
      ? { first: at, last: at + 1, noun, capital: undefined }
      : undefined;
  const capital = noun === 'capital';
  if (!capital && !LEVELS.has(noun)) return undefined;
  // "redeployed outside the city" of Hama: a quotation may end within the phrase.
  const after = /^["”’]$/.test(words[at + 1] ?? '') ? at + 2 : at + 1;
  const next = words[after];
  const counted = /^\d/.test(words[after + 1] ?? '');
  if (
    (next === 'of' && !counted) ||
    text.tokens[at + 1]?.upos === 'PROPN' ||
    text.tokens[at + 1]?.upos === 'NOUN'
  )
    return undefined;
  const determiner = words[at - 1]!;
  if (capital && determiner === 'its')
    return { first: at - 1, last: at + 1, noun, capital: 'possessed' };
  if (capital && /^(provincial|regional)$/.test(determiner) && DEFINITE.has(words[at - 2] ?? ''))
    return { first: at - 1, last: at + 1, noun, capital: 'provincial' };
  if (capital)
    return determiner === 'the'
      ? { first: at - 1, last: at + 1, noun, capital: 'bare' }
      : undefined;
  const described = describedFrom(text, words, at);
  return described && { ...described, last: at + 1, noun, capital: undefined };
}

/** Where "the lakeside city" begins; undefined where the words tell of another than the one named. */
function describedFrom(
  { tokens }: LinkContext['text'],
  words: readonly string[],
  at: number,
): { readonly first: number; readonly largest?: boolean } | undefined {
  let largest = false;
  for (let i = at - 1; i >= Math.max(0, at - BETWEEN); i--) {
    const word = words[i]!;
    if (DEFINITE.has(word)) return { first: i + 1, ...(largest ? { largest } : {}) };
    if (OTHER.test(word)) return undefined;
    const { upos, xpos } = tokens[i]!;
    if (LARGEST.test(word) || xpos === 'JJS') largest = true;
    else if (!/^(ADJ|NOUN|ADV)$/.test(upos) && !/^VB[GN]$/.test(xpos) && word !== '-')
      return undefined;
  }
  return undefined;
}
