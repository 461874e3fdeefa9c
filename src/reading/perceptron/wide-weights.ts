import type { ModelArray } from './container.ts';
import { FeaturePlaces, placed } from './feature-places.ts';
import { addSums, type FrozenScorer, MOST_CLASSES, MOST_FEATURES, type Scores } from './weights.ts';

/** A short row's place in the runs of pairs and its length, in one number. */
const LENGTH_BITS = 8;
const LENGTH_MASK = (1 << LENGTH_BITS) - 1;
/** A row with weights for at least this share of the classes is written out in full. */
const FULL_SHARE = 1 / 5;
/** Added to every weight of a full row, so that four of them lie side by side in 32 bits as positive numbers. */
const BIAS = 128;
const EMPTY = 0x80808080 | 0;
/** The first and the third of four bytes. */
const EVEN = 0x00ff00ff;
const ROWS_AT_ONCE = 4;

/**
 * Frozen weights of many classes. A short row is a run of (class, weight) pairs. A long one has a weight
 * for every class, four in one number: plain features have long rows and are in every decision, and adding
 * those up costs a quarter of adding pairs. Rows are found first and then added: the processor waits for
 * many at once instead of for each in turn.
 */
export class WideWeights implements FrozenScorer {
  readonly fixed = true;
  private readonly places: FeaturePlaces;
  /** Feature and row, alternating; the row is a place in `pairs` with its length, or `~` a place in `full`. */
  private readonly slots: Int32Array;
  /** Class in the high byte, weight in the low one. */
  private readonly pairs: Int16Array;
  /** Rows of `width` numbers. */
  private readonly full: Int32Array;
  private readonly width: number;
  private readonly even: Int32Array;
  private readonly odd: Int32Array;
  private readonly sums = new Int32Array(MOST_CLASSES);
  private readonly found = new Int32Array(MOST_FEATURES + 1);
  private readonly foundFull = new Int32Array(MOST_FEATURES + 1);
  /** Read by nobody: what was read ahead must be put somewhere. */
  protected ahead = 0;

  constructor(arrays: Readonly<Record<string, ModelArray>>, classCount: number) {
    const features = arrays['features'] as Int32Array;
    const lengths = arrays['lengths'] as Uint8Array;
    const classes = arrays['classes'] as Uint8Array;
    const weights = arrays['weights'] as Int8Array;
    if (classes.length >= 1 << (31 - LENGTH_BITS)) throw new RangeError('too many weights');
    const least = classCount * FULL_SHARE;
    this.places = new FeaturePlaces(features);
    this.slots = new Int32Array(2 * this.places.size);
    this.width = (classCount + 3) >> 2;
    this.even = new Int32Array(this.width);
    this.odd = new Int32Array(this.width);
    this.full = new Int32Array(this.width * lengths.filter((length) => length >= least).length);
    this.pairs = new Int16Array(lengths.reduce((sum, n) => sum + (n >= least ? 0 : n), 0));
    let read = 0;
    let nextPair = 0;
    let nextFull = 0;
    for (let row = 0; row < features.length; row++) {
      const end = read + lengths[row]!;
      const slot = 2 * this.places.of(features[row]!);
      this.slots[slot] = features[row]!;
      if (lengths[row]! >= least) {
        this.slots[slot + 1] = ~nextFull;
        this.full.fill(EMPTY, nextFull, nextFull + this.width);
        for (; read < end; read++)
          this.full[nextFull + (classes[read]! >> 2)]! +=
            weights[read]! << ((classes[read]! & 3) << 3);
        nextFull += this.width;
      } else {
        this.slots[slot + 1] = (nextPair << LENGTH_BITS) | lengths[row]!;
        for (; read < end; read++)
          this.pairs[nextPair++] = (classes[read]! << 8) | (weights[read]! & 0xff);
      }
    }
  }

  newScores(classes: number): Int32Array {
    return new Int32Array(classes);
  }

  score(features: Int32Array, count: number, scores: Scores, from = 0): void {
    const { slots, found, foundFull } = this;
    const { mask, displacements, shift } = this.places;
    let rows = 0;
    let fullRows = 0;
    for (let i = from; i < count; i++) {
      const feature = features[i]!;
      const slot = (placed(feature, displacements[feature & mask]!) >>> shift) << 1;
      const difference = slots[slot]! ^ feature;
      const row = slots[slot + 1]!;
      // Written in any case and counted where it is one: no branch that the processor could take wrongly.
      const one = ((difference | -difference) >>> 31) ^ 1;
      const long = row >>> 31;
      foundFull[fullRows] = ~row;
      found[rows] = row;
      fullRows += one & long;
      rows += one & ~long;
    }
    this.addFull(fullRows);
    this.addPairs(rows);
    addSums(this.sums, scores, from > 0);
  }

  /** Sets `sums` to those of the full rows found. */
  private addFull(rows: number): void {
    const { full, even, odd, foundFull, sums, width } = this;
    even.fill(0);
    odd.fill(0);
    let i = 0;
    for (; i + ROWS_AT_ONCE <= rows; i += ROWS_AT_ONCE) {
      const a = foundFull[i]!;
      const b = foundFull[i + 1]!;
      const c = foundFull[i + 2]!;
      const d = foundFull[i + 3]!;
      for (let k = 0; k < width; k++) {
        const p = full[a + k]!;
        const q = full[b + k]!;
        const r = full[c + k]!;
        const s = full[d + k]!;
        even[k]! += (p & EVEN) + (q & EVEN) + (r & EVEN) + (s & EVEN);
        odd[k]! +=
          ((p >>> 8) & EVEN) + ((q >>> 8) & EVEN) + ((r >>> 8) & EVEN) + ((s >>> 8) & EVEN);
      }
    }
    for (; i < rows; i++) {
      const a = foundFull[i]!;
      for (let k = 0; k < width; k++) {
        even[k]! += full[a + k]! & EVEN;
        odd[k]! += (full[a + k]! >>> 8) & EVEN;
      }
    }
    const bias = rows * BIAS;
    for (let k = 0; k < width; k++) {
      sums[4 * k] = (even[k]! & 0xffff) - bias;
      sums[4 * k + 1] = (odd[k]! & 0xffff) - bias;
      sums[4 * k + 2] = (even[k]! >>> 16) - bias;
      sums[4 * k + 3] = (odd[k]! >>> 16) - bias;
    }
  }

  private addPairs(rows: number): void {
    const { pairs, found, sums } = this;
    // Touched first, since the loops below are too short for the processor to see the next row coming.
    let ahead = 0;
    for (let i = 0; i < rows; i++) ahead ^= pairs[found[i]! >>> LENGTH_BITS]!;
    this.ahead = ahead;
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
