import type { ModelArray } from '../src/reading/perceptron/container.ts';
import { FeatureCounts, LogLinear } from './log-linear.ts';
import { seededRandom, shuffled } from './random.ts';

/** One thing with the answers to all questions about it, 1 for yes. */
export interface LogisticExample {
  readonly features: Int32Array;
  readonly answers: Uint8Array;
}

export interface LogisticOptions {
  readonly questions: number;
  readonly rate: number;
  readonly penalty: number;
  readonly epochs: number;
  /** Features seen less often are left out. */
  readonly least: number;
  readonly seed: number;
  /** Weights nearer to nothing are left out. */
  readonly smallest?: number;
}

/** Weights end within ±4. */
export const UNIT = 1 / 32;
const SMALLEST = 0.04;

/** One logistic regression for each question, over the same features. */
export function trainLogistic(
  examples: readonly LogisticExample[],
  options: LogisticOptions,
): Record<string, ModelArray> {
  const counts = new FeatureCounts();
  for (const { features } of examples) counts.add(features, features.length);
  const model = new LogLinear(options.questions, options.rate, options.penalty);
  const rows = examples.map(({ features }) =>
    model.rowsOf(features, features.length, (feature) => counts.has(feature, options.least)),
  );
  const random = seededRandom(options.seed);
  const scores = new Float64Array(options.questions);
  for (let epoch = 0; epoch < options.epochs; epoch++)
    for (const index of shuffled(examples.length, random)) {
      const { answers } = examples[index]!;
      model.score(rows[index]!, scores);
      for (let i = 0; i < scores.length; i++)
        scores[i] = 1 / (1 + Math.exp(-scores[i]!)) - answers[i]!;
      model.step(rows[index]!, scores);
    }
  return model.frozen({ unit: UNIT, least: options.smallest ?? SMALLEST });
}
