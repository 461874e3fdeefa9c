import { hashText } from './perceptron/hash.ts';
import { fold, plainForm } from './perceptron/words.ts';

/** Gives words the case they would have in prose: capitals of a headline say nothing. */
export interface LetterCase {
  restore(words: readonly string[]): readonly string[];
  /** Whether a word, whatever its case, is most likely a name: no form of one that texts write in lower case. */
  isStrange(word: string): boolean;
}

export const CASES = ['lower', 'title', 'upper'] as const;
/** "army", "Afghan", "NATO". */
export type Case = (typeof CASES)[number];

/** Tells the case that words, given in lower case, have in prose, one for each. */
export interface CaseTagger {
  cases(words: readonly string[]): readonly Case[];
  /** Whether it learnt from texts that have this word, given in lower case, more than once or twice. */
  knows(word: string): boolean;
}

/** Whether a sentence is in capitals throughout, so that no capital says anything. */
export function isShouted(words: readonly string[]): boolean {
  let lettered = 0;
  for (const word of words) {
    if (!LETTERS.test(word)) continue;
    if (SMALL.test(word)) return false;
    lettered++;
  }
  return lettered >= LEAST_SHOUTED;
}

const LETTERS = /\p{L}/u;
const SMALL = /\p{Ll}/u;
const TITLED = /^\p{Lu}/u;
const NAME = /^\p{L}{3,}$/u;
const PROSE = /^[a-z]/;
/** Fewer words in capitals may be names and acronyms. */
const LEAST_SHOUTED = 4;
const LEAST_TITLED = 4;
/** Headlines leave short words in lower case. */
const SHORT = 4;

/** `lower` has the hashes of folded words that running text writes in lower case. */
export function letterCaseFrom(tagger: CaseTagger, lower: ReadonlySet<number>): LetterCase {
  const isLower = (word: string) => lower.has(hashText(fold(plainForm(word))));
  /** "al-qaida" is "Al-Qaida", but "vice-president" has one capital. */
  const titled = (word: string) =>
    word
      .split('-')
      .map((part, i) => (i > 0 && isLower(part) ? part : capitalised(part)))
      .join('-');
  const isCommon = (word: string) => isLower(word) || tagger.knows(word);
  const isStrange = (word: string) =>
    NAME.test(word) && !isCommon(word) && !rootsOf(word).some(isCommon);
  const cased = (word: string, as: Case) => {
    if (as === 'upper') return word.toUpperCase();
    return as === 'title' || isStrange(word) ? titled(word) : word;
  };
  return {
    isStrange: (word) => isStrange(word.toLowerCase()),
    restore(words) {
      // One longer word in lower case settles it, and prose nearly always has one.
      if (words.some((word) => word.length >= SHORT && PROSE.test(word))) return words;
      const shouted = isShouted(words);
      if (!shouted && !isTitled(words)) return words;
      const small = words.map((word) => word.toLowerCase());
      const cases = tagger.cases(small);
      if (shouted)
        return small.map((word, i) => (i === 0 ? capitalised(word) : cased(word, cases[i]!)));
      return words.map((word, i) =>
        i > 0 && TITLED.test(word) && cases[i] === 'lower' ? small[i]! : word,
      );
    },
  };
}

/** "retaken" is taken again, "dynamited" comes of "dynamite". */
function rootsOf(word: string): readonly string[] {
  const plain = word.replace(PREFIX, '');
  const stem = plain.replace(ENDING, '');
  return [plain, stem, `${stem}e`].filter((root) => root !== word && root.length >= SHORT);
}

const PREFIX = /^(?:re|un|over)(?=\p{L}{4})/u;
const ENDING = /(?:ed|ing|ers?|ly|s)$/;

const capitalised = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** A headline, which has its longer words in capitals whatever they are. */
function isTitled(words: readonly string[]): boolean {
  const long = words.filter((word) => LETTERS.test(word) && word.length >= SHORT);
  return long.length >= LEAST_TITLED && long.every((word) => TITLED.test(word));
}
