import { CASES, type Case, type CaseTagger } from '../letter-case.ts';
import type { ModelFile } from './container.ts';
import { taggerFrom } from './tagger.ts';
import type { WordTable } from './words.ts';

/** The tagger of `letter-case.bin`, whose classes are cases. */
export function caseTaggerFrom(file: ModelFile, words: WordTable): CaseTagger {
  const tagger = taggerFrom(file, words);
  const byClass = tagger.classes.map((name) => CASES.find((as) => name === classOf(as)) ?? 'lower');
  const seen = new Set(file.arrays['usualWords'] as Int32Array);
  return {
    cases: (given) => Array.from(tagger.classesOf(given), (id): Case => byClass[id]!),
    knows: (word) => seen.has(words.get(word).word),
  };
}

/** The name of a class: taggers have two parts to theirs. */
export const classOf = (as: Case) => `${as}|`;
