import type { ActorContext } from './context.ts';
import { HYPHENS, isTimeWord } from './phrase-words.ts';

const COMPLEMENTS = new Set(['of', 'for', 'at', 'with', 'to']);
const COMPLEMENT_WORDS = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'PART', 'NUM']);
const LONGEST_COMPLEMENT = 12;

/** End of what completes an office: "head of information and press at the foreign ministry". */
export function officeEnd(context: ActorContext, last: number): number {
  const { words, text, listed } = context;
  const { last: end } = text.sentences[text.tokens[last - 1]!.sentence]!;
  const within = (at: number) => at < end && at - last < LONGEST_COMPLEMENT;
  const fits = (at: number) =>
    within(at) &&
    !isTimeWord(words[at]!) &&
    (listed[at] !== undefined ||
      HYPHENS.has(words[at]!) ||
      COMPLEMENT_WORDS.has(text.tokens[at]!.upos));
  let stop = last;
  let at = last;
  while (
    within(at) &&
    (at === last || stop === at) &&
    COMPLEMENTS.has(words[at]!) &&
    fits(at + 1)
  ) {
    at++;
    while (
      fits(at) ||
      (/^(and|&)$/.test(words[at] ?? '') && fits(at + 1) && !/^(the|a|an)$/.test(words[at + 1]!))
    )
      at++;
    stop = at;
  }
  return stop;
}
