import type { ModelArray } from './container.ts';

/** Whole numbers in use, fractions in training. */
export type Scores = Int32Array | Float64Array;

/** What decoders need of weights, in training and in use. */
export interface Scorer {
  /** An array for the scores, of the numbers that this scorer adds up; absent: fractions. */
  newScores?(classes: number): Scores;
  /** Sets `scores[c]` to the sum of the weights that the first `count` features have for class c. */
  score(features: Int32Array, count: number, scores: Scores): void;
}

export const newScores = (scorer: Scorer, classes: number): Scores =>
  scorer.newScores?.(classes) ?? new Float64Array(classes);

/** Most features one decision may have. */
export const MOST_FEATURES = 192;

/** A row's place in the runs of pairs and its length, in one number. */
const LENGTH_BITS = 8;
const LENGTH_MASK = (1 << LENGTH_BITS) - 1;

/**
 * Frozen weights: an open-addressing table from feature to row; a row is a run of (class, weight)
 * pairs. Key and row lie side by side, and so do class and weight, so that a feature costs two cache
 * lines. Scoring touches all slots first, then resolves them, then adds: the processor waits for many
 * lines at once instead of for each in turn.
 */
export class SparseWeights implements Scorer {
  private readonly mask: number;
  /** Feature and row, alternating. */
  private readonly slots: Int32Array;
  /** Class in the high byte, weight in the low one. */
  private readonly pairs: Int16Array;
  private readonly touched = new Int32Array(MOST_FEATURES);
  private readonly found = new Int32Array(MOST_FEATURES);

  constructor(arrays: Readonly<Record<string, ModelArray>>) {
    const features = arrays['features'] as Int32Array;
    const lengths = arrays['lengths'] as Uint8Array;
    const classes = arrays['classes'] as Uint8Array;
    const weights = arrays['weights'] as Int8Array;
    if (classes.length >= 1 << (31 - LENGTH_BITS)) throw new RangeError('too many weights');
    this.pairs = new Int16Array(classes.length);
    for (let i = 0; i < classes.length; i++) {
      this.pairs[i] = (classes[i]! << 8) | (weights[i]! & 0xff);
    }
    let size = 16;
    while (size < features.length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2);
    let start = 0;
    for (let row = 0; row < features.length; row++) {
      this.insert(features[row]!, (start << LENGTH_BITS) | lengths[row]!);
      start += lengths[row]!;
    }
  }

  newScores(classes: number): Scores {
    return new Int32Array(classes);
  }

  private insert(feature: number, row: number): void {
    let slot = feature & this.mask;
    while (this.slots[2 * slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[2 * slot] = feature;
    this.slots[2 * slot + 1] = row;
  }

  score(features: Int32Array, count: number, scores: Scores): void {
    const { mask, slots, pairs, touched, found } = this;
    for (let i = 0; i < count; i++) touched[i] = slots[2 * (features[i]! & mask)]!;
    let rows = 0;
    for (let i = 0; i < count; i++) {
      const feature = features[i]!;
      let key = touched[i]!;
      if (key === 0) continue;
      let slot = feature & mask;
      while (key !== feature && key !== 0) {
        slot = (slot + 1) & mask;
        key = slots[2 * slot]!;
      }
      if (key !== 0) found[rows++] = slots[2 * slot + 1]!;
    }
    scores.fill(0);
    for (let i = 0; i < rows; i++) {
      const row = found[i]!;
      const start = row >>> LENGTH_BITS;
      const end = start + (row & LENGTH_MASK);
      for (let at = start; at < end; at++) {
        const pair = pairs[at]!;
        scores[(pair >> 8) & 0xff]! += (pair << 24) >> 24;
      }
    }
  }
}
