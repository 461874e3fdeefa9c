import { hashText, remembered } from '../../perceptron/hash.ts';
import { plainForm } from '../../perceptron/words.ts';

/** What words mean, as the company they keep in running text: frequent words and a row of numbers for each. */
export interface WordVectors {
  readonly dimensions: number;
  /** Rows one after the other, in steps of {@link VECTOR_STEP}. */
  readonly values: Int8Array;
  /** The row of a word, whatever its case; -1 for one that is not known. */
  readonly row: (word: string) => number;
}

/** One step of a value: they have a mean square of 1, and ±4 holds nearly all. */
export const VECTOR_STEP = 1 / 32;

export function wordVectors(words: Int32Array, values: Int8Array): WordVectors {
  const rows = new Map(Array.from(words, (word, row) => [word, row] as const));
  return {
    dimensions: values.length / Math.max(1, words.length),
    values,
    row: (word) => rows.get(vectorKey(word)) ?? -1,
  };
}

export const vectorKey = (word: string) => hashText(plainForm(word).toLowerCase());

/** Rows looked up once for each distinct word of a text. */
export const rowsOf = ({ row }: WordVectors) => remembered(row);
