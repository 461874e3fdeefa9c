import type { ModelFile } from '../../reading/perceptron/container.ts';
import { Logistic } from '../../reading/perceptron/logistic.ts';
import type { WordSenses } from '../../reading/perceptron/word-senses.ts';

/** What one step of a weight is worth in log odds. */
export const SURENESS_UNIT = 1 / 32;

/** Weights of `models/sureness.bin`. */
export interface Sureness {
  /** Classes of words of like meaning, which are features. */
  readonly senses: WordSenses;
  /** How likely a claim with these features is what the words say, 0–1. */
  of(features: Int32Array): number;
}

export function surenessFrom({ meta, arrays }: ModelFile, senses: WordSenses): Sureness {
  const weights = new Logistic(arrays, 1, SURENESS_UNIT);
  const [factor = 1, shift = 0] = meta['calibration'] as readonly number[];
  return {
    senses,
    of: (features) => 1 / (1 + Math.exp(-(factor * weights.sums(features)[0]! + shift))),
  };
}
