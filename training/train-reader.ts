import type { Reader } from '../src/reading/speech/learned/decode.ts';
import { LABELS } from '../src/reading/speech/learned/labels.ts';
import { packed, unpacked } from '../src/reading/speech/learned/packed.ts';
import { FrozenRecurrent } from '../src/reading/speech/learned/frozen-recurrent.ts';
import type { RecurrentShape } from '../src/reading/speech/learned/recurrent-layout.ts';
import { recurrentInput } from '../src/reading/speech/learned/recurrent-input.ts';
import type { WordRows } from '../src/reading/perceptron/word-rows.ts';
import type { ReadingExample } from './speech-examples.ts';
import { trainRecurrent } from './train-recurrent.ts';
import type { SpeechOptions } from './train-speech.ts';

/** Units each way: 48 and 64 are hardly better and cost two and four times as much. */
const UNITS = 32;
const UPPER = 16;
/** Categories of fewer places are left out; those of the whole, which stand once in a sentence, of fewer sentences. */
const LEAST = { places: 150, whole: 8 };

export interface ReaderModel {
  readonly shape: RecurrentShape;
  readonly weights: Float32Array;
  /** Hashes of the categories, in the order of their rows. */
  readonly categories: Int32Array;
}

/** Weights that label the words around a cue and say whether it is one. */
export function trainReader(
  examples: readonly ReadingExample[],
  vectors: WordRows,
  options: Pick<SpeechOptions, 'readerEpochs' | 'seed' | 'log'>,
): ReaderModel {
  const categories = frequentCategories(examples);
  const rows = rowsBy(categories);
  const shape: RecurrentShape = {
    units: UNITS,
    dimensions: vectors.dimensions,
    categories: categories.length,
    labels: LABELS.length,
    upper: UPPER,
  };
  const weights = trainRecurrent(
    examples.map(({ role, rule, isCue, labels }) => ({
      input: recurrentInput(role, rule, rows),
      ...(isCue === undefined ? {} : { isCue }),
      ...(labels === undefined ? {} : { labels }),
    })),
    { shape, vectors },
    { epochs: options.readerEpochs, seed: options.seed, log: options.log },
  );
  return { shape, weights, categories };
}

/** As it will be in use, its weights rounded. */
export const readerFrom = (
  { shape, weights, categories }: ReaderModel,
  vectors: WordRows,
): Reader => ({
  network: new FrozenRecurrent(shape, unpacked(packed(weights)), vectors),
  categories: rowsBy(categories),
});

const rowsBy = (hashes: Int32Array) =>
  new Map(Array.from(hashes, (hash, row) => [hash, row] as const));

function frequentCategories(examples: readonly ReadingExample[]): Int32Array {
  const places = new Map<number, number>();
  const whole = new Map<number, number>();
  const count = (counts: Map<number, number>, hashes: Int32Array) =>
    hashes.forEach((hash) => counts.set(hash, (counts.get(hash) ?? 0) + 1));
  // Looked up in nothing but itself, each category is its own hash.
  const categories = { get: (hash: number) => hash };
  for (const { role, rule } of examples) {
    const input = recurrentInput(role, rule, categories);
    count(places, input.categories);
    count(whole, input.common);
  }
  const often = (counts: Map<number, number>, least: number) =>
    [...counts].filter(([, uses]) => uses >= least).map(([hash]) => hash);
  return Int32Array.from([...often(places, LEAST.places), ...often(whole, LEAST.whole)]).sort();
}
