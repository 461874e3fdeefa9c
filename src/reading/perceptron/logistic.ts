import { hashText } from './hash.ts';
import type { ModelArray } from './container.ts';
import { frozenWeights } from './frozen-weights.ts';
import { MOST_FEATURES, type Scorer } from './weights.ts';

/** Hashes of features given as text, each once. */
export const featureHashes = (features: Iterable<string>): Int32Array =>
  Int32Array.from(new Set([...features].map(hashText)));

/** Independent yes-or-no questions about one thing, answered by sums of weights. */
export class Logistic {
  private readonly weights: Scorer;

  constructor(
    arrays: Readonly<Record<string, ModelArray>>,
    private readonly questions: number,
    /** What one step of a weight is worth in log odds. */
    private readonly unit: number,
  ) {
    this.weights = frozenWeights(arrays);
  }

  /** How likely each answer is yes, 0–1. Any number of features. */
  probabilities(features: Int32Array): Float64Array {
    return this.sums(features).map((sum) => 1 / (1 + Math.exp(-sum)));
  }

  /** The same as log odds. */
  sums(features: Int32Array): Float64Array {
    const sums = new Float64Array(this.questions);
    const part = new Float64Array(this.questions);
    for (let from = 0; from < features.length; from += MOST_FEATURES) {
      const some = features.subarray(from, from + MOST_FEATURES);
      this.weights.score(some, some.length, part);
      for (let i = 0; i < sums.length; i++) sums[i]! += part[i]!;
    }
    return sums.map((sum) => sum * this.unit);
  }
}

/** The arrays whose names start with `prefix`, without it. */
export const arraysUnder = (arrays: Readonly<Record<string, ModelArray>>, prefix: string) =>
  Object.fromEntries(
    Object.entries(arrays)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, array]) => [name.slice(prefix.length), array]),
  );
