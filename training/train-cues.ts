import { FeatureCounts, LogLinear, softmax } from './log-linear.ts';
import { seededRandom, shuffled } from './random.ts';
import type { CueExample } from './speech-examples.ts';
import type { SpeechOptions } from './train-speech.ts';

/** Features seen less often say nothing reliable. */
const LEAST = 3;
const RATE = 0.06;
/** Share of the features left out at each example in training, so that none learns to stand in for all the others. */
const LEFT_OUT = 0.3;
/** Leaving the smallest weights out moves no figure by more than 0.002. */
export const CUE_SIZE = { unit: 1 / 48, least: 0.09 };
/** In use all features count at once: a step is worth so much less in log odds. */
export const CUE_STEP = CUE_SIZE.unit * (1 - LEFT_OUT);

/** Logistic regression: does a token head a cue? The mean of several trainings in other orders. */
export function trainCues(examples: readonly CueExample[], options: SpeechOptions): LogLinear {
  const counts = new FeatureCounts();
  for (const { features } of examples) counts.add(features, features.length);
  return LogLinear.mean(
    Array.from({ length: options.trainings }, (_, k) =>
      trainOnce(examples, counts, { ...options, seed: options.seed + k }),
    ),
  );
}

function trainOnce(
  examples: readonly CueExample[],
  counts: FeatureCounts,
  options: SpeechOptions,
): LogLinear {
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
      const some = rows[index]!.filter(() => random() >= LEFT_OUT);
      model.score(some, scores);
      softmax(scores);
      loss -= Math.log(scores[label]! + 1e-9);
      // Two classes need one weight: class 0 stays at zero.
      scores[1]! -= label;
      scores[0] = 0;
      model.step(some, scores);
    }
    options.log(`cues epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)}`);
  }
  return model;
}
