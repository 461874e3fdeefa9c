import type { ModelArray } from './container.ts';

/** Whole numbers in use, fractions in training. */
export type Scores = Int32Array | Float64Array;

/** What decoders need of weights, in training and in use. */
export interface Scorer {
  /** An array for the scores, of the numbers that this scorer adds up; absent: fractions. */
  newScores?(classes: number): Scores;
  /**
   * Sets `scores[c]` to the sum of the weights that the first `count` features have for class c; with
   * `from`, adds to it those of the features from there on.
   */
  score(features: Int32Array, count: number, scores: Scores, from?: number): void;
}

export const newScores = (scorer: Scorer, classes: number): Scores =>
  scorer.newScores?.(classes) ?? new Float64Array(classes);

/** Most features one decision may have. */
export const MOST_FEATURES = 192;

/** A row's place in the runs of pairs and its length, in one number. */
const LENGTH_BITS = 8;
const LENGTH_MASK = (1 << LENGTH_BITS) - 1;
/** Added to every weight of a full row, so that two of them lie side by side in 32 bits as positive numbers. */
const BIAS = 128;
/** A row with weights for at least this share of the classes is written out in full. */
const FULL_SHARE = 1 / 5;
const ROWS_AT_ONCE = 8;

/**
 * Frozen weights: an open-addressing table from feature to row. A short row is a run of (class, weight)
 * pairs. A long one has a weight for every class, two in one number: plain features have long rows and
 * are in every decision, and adding those up costs a quarter of adding pairs. Key and row lie side by
 * side, and scoring touches all slots first, then resolves them, then adds: the processor waits for many
 * cache lines at once instead of for each in turn.
 */
export class SparseWeights implements Scorer {
  private readonly mask: number;
  /** Feature and row, alternating; the row is a place in `pairs` with its length, or `~` a place in `full`. */
  private readonly slots: Int32Array;
  /** Class in the high byte, weight in the low one. */
  private readonly pairs: Int16Array;
  /** Rows of `width` numbers. */
  private readonly full: Int32Array;
  private readonly width: number;
  private readonly fullSums: Int32Array;
  private readonly sums: Int32Array;
  private readonly touched = new Int32Array(MOST_FEATURES);
  private readonly found = new Int32Array(MOST_FEATURES);
  private readonly foundFull = new Int32Array(MOST_FEATURES);

  constructor(arrays: Readonly<Record<string, ModelArray>>) {
    const features = arrays['features'] as Int32Array;
    const lengths = arrays['lengths'] as Uint8Array;
    const classes = arrays['classes'] as Uint8Array;
    const weights = arrays['weights'] as Int8Array;
    if (classes.length >= 1 << (31 - LENGTH_BITS)) throw new RangeError('too many weights');
    const classCount = classes.reduce((most, label) => Math.max(most, label), 0) + 1;
    const isFull = (length: number) => length >= classCount * FULL_SHARE;
    this.width = (classCount + 1) >> 1;
    this.sums = new Int32Array(2 * this.width);
    this.fullSums = new Int32Array(this.width);
    this.full = new Int32Array(this.width * lengths.filter(isFull).length);
    this.pairs = new Int16Array(lengths.reduce((sum, n) => sum + (isFull(n) ? 0 : n), 0));
    let size = 16;
    while (size < features.length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2);
    let read = 0;
    let nextPair = 0;
    let nextFull = 0;
    for (let row = 0; row < features.length; row++) {
      const length = lengths[row]!;
      if (isFull(length)) {
        this.writeFull(nextFull, classes.subarray(read, read + length), weights.subarray(read));
        this.insert(features[row]!, ~nextFull);
        nextFull += this.width;
      } else {
        this.insert(features[row]!, (nextPair << LENGTH_BITS) | length);
        for (let at = read; at < read + length; at++)
          this.pairs[nextPair++] = (classes[at]! << 8) | (weights[at]! & 0xff);
      }
      read += length;
    }
  }

  newScores(classes: number): Scores {
    return new Int32Array(classes);
  }

  private writeFull(start: number, classes: Uint8Array, weights: Int8Array): void {
    this.full.fill(BIAS | (BIAS << 16), start, start + this.width);
    classes.forEach((label, i) => {
      this.full[start + (label >> 1)]! += weights[i]! << (label % 2 === 0 ? 0 : 16);
    });
  }

  private insert(feature: number, row: number): void {
    let slot = feature & this.mask;
    while (this.slots[2 * slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[2 * slot] = feature;
    this.slots[2 * slot + 1] = row;
  }

  score(features: Int32Array, count: number, scores: Scores, from = 0): void {
    const { mask, slots, touched, found, foundFull, sums } = this;
    for (let i = from; i < count; i++) touched[i] = slots[2 * (features[i]! & mask)]!;
    let rows = 0;
    let fullRows = 0;
    for (let i = from; i < count; i++) {
      const feature = features[i]!;
      let key = touched[i]!;
      if (key === 0) continue;
      let slot = feature & mask;
      while (key !== feature && key !== 0) {
        slot = (slot + 1) & mask;
        key = slots[2 * slot]!;
      }
      if (key === 0) continue;
      const row = slots[2 * slot + 1]!;
      if (row < 0) foundFull[fullRows++] = ~row;
      else found[rows++] = row;
    }
    this.addFull(fullRows);
    this.addPairs(rows);
    if (from === 0)
      for (let label = 0; label < scores.length; label++) scores[label] = sums[label]!;
    else for (let label = 0; label < scores.length; label++) scores[label]! += sums[label]!;
  }

  /** Sets `sums` to those of the full rows found. */
  private addFull(rows: number): void {
    const { full, fullSums, foundFull, sums, width } = this;
    fullSums.fill(0);
    let i = 0;
    for (; i + ROWS_AT_ONCE <= rows; i += ROWS_AT_ONCE) {
      const a = foundFull[i]!;
      const b = foundFull[i + 1]!;
      const c = foundFull[i + 2]!;
      const d = foundFull[i + 3]!;
      const e = foundFull[i + 4]!;
      const f = foundFull[i + 5]!;
      const g = foundFull[i + 6]!;
      const h = foundFull[i + 7]!;
      for (let k = 0; k < width; k++) {
        const half = full[a + k]! + full[b + k]! + full[c + k]! + full[d + k]!;
        fullSums[k]! += half + full[e + k]! + full[f + k]! + full[g + k]! + full[h + k]!;
      }
    }
    for (; i < rows; i++) {
      const a = foundFull[i]!;
      for (let k = 0; k < width; k++) fullSums[k]! += full[a + k]!;
    }
    const bias = rows * BIAS;
    for (let k = 0; k < width; k++) {
      sums[2 * k] = (fullSums[k]! & 0xffff) - bias;
      sums[2 * k + 1] = (fullSums[k]! >>> 16) - bias;
    }
  }

  private addPairs(rows: number): void {
    const { pairs, found, sums } = this;
    for (let i = 0; i < rows; i++) {
      const row = found[i]!;
      const start = row >>> LENGTH_BITS;
      const end = start + (row & LENGTH_MASK);
      for (let at = start; at < end; at++) {
        const pair = pairs[at]!;
        sums[(pair >> 8) & 0xff]! += (pair << 24) >> 24;
      }
    }
  }
}
