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

/** F1 moves less than this by chance alone. */
const SLACK = 0.002;

/** Where a cue is taken for one, and how its score is made a probability. */
export interface CueDecision {
  readonly threshold: number;
  /** Confidence is the logistic function of `slope` × score + `offset`. */
  readonly slope: number;
  readonly offset: number;
}

interface Scored {
  readonly score: number;
  readonly label: number;
  readonly inCue: boolean;
}

/**
 * Threshold and confidence from documents kept back: the highest score whose F1 is as good as the
 * best, for precision comes free, and Platt's scaling (1999) of those that come near it. `missed`
 * heads were not scored at all.
 */
export function decisionFrom(
  held: readonly Scored[],
  missed: number,
  log: (line: string) => void,
): CueDecision {
  const scored = [...held].sort((a, b) => b.score - a.score);
  const gold = missed + scored.filter(({ label }) => label === 1).length;
  let right = 0;
  const curve = scored.map(({ score, label }, k) => {
    right += label;
    return { score, f1: (2 * right) / (k + 1 + gold) };
  });
  const top = Math.max(...curve.map(({ f1 }) => f1));
  const { score: threshold, f1 } = curve.find(({ f1 }) => f1 >= top - SLACK)!;
  log(`cue heads on documents kept back: F1 ${f1.toFixed(4)} at ${threshold.toFixed(2)}`);
  return { threshold, ...platt(scored.filter(({ score }) => score > threshold - NEAR)) };
}

/** How far below the threshold a rule may still take a cue. */
const NEAR = 3;
const STEPS = 400;

function platt(scored: readonly Scored[]) {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    let [bySlope, byOffset] = [0, 0];
    for (const { score, inCue } of scored) {
      const gap = 1 / (1 + Math.exp(-slope * score - offset)) - (inCue ? 1 : 0);
      bySlope += gap * score;
      byOffset += gap;
    }
    slope -= (0.2 * bySlope) / scored.length;
    offset -= (0.2 * byOffset) / scored.length;
  }
  return { slope, offset };
}
