import {
  ClassNetwork,
  type ClassInput,
  type ClassNetworkShape,
  classLayout,
} from '../src/reading/perceptron/class-network.ts';
import { SlotSums } from '../src/reading/perceptron/slot-sums.ts';
import type { WordRows } from '../src/reading/perceptron/word-rows.ts';
import { seededRandom, shuffled } from './random.ts';
import { addSlotGradient } from './slot-gradient.ts';

/** A decision among some classes, one or more of them right. */
export interface ClassExample {
  readonly input: ClassInput;
  readonly candidates: ArrayLike<number>;
  /** What another judge gives each candidate, in log odds up to a factor that training finds. */
  readonly scores: ArrayLike<number>;
  readonly right: ArrayLike<number>;
}

export interface ClassTraining {
  readonly epochs: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

const BATCH = 32;
const RATE = 0.001;
/** The rate falls in even steps to this share of itself. */
const LAST_RATE = 0.1;
const DECAY = 0.01;
/** Share of the units left out by chance. */
const LEFT_OUT = 0.3;

/** The network beside another judge: it learns what is to be added to that one's scores. */
export function trainClassNetwork(
  examples: readonly ClassExample[],
  { shape, vectors }: { readonly shape: ClassNetworkShape; readonly vectors: WordRows },
  { epochs, seed, log }: ClassTraining,
): ClassTrainer {
  const random = seededRandom(seed);
  const trainer = new ClassTrainer(shape, vectors, random);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = RATE * (1 - (1 - LAST_RATE) * (epoch / Math.max(1, epochs - 1)));
    let [loss, right] = [0, 0];
    shuffled(examples.length, random).forEach((index, n) => {
      const done = trainer.learn(examples[index]!);
      loss += done.loss;
      right += done.right;
      if ((n + 1) % BATCH === 0) trainer.step(rate, BATCH);
    });
    const share = (sum: number) => (sum / examples.length).toFixed(4);
    log(`network epoch ${epoch + 1}: loss ${share(loss)}, ${share(right)} right`);
  }
  return trainer;
}

/** Log of the sum of the exponentials of those values whose flag is set. */
function logSum(values: Float64Array, flags?: ArrayLike<number>): number {
  let most = -Infinity;
  for (let k = 0; k < values.length; k++) if (!flags || flags[k]) most = Math.max(most, values[k]!);
  let sum = 0;
  for (let k = 0; k < values.length; k++)
    if (!flags || flags[k]) sum += Math.exp(values[k]! - most);
  return most + Math.log(sum);
}

export class ClassTrainer {
  readonly network: ClassNetwork;
  /** What the other judge's scores count. */
  share = 1;
  private readonly gradient: Float32Array;
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  private readonly kept: Float64Array;
  private readonly slopes: Float64Array;
  private shareSlope = 0;
  private shareSquare = 0;
  private steps = 0;

  constructor(
    shape: ClassNetworkShape,
    vectors: WordRows,
    private readonly random: () => number,
  ) {
    const weights = firstWeights(shape, random);
    this.network = new ClassNetwork(shape, weights, new SlotSums(shape, weights, vectors));
    const { size } = this.network.layout;
    this.gradient = new Float32Array(size);
    this.means = new Float32Array(size);
    this.squares = new Float32Array(size);
    this.kept = new Float64Array(shape.hidden);
    this.slopes = new Float64Array(shape.hidden);
  }

  /** Scores of the candidates, both judges together. */
  scoresOf({ input, candidates, scores }: ClassExample): Float64Array {
    this.network.read(input);
    return Float64Array.from(
      candidates,
      (label, k) => this.network.score(label) + this.share * scores[k]!,
    );
  }

  /** Adds the gradient of one example to that of the batch. */
  learn({ input, candidates, scores, right }: ClassExample): { loss: number; right: number } {
    const { network, kept, gradient, slopes } = this;
    const { layout, units, weights, shape } = network;
    const { hidden } = shape;
    network.read(input);
    for (let j = 0; j < hidden; j++) {
      kept[j] = units[j]! > 0 && this.random() >= LEFT_OUT ? 1 / (1 - LEFT_OUT) : 0;
      units[j]! *= kept[j]!;
    }
    const sums = new Float64Array(candidates.length);
    for (let k = 0; k < sums.length; k++)
      sums[k] = network.score(candidates[k]!) + this.share * scores[k]!;
    const all = logSum(sums);
    const good = logSum(sums, right);
    slopes.fill(0);
    let best = 0;
    for (let k = 0; k < sums.length; k++) {
      if (sums[k]! > sums[best]!) best = k;
      const slope = Math.exp(sums[k]! - all) - (right[k] ? Math.exp(sums[k]! - good) : 0);
      this.shareSlope += slope * scores[k]!;
      const label = candidates[k]!;
      gradient[layout.outBias + label]! += slope;
      const row = layout.outRows + label * hidden;
      for (let j = 0; j < hidden; j++) {
        gradient[row + j]! += slope * units[j]!;
        slopes[j]! += slope * weights[row + j]!;
      }
    }
    for (let j = 0; j < hidden; j++) {
      slopes[j]! *= kept[j]!;
      gradient[layout.bias + j]! += slopes[j]!;
    }
    this.goBack(input);
    return { loss: all - good, right: right[best] ? 1 : 0 };
  }

  /** From the units to the weights below them. */
  private goBack({ slots, categories }: ClassInput): void {
    const { gradient, slopes, network } = this;
    const { layout, shape, words } = network;
    const { hidden } = shape;
    addSlotGradient(words.vectors, slots, { slopes, gradient });
    for (let c = 0; c < categories.length; c++) {
      if (categories[c]! < 0) continue;
      const row = layout.categoryRows + categories[c]! * hidden;
      for (let j = 0; j < hidden; j++) gradient[row + j]! += slopes[j]!;
    }
  }

  /** One step of Adam (Kingma and Ba 2015) against the gradient of the batch, which is set to nothing. */
  step(rate: number, batch: number): void {
    const { gradient, means, squares } = this;
    const { weights } = this.network;
    this.steps++;
    const first = 1 / (1 - 0.9 ** this.steps);
    const second = 1 / (1 - 0.999 ** this.steps);
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i]! / batch;
      gradient[i] = 0;
      const mean = 0.9 * means[i]! + 0.1 * slope;
      const square = 0.999 * squares[i]! + 0.001 * slope * slope;
      means[i] = mean;
      squares[i] = square;
      weights[i]! -=
        rate * ((mean * first) / (Math.sqrt(square * second) + 1e-8) + DECAY * weights[i]!);
    }
    const slope = this.shareSlope / batch;
    this.shareSlope = 0;
    this.shareSquare = 0.99 * this.shareSquare + 0.01 * slope * slope;
    this.share -= (rate * slope) / (Math.sqrt(this.shareSquare) + 1e-4);
  }
}

function firstWeights(shape: ClassNetworkShape, random: () => number): Float32Array {
  const { categoryRows, bias, outRows, outBias, size } = classLayout(shape);
  const weights = new Float32Array(size);
  // The sum of three even chances is near enough to a bell.
  const fill = (from: number, to: number, spread: number) => {
    for (let i = from; i < to; i++)
      weights[i] = (random() + random() + random() - 1.5) * 2 * spread;
  };
  fill(0, categoryRows, 0.7 * Math.sqrt(1 / (shape.slots * shape.dimensions)));
  fill(categoryRows, bias, 0.1);
  fill(outRows, outBias, 0.5 * Math.sqrt(1 / shape.hidden));
  return weights;
}
