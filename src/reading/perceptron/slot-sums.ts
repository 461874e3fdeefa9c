import { ROW_STEP, type WordRows } from './word-rows.ts';

export interface SlotShape {
  /** Words whose vectors are looked at, each in a place of its own. */
  readonly slots: number;
  readonly dimensions: number;
  /** Units of the first layer. */
  readonly hidden: number;
}

/** What the vectors of words add to the first layer of a network, by the first of its weights. */
export class SlotSums {
  constructor(
    private readonly shape: SlotShape,
    private readonly weights: Float32Array,
    readonly vectors: WordRows,
  ) {}

  /** Adds what the words in `slots` say, rows of their vectors, -1 where there is none. */
  addTo(units: Float64Array, slots: Int32Array): void {
    for (let slot = 0; slot < slots.length; slot++) {
      if (slots[slot]! < 0) continue;
      const sums = this.of(slot, slots[slot]!);
      for (let j = 0; j < units.length; j++) units[j]! += sums[j]!;
    }
  }

  private of(slot: number, word: number): Float32Array {
    const { weights } = this;
    const { hidden, dimensions } = this.shape;
    const { values } = this.vectors;
    const sums = new Float32Array(hidden);
    for (let d = 0; d < dimensions; d++) {
      const value = values[word * dimensions + d]! * ROW_STEP;
      const from = (slot * dimensions + d) * hidden;
      for (let j = 0; j < hidden; j++) sums[j]! += value * weights[from + j]!;
    }
    return sums;
  }
}
