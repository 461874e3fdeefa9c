import type { Precision } from '../../domain/index.ts';
import type { LinkContext } from './context.ts';

/** Nouns that stand for a place named before, and what they may stand for. */
export const LEVELS: Readonly<Record<string, readonly Precision[]>> = {
  city: ['settlement'],
  town: ['settlement'],
  village: ['settlement'],
  district: ['district'],
  province: ['province'],
  region: ['province', 'region'],
  state: ['province'],
  it: ['settlement', 'district', 'province'],
};

export interface PlacePhrase {
  readonly first: number;
  readonly last: number;
  /** The noun, or "capital". */
  readonly noun: string;
  readonly capital: 'provincial' | 'possessed' | undefined;
}

const DEFINITE = new Set(['the', 'this', 'that']);
const FREE = new Set([
  'strategic',
  'embattled',
  'besieged',
  'northern',
  'southern',
  'eastern',
  'western',
  'central',
  'port',
  'border',
  'entire',
  'whole',
  'same',
  'key',
  'historic',
  'ancient',
  'whole',
]);

const TAKING =
  /^(capture|recapture|seize|take|retake|hold|control|enter|leave|lose|liberate|storm|abandon|surround|besiege|encircle|overrun|surrender|reach|defend|evacuate|shell|bomb)$/;

/** "They had captured it": what is taken is a place, as a rule. */
function isTaken({ text, words }: Pick<LinkContext, 'text' | 'words'>, at: number): boolean {
  const { deprel, head } = text.tokens[at]!;
  if (deprel === 'obj' && head >= 0) return TAKING.test(text.tokens[head]!.lemma);
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
  if (!capital && !(noun in LEVELS)) return undefined;
  const next = words[at + 1];
  const counted = /^\d/.test(words[at + 2] ?? '');
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
  if (capital) return undefined;
  const start = FREE.has(determiner) ? at - 1 : at;
  return DEFINITE.has(words[start - 1] ?? '')
    ? { first: start, last: at + 1, noun, capital: undefined }
    : undefined;
}
