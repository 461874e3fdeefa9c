import { SparseWeights } from '../src/reading/perceptron/weights.ts';
import { FeatureCounts, LogLinear, softmax } from './log-linear.ts';
import { seededRandom, shuffled } from './random.ts';
import type { CueExample } from './speech-examples.ts';
import type { SpeechOptions } from './train-speech.ts';

/** Features seen less often say nothing reliable. */
const LEAST = 3;
const RATE = 0.06;
/** Weights end within ±2.6; leaving the smallest out moves no figure by more than 0.002. */
export const CUE_SIZE = { unit: 1 / 48, least: 0.06 };

/** Logistic regression: does a token head a cue? */
export function trainCues(examples: readonly CueExample[], options: SpeechOptions): LogLinear {
  const counts = new FeatureCounts();
  for (const { features } of examples) counts.add(features, features.length);
  const model = new LogLinear(2, RATE, options.cuePenalty);
  const rows = examples.map(({ features }) =>
    model.rowsOf(features, features.length, (feature) => counts.has(feature, LEAST)),
  );
  const random = seededRandom(options.seed);
  const scores = new Float64Array(2);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const index of shuffled(examples.length, random)) {
      const { label } = examples[index]!;
      model.score(rows[index]!, scores);
      softmax(scores);
      loss -= Math.log(scores[label]! + 1e-9);
      // Two classes need one weight: class 0 stays at zero.
      scores[1]! -= label;
      scores[0] = 0;
      model.step(rows[index]!, scores);
    }
    options.log(`cues epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)}`);
  }
  return model;
}

/** F1 moves less than this by chance alone. */
const SLACK = 0.002;

/** Highest margin whose F1 on documents kept back is as good as the best: precision comes free. */
export function bestThreshold(
  model: LogLinear,
  held: readonly CueExample[],
  log: (line: string) => void,
): number {
  const scorer = new SparseWeights(model.frozen(CUE_SIZE));
  const scores = new Float64Array(2);
  const scored = held.map(({ features, label }) => {
    scorer.score(features, features.length, scores);
    return { margin: scores[1]! - scores[0]!, label };
  });
  scored.sort((a, b) => b.margin - a.margin);
  const gold = scored.filter(({ label }) => label === 1).length;
  let right = 0;
  const curve = scored.map(({ margin, label }, k) => {
    right += label;
    return { margin, f1: (2 * right) / (k + 1 + gold) };
  });
  const top = Math.max(...curve.map(({ f1 }) => f1));
  const best = curve.find(({ f1 }) => f1 >= top - SLACK)!;
  log(`cue heads on documents kept back: F1 ${best.f1.toFixed(4)} at ${best.margin.toFixed(2)}`);
  return best.margin;
}
