import type { ModelFile } from './container.ts';

/** What words mean, as the company they keep in running text: a row of numbers for each frequent word. */
export interface WordRows {
  readonly dimensions: number;
  /** Rows one after the other, in steps of {@link ROW_STEP}. */
  readonly values: Int8Array;
  /** By hash of the folded word; absent for one that is not known. */
  readonly rows: ReadonlyMap<number, number>;
}

/** One step of a value: they have a mean square of 1, and ±4 holds nearly all. */
export const ROW_STEP = 1 / 32;

export function wordRowsFrom({ arrays }: ModelFile): WordRows {
  const words = arrays['words'] as Int32Array;
  const values = arrays['values'] as Int8Array;
  return {
    dimensions: values.length / words.length,
    values,
    rows: new Map(Array.from(words, (word, row) => [word, row] as const)),
  };
}
