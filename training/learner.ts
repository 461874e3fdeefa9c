import { MOST_FEATURES, type Scorer, type Scores } from '../src/reading/perceptron/weights.ts';
import type { ModelArray } from '../src/reading/perceptron/container.ts';

const grown = <T extends Int32Array | Uint8Array | Float32Array | Float64Array>(
  array: T,
  size: number,
): T => {
  const larger = new (array.constructor as new (length: number) => T)(size);
  larger.set(array);
  return larger;
};

/**
 * Averaged perceptron with sparse rows: a feature has a row only once it took part in a mistake, and
 * a row holds only the classes that were updated.
 */
export class Learner implements Scorer {
  private mask: number;
  private keys: Int32Array;
  private slotRows: Int32Array;
  private rowCount = 0;
  private rowFeature = new Int32Array(1 << 16);
  private rowStart = new Int32Array(1 << 16);
  private rowLength = new Uint8Array(1 << 16);
  private rowCapacity = new Uint8Array(1 << 16);
  private poolUsed = 0;
  private classes = new Uint8Array(1 << 20);
  private weights = new Float32Array(1 << 20);
  private totals = new Float64Array(1 << 20);
  private stamps = new Int32Array(1 << 20);
  private readonly found = new Int32Array(MOST_FEATURES);
  private clock = 0;

  /** With `allowed`, no other feature ever gets a weight. */
  constructor(
    readonly classCount: number,
    private readonly allowed?: ReadonlySet<number>,
  ) {
    if (classCount > 255) throw new RangeError(`at most 255 classes, saw ${classCount}`);
    this.mask = (1 << 20) - 1;
    this.keys = new Int32Array(1 << 20);
    this.slotRows = new Int32Array(1 << 20);
  }

  private slotOf(feature: number): number {
    let slot = feature & this.mask;
    while (this.keys[slot] !== feature && this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
    return slot;
  }

  newScores(classes: number): Scores {
    return new Float64Array(classes);
  }

  score(features: Int32Array, count: number, scores: Scores, from = 0): void {
    const { mask, keys, slotRows, rowStart, rowLength, classes, weights, found } = this;
    let rows = 0;
    for (let i = from; i < count; i++) {
      const feature = features[i]!;
      let slot = feature & mask;
      while (keys[slot] !== feature && keys[slot] !== 0) slot = (slot + 1) & mask;
      if (keys[slot] !== 0) found[rows++] = slotRows[slot]!;
    }
    if (from === 0) scores.fill(0);
    for (let i = 0; i < rows; i++) {
      const row = found[i]!;
      const start = rowStart[row]!;
      const end = start + rowLength[row]!;
      for (let at = start; at < end; at++) scores[classes[at]!]! += weights[at]!;
    }
  }

  /** Time passes with every decision, right or wrong: the average runs over all of them. */
  tick(): void {
    this.clock++;
  }

  update(features: Int32Array, count: number, good: number, bad: number): void {
    for (let i = 0; i < count; i++) {
      const feature = features[i]!;
      const row = this.rowOf(feature);
      if (row < 0) continue;
      this.add(row, good, 1);
      this.add(row, bad, -1);
    }
  }

  /** Adds `change` to the weight that each feature has for `label`. */
  change(features: Int32Array, count: number, label: number, change: number): void {
    for (let i = 0; i < count; i++) {
      const row = this.rowOf(features[i]!);
      if (row >= 0) this.add(row, label, change);
    }
  }

  private rowOf(feature: number): number {
    let slot = this.slotOf(feature);
    if (this.keys[slot] !== 0) return this.slotRows[slot]!;
    if (this.allowed && !this.allowed.has(feature)) return -1;
    if (this.rowCount * 2 > this.mask) {
      this.growTable();
      slot = this.slotOf(feature);
    }
    if (this.rowCount >= this.rowStart.length) this.growRows();
    const row = this.rowCount++;
    this.keys[slot] = feature;
    this.slotRows[slot] = row;
    this.rowFeature[row] = feature;
    return row;
  }

  private growTable(): void {
    const { keys, slotRows } = this;
    const size = keys.length * 2;
    this.keys = new Int32Array(size);
    this.slotRows = new Int32Array(size);
    this.mask = size - 1;
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      const slot = this.slotOf(keys[i]!);
      this.keys[slot] = keys[i]!;
      this.slotRows[slot] = slotRows[i]!;
    }
  }

  private growRows(): void {
    const size = this.rowStart.length * 2;
    this.rowFeature = grown(this.rowFeature, size);
    this.rowStart = grown(this.rowStart, size);
    this.rowLength = grown(this.rowLength, size);
    this.rowCapacity = grown(this.rowCapacity, size);
  }

  private add(row: number, label: number, change: number): void {
    const start = this.rowStart[row]!;
    const end = start + this.rowLength[row]!;
    let at = start;
    while (at < end && this.classes[at] !== label) at++;
    if (at === end) at = this.append(row, label);
    this.totals[at]! += (this.clock - this.stamps[at]!) * this.weights[at]!;
    this.stamps[at] = this.clock;
    this.weights[at]! += change;
  }

  private append(row: number, label: number): number {
    const length = this.rowLength[row]!;
    if (length === this.rowCapacity[row]!)
      this.moveRow(row, Math.min(255, Math.max(2, length * 2)));
    const at = this.rowStart[row]! + length;
    this.classes[at] = label;
    this.weights[at] = 0;
    this.totals[at] = 0;
    this.stamps[at] = this.clock;
    this.rowLength[row] = length + 1;
    return at;
  }

  private moveRow(row: number, capacity: number): void {
    if (this.poolUsed + capacity > this.classes.length) {
      const size = this.classes.length * 2;
      this.classes = grown(this.classes, size);
      this.weights = grown(this.weights, size);
      this.totals = grown(this.totals, size);
      this.stamps = grown(this.stamps, size);
    }
    const from = this.rowStart[row]!;
    const to = from + this.rowLength[row]!;
    this.classes.copyWithin(this.poolUsed, from, to);
    this.weights.copyWithin(this.poolUsed, from, to);
    this.totals.copyWithin(this.poolUsed, from, to);
    this.stamps.copyWithin(this.poolUsed, from, to);
    this.rowStart[row] = this.poolUsed;
    this.rowCapacity[row] = capacity;
    this.poolUsed += capacity;
  }

  /** Calls `visit` with every averaged weight. */
  private averages(visit: (row: number, label: number, weight: number) => void): void {
    for (let row = 0; row < this.rowCount; row++) {
      const start = this.rowStart[row]!;
      for (let at = start; at < start + this.rowLength[row]!; at++) {
        const total = this.totals[at]! + (this.clock - this.stamps[at]!) * this.weights[at]!;
        visit(row, this.classes[at]!, total / Math.max(1, this.clock));
      }
    }
  }

  /** Features whose largest averaged weight reaches `least`. */
  featuresOfWeight(least: number): Set<number> {
    const kept = new Set<number>();
    this.averages((row, _label, weight) => {
      if (Math.abs(weight) >= least) kept.add(this.rowFeature[row]!);
    });
    return kept;
  }

  /** Averaged weights as int8 in units of `unit`; a weight that rounds to nothing is left out. */
  frozen(unit: number): Record<string, ModelArray> {
    const kept: { feature: number; pairs: [number, number][] }[] = [];
    let current = -1;
    this.averages((row, label, weight) => {
      const rounded = Math.max(-127, Math.min(127, Math.round(weight / unit)));
      if (rounded === 0) return;
      if (row !== current) kept.push({ feature: this.rowFeature[row]!, pairs: [] });
      current = row;
      kept.at(-1)!.pairs.push([label, rounded]);
    });
    kept.sort((a, b) => a.feature - b.feature);
    const pairs = kept.flatMap((row) => row.pairs);
    return {
      features: Int32Array.from(kept, (row) => row.feature),
      lengths: Uint8Array.from(kept, (row) => row.pairs.length),
      classes: Uint8Array.from(pairs, ([label]) => label),
      weights: Int8Array.from(pairs, ([, weight]) => weight),
    };
  }

  get size(): number {
    return this.rowCount;
  }
}
