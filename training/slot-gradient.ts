import { ROW_STEP, type WordRows } from '../src/reading/perceptron/word-rows.ts';

/** Adds the gradient by the first weights of a network, those of `SlotSums`, given that by its units. */
export function addSlotGradient(
  { values, dimensions }: WordRows,
  slots: Int32Array,
  { slopes, gradient }: { readonly slopes: ArrayLike<number>; readonly gradient: Float32Array },
): void {
  const hidden = slopes.length;
  for (let slot = 0; slot < slots.length; slot++) {
    const from = slots[slot]! * dimensions;
    if (from < 0) continue;
    for (let d = 0; d < dimensions; d++) {
      const value = values[from + d]! * ROW_STEP;
      const row = (slot * dimensions + d) * hidden;
      for (let j = 0; j < hidden; j++) gradient[row + j]! += value * slopes[j]!;
    }
  }
}
