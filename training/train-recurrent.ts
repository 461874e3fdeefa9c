import type { WordRows } from '../src/reading/perceptron/word-rows.ts';
import {
  recurrentLayout,
  type RecurrentShape,
} from '../src/reading/speech/learned/recurrent-layout.ts';
import { Adam } from './adam.ts';
import { seededRandom, shuffled } from './random.ts';
import { type RecurrentExample, RecurrentLearner } from './recurrent-learner.ts';

export interface RecurrentOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

const BATCH = 32;
const RATE = 6e-3;
/** Steps up to the full rate; then it falls to the last share of it. */
const WARM = 100;
const LAST_RATE = 0.02;
/** So strong a decay takes the place of leaving out states, which labels worse (RESULTS.md, polnear). */
const ADAM = { batch: BATCH, decay: 0.2, longest: 3 };

/** Trained by Adam on the likelihood of the labels and of the cues together. */
export function trainRecurrent(
  examples: readonly RecurrentExample[],
  { shape, vectors }: { readonly shape: RecurrentShape; readonly vectors: WordRows },
  { epochs, seed, log }: RecurrentOptions,
): Float32Array {
  const random = seededRandom(seed);
  const network = new RecurrentLearner(shape, firstWeights(shape, random), vectors);
  const adam = new Adam(network.weights, ADAM);
  const steps = Math.ceil(examples.length / BATCH) * epochs;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(examples.length, random);
    let loss = 0;
    for (let from = 0; from < order.length; from += BATCH) {
      for (const index of order.slice(from, from + BATCH))
        loss += network.learn(examples[index]!, random);
      step++;
      const rate = RATE * Math.min(1, step / WARM) * (1 - step / steps + LAST_RATE);
      adam.step(network.gradientOfBatch(), rate);
    }
    log(`labels epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(3)}`);
  }
  return network.weights;
}

/** The gate that keeps the state is open at first. */
const OPEN = 1;

function firstWeights(shape: RecurrentShape, random: () => number): Float32Array {
  const { units, dimensions, categories, labels, upper, beside } = shape;
  const at = recurrentLayout(shape);
  const weights = new Float32Array(at.size);
  // The sum of three even chances is near enough to a bell.
  const fill = (from: number, count: number, spread: number) => {
    for (let i = from; i < from + count; i++)
      weights[i] = (random() + random() + random() - 1.5) * 2 * spread;
  };
  fill(at.words, dimensions * at.width, 0.7 / Math.sqrt(dimensions));
  fill(at.cueWord, dimensions * at.width, 0.3 / Math.sqrt(dimensions));
  fill(at.categories, categories * at.width, 0.15);
  fill(at.back, at.states ** 2, 0.6 / Math.sqrt(units));
  fill(at.labels, at.states * labels, 0.5 / Math.sqrt(units));
  fill(at.odds, at.states, 0.5 / Math.sqrt(units));
  fill(at.upper, (1 + beside) * at.states * upper, 1 / Math.sqrt((1 + beside) * units));
  fill(at.upperOdds, upper, 0.3);
  for (const from of [at.bias, at.bias + at.states]) weights.fill(OPEN, from, from + units);
  return weights;
}
