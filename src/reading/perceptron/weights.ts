import type { ModelArray } from './container.ts';

/** What decoders need of weights, in training and in use. */
export interface Scorer {
  /** Sets `scores[c]` to the sum of the weights that the first `count` features have for class c. */
  score(features: Int32Array, count: number, scores: Int32Array | Float64Array): void;
}

/** Most features one decision may have. */
export const MOST_FEATURES = 160;

/**
 * Frozen weights: an open-addressing table from feature to row; a row is a run of (class, weight)
 * pairs. Scoring touches all slots first, then resolves them, then adds, so that the processor waits
 * for many cache lines at once instead of for each in turn.
 */
export class SparseWeights implements Scorer {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly rows: Int32Array;
  private readonly starts: Int32Array;
  private readonly classes: Uint8Array;
  private readonly weights: Int8Array;
  private readonly touched = new Int32Array(MOST_FEATURES);
  private readonly found = new Int32Array(MOST_FEATURES);

  constructor(arrays: Readonly<Record<string, ModelArray>>, prefix = '') {
    const features = arrays[`${prefix}features`] as Int32Array;
    const lengths = arrays[`${prefix}lengths`] as Uint8Array;
    this.classes = arrays[`${prefix}classes`] as Uint8Array;
    this.weights = arrays[`${prefix}weights`] as Int8Array;
    let size = 16;
    while (size < features.length * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.rows = new Int32Array(size);
    this.starts = new Int32Array(features.length + 1);
    for (let row = 0; row < features.length; row++) {
      this.starts[row + 1] = this.starts[row]! + lengths[row]!;
      this.insert(features[row]!, row);
    }
  }

  private insert(feature: number, row: number): void {
    let slot = feature & this.mask;
    while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
    this.keys[slot] = feature;
    this.rows[slot] = row;
  }

  score(features: Int32Array, count: number, scores: Int32Array | Float64Array): void {
    const { mask, keys, rows, starts, classes, weights, touched, found } = this;
    for (let i = 0; i < count; i++) touched[i] = keys[features[i]! & mask]!;
    let rowsFound = 0;
    for (let i = 0; i < count; i++) {
      const feature = features[i]!;
      let slot = feature & mask;
      let key = touched[i]!;
      while (key !== feature && key !== 0) {
        slot = (slot + 1) & mask;
        key = keys[slot]!;
      }
      if (key !== 0) found[rowsFound++] = rows[slot]!;
    }
    scores.fill(0);
    for (let i = 0; i < rowsFound; i++) {
      const row = found[i]!;
      const end = starts[row + 1]!;
      for (let at = starts[row]!; at < end; at++) scores[classes[at]!]! += weights[at]!;
    }
  }
}
