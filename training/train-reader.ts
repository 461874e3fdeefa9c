import type { Reader } from '../src/reading/speech/learned/decode.ts';
import { LABELS } from '../src/reading/speech/learned/labels.ts';
import { packed, unpacked } from '../src/reading/speech/learned/packed.ts';
import { FrozenRecurrent } from '../src/reading/speech/learned/frozen-recurrent.ts';
import type { RecurrentShape } from '../src/reading/speech/learned/recurrent-layout.ts';
import { recurrentInput } from '../src/reading/speech/learned/recurrent-input.ts';
import type { WordRows } from '../src/reading/perceptron/word-rows.ts';
import type { RecurrentExample } from './recurrent-learner.ts';
import type { ReadingExample } from './speech-examples.ts';
import { trainRecurrent } from './train-recurrent.ts';
import type { SpeechOptions } from './train-speech.ts';

export interface ReaderSizes extends Pick<RecurrentShape, 'units' | 'upper' | 'beside' | 'labels'> {
  /** Categories of fewer places are left out; those of the whole, which stand once in a sentence, of fewer sentences. */
  readonly least: { readonly places: number; readonly whole: number };
}

/** Units each way: 48 and 64 are hardly better and cost two and four times as much. */
const SIZES: ReaderSizes = {
  units: 32,
  upper: 16,
  beside: 0,
  labels: LABELS.length,
  least: { places: 150, whole: 8 },
};

export type ReaderOptions = Pick<SpeechOptions, 'readerEpochs' | 'seed' | 'log'>;

/** Looked up in nothing but itself, each category is its own hash. */
export const BY_HASH = { get: (hash: number) => hash };

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
  options: ReaderOptions,
): ReaderModel {
  const hashed = examples.map(({ role, rule, isCue, labels }): RecurrentExample => {
    const input = recurrentInput(role, rule, BY_HASH);
    const asked = isCue === undefined ? [] : [{ place: input.cue, beside: [], isCue }];
    return { input, asked, ...(labels === undefined ? {} : { labels }) };
  });
  return trainKnown(hashed, vectors, { ...options, sizes: SIZES });
}

/** Weights for the categories that are seen often enough. */
export function trainKnown(
  hashed: readonly RecurrentExample[],
  vectors: WordRows,
  { sizes, readerEpochs: epochs, seed, log }: ReaderOptions & { readonly sizes: ReaderSizes },
): ReaderModel {
  const { least, ...units } = sizes;
  const categories = frequentCategories(hashed, least);
  const rows = rowsBy(categories);
  const known = (hashes: Int32Array) => hashes.map((hash) => rows.get(hash) ?? -1);
  const examples = hashed.map(({ input, ...example }) => ({
    ...example,
    input: { ...input, categories: known(input.categories), common: known(input.common) },
  }));
  const { dimensions } = vectors;
  const shape: RecurrentShape = { ...units, dimensions, categories: categories.length };
  const weights = trainRecurrent(examples, { shape, vectors }, { epochs, seed, log });
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

function frequentCategories(
  hashed: readonly RecurrentExample[],
  least: ReaderSizes['least'],
): Int32Array {
  const places = new Map<number, number>();
  const whole = new Map<number, number>();
  const count = (counts: Map<number, number>, hashes: Int32Array) =>
    hashes.forEach((hash) => counts.set(hash, (counts.get(hash) ?? 0) + 1));
  for (const { input } of hashed) {
    count(places, input.categories);
    count(whole, input.common);
  }
  const often = (counts: Map<number, number>, fewest: number) =>
    [...counts].filter(([, uses]) => uses >= fewest).map(([hash]) => hash);
  return Int32Array.from([...often(places, least.places), ...often(whole, least.whole)]).sort();
}
