import { hashText } from './perceptron/hash.ts';
import { fold, plainForm } from './perceptron/words.ts';

/** Gives words the case they would have in prose: capitals of a headline say nothing. */
export interface LetterCase {
  restore(words: readonly string[]): readonly string[];
}

/** Whether a sentence is in capitals throughout, so that no capital says anything. */
export function isShouted(words: readonly string[]): boolean {
  let lettered = 0;
  for (const word of words) {
    if (!LETTERS.test(word)) continue;
    if (!SHOUTED.test(word)) return false;
    lettered++;
  }
  return lettered >= LEAST_SHOUTED;
}

const LETTERS = /\p{L}/u;
const SHOUTED = /^[\p{Lu}\p{M}\d.'’-]+$/u;
const TITLED = /^\p{Lu}/u;
const PROSE = /^[a-z]/;
/** Fewer words in capitals may be names and acronyms. */
const LEAST_SHOUTED = 4;
const LEAST_TITLED = 4;
/** Headlines leave short words in lower case. */
const SHORT = 4;

/** `lower` has the hashes of folded words that running text writes in lower case. */
export function letterCaseFrom(lower: ReadonlySet<number>): LetterCase {
  const isLower = (word: string) => lower.has(hashText(fold(plainForm(word))));
  const unshout = (word: string) => {
    const small = word.toLowerCase();
    // A word that no running text had in lower case is most likely a name.
    return isLower(word) || !LETTERS.test(word) ? small : word[0]! + small.slice(1);
  };
  return {
    restore(words) {
      // One longer word in lower case settles it, and prose nearly always has one.
      if (words.some((word) => word.length >= SHORT && PROSE.test(word))) return words;
      if (isShouted(words)) return words.map(unshout);
      const lettered = words.filter((word) => LETTERS.test(word));
      const long = lettered.filter((word) => word.length >= SHORT);
      if (long.length < LEAST_TITLED || !long.every((word) => TITLED.test(word))) return words;
      return words.map((word, i) =>
        i > 0 && TITLED.test(word) && isLower(word) ? word.toLowerCase() : word,
      );
    },
  };
}
