import type { ModelArray } from '../src/reading/perceptron/container.ts';

type Arrays = Readonly<Record<string, ModelArray>>;

/**
 * Mean of frozen weights over the same classes, each from its own order of the training data.
 * Weights of fewer than `smallest` steps are left out: on dev they change little but size and speed.
 */
export function meanWeights(
  models: readonly Arrays[],
  smallest: number,
): Record<string, ModelArray> {
  const sums = new Map<number, Map<number, number>>();
  for (const { features, lengths, classes, weights } of models as readonly Required<Arrays>[]) {
    let at = 0;
    features!.forEach((feature, row) => {
      const pairs = sums.get(feature) ?? new Map<number, number>();
      sums.set(feature, pairs);
      for (const end = at + lengths![row]!; at < end; at++) {
        pairs.set(classes![at]!, (pairs.get(classes![at]!) ?? 0) + weights![at]!);
      }
    });
  }
  const rows = [...sums]
    .sort((a, b) => a[0] - b[0])
    .map(([feature, pairs]) => ({ feature, pairs: means(pairs, models.length, smallest) }))
    .filter(({ pairs }) => pairs.length > 0);
  return {
    features: Int32Array.from(rows, ({ feature }) => feature),
    lengths: Uint8Array.from(rows, ({ pairs }) => pairs.length),
    classes: Uint8Array.from(rows.flatMap(({ pairs }) => pairs.map(([label]) => label))),
    weights: Int8Array.from(rows.flatMap(({ pairs }) => pairs.map(([, weight]) => weight))),
  };
}

const means = (pairs: ReadonlyMap<number, number>, count: number, smallest: number) =>
  [...pairs]
    .sort((a, b) => a[0] - b[0])
    .map(([label, sum]) => [label, Math.round(sum / count)] as const)
    .filter(([, weight]) => Math.abs(weight) >= smallest);
