import type { ModelArray } from './container.ts';
import { NARROW, NarrowWeights } from './narrow-weights.ts';
import type { FrozenScorer } from './weights.ts';
import { WideWeights } from './wide-weights.ts';

/** Weights from a file: features, and for each a row of classes with their weights. */
export function frozenWeights(arrays: Readonly<Record<string, ModelArray>>): FrozenScorer {
  const classes = arrays['classes'] as Uint8Array;
  const classCount = classes.reduce((most, label) => Math.max(most, label), 0) + 1;
  return classCount <= NARROW
    ? new NarrowWeights(arrays, classCount)
    : new WideWeights(arrays, classCount);
}
