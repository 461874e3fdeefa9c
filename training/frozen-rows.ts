import type { ModelArray } from '../src/reading/perceptron/container.ts';

export interface FrozenRows {
  /** Row of each feature. */
  readonly rows: ReadonlyMap<number, number>;
  /** By class, a weight for each row. */
  readonly weights: readonly Float64Array[];
}

/** Weights as int8 in steps of `unit`; those nearer to nothing than `smallest` and rows without any are left out. */
export function frozenRows(
  { rows, weights }: FrozenRows,
  unit: number,
  smallest = 0,
): Record<string, ModelArray> {
  const kept = [...rows]
    .map(([feature, row]) => ({ feature, pairs: pairsOf(weights, row, { unit, smallest }) }))
    .filter(({ pairs }) => pairs.length > 0)
    .sort((a, b) => a.feature - b.feature);
  const pairs = kept.flatMap((row) => row.pairs);
  return {
    features: Int32Array.from(kept, ({ feature }) => feature),
    lengths: Uint8Array.from(kept, (row) => row.pairs.length),
    classes: Uint8Array.from(pairs, ([label]) => label),
    weights: Int8Array.from(pairs, ([, steps]) => steps),
  };
}

const pairsOf = (
  weights: readonly Float64Array[],
  row: number,
  { unit, smallest }: { readonly unit: number; readonly smallest: number },
) =>
  weights.flatMap((own, label): readonly (readonly [label: number, steps: number])[] => {
    const weight = own[row]!;
    const steps = Math.max(-127, Math.min(127, Math.round(weight / unit)));
    return steps !== 0 && Math.abs(weight) >= smallest ? [[label, steps]] : [];
  });
