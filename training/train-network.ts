import {
  layoutOf,
  Network,
  type NetworkInput,
  type NetworkShape,
} from '../src/reading/speech/learned/network.ts';
import { SlotSums } from '../src/reading/perceptron/slot-sums.ts';
import type { WordRows } from '../src/reading/perceptron/word-rows.ts';
import { Adam } from './adam.ts';
import { seededRandom, shuffled } from './random.ts';
import { addSlotGradient } from './slot-gradient.ts';

export interface NetworkExample {
  readonly input: NetworkInput;
  /** 0 or 1. */
  readonly label: number;
}

export interface NetworkOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

const BATCH = 64;
const RATE = 1e-3;
/** Of the rate, what is left of it at the end. */
const LAST_RATE = 0.05;
/** Share of the first layer's units left out at each example. */
const LEFT_OUT = 0.3;
const DECAY = 0.01;

/** Adam (Kingma and Ba 2015) with decay of the weights, units of the first layer left out by chance. */
export function trainNetwork(
  examples: readonly NetworkExample[],
  { shape, vectors }: { readonly shape: NetworkShape; readonly vectors: WordRows },
  { epochs, seed, log }: NetworkOptions,
): Network {
  const random = seededRandom(seed);
  const weights = firstWeights(shape, random);
  const network = new Network(shape, weights, new SlotSums(shape, weights, vectors));
  const adam = new Adam(network.weights, { batch: BATCH, decay: DECAY, longest: Infinity });
  const gradient = new Float32Array(network.weights.length);
  const kept = new Float32Array(shape.hidden);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = RATE * (1 - epoch / epochs + LAST_RATE);
    let [loss, inBatch] = [0, 0];
    for (const index of shuffled(examples.length, random)) {
      const { input, label } = examples[index]!;
      for (let j = 0; j < kept.length; j++) kept[j] = random() < LEFT_OUT ? 0 : 1 / (1 - LEFT_OUT);
      const likely = 1 / (1 + Math.exp(-network.score(input, kept)));
      loss -= Math.log((label === 1 ? likely : 1 - likely) + 1e-9);
      addGradient(network, input, { slope: likely - label, kept, gradient });
      if (++inBatch < BATCH) continue;
      adam.step(gradient, rate);
      inBatch = 0;
    }
    log(`network epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)}`);
  }
  return network;
}

function firstWeights(shape: NetworkShape, random: () => number): Float32Array {
  const { bias, second, secondBias, last, lastBias, size } = layoutOf(shape);
  const weights = new Float32Array(size);
  // The sum of three even chances is near enough to a bell.
  const fill = (from: number, to: number, spread: number) => {
    for (let i = from; i < to; i++)
      weights[i] = (random() + random() + random() - 1.5) * 2 * spread;
  };
  fill(0, bias, 0.7 * Math.sqrt(2 / (shape.slots * shape.dimensions)));
  fill(second, secondBias, Math.sqrt(2 / shape.hidden));
  fill(last, lastBias, Math.sqrt(1 / shape.upper));
  return weights;
}

interface Backward {
  /** Of the loss by the answer. */
  readonly slope: number;
  readonly kept: Float32Array;
  readonly gradient: Float32Array;
}

/** Adds the gradient of the loss by each weight, after `score` of the same input. */
export function addGradient(
  { shape, layout, weights, first, second, words }: Network,
  { slots, numbers, categories }: NetworkInput,
  { slope, kept, gradient }: Backward,
): void {
  const { hidden, upper } = shape;
  const above = new Float32Array(upper);
  gradient[layout.lastBias]! += slope;
  for (let k = 0; k < upper; k++) {
    gradient[layout.last + k]! += slope * second[k]!;
    above[k] = second[k]! > 0 ? slope * weights[layout.last + k]! : 0;
    gradient[layout.secondBias + k]! += above[k]!;
  }
  const slopes = new Float32Array(hidden);
  for (let j = 0; j < hidden; j++) {
    if (first[j]! <= 0) continue;
    const row = layout.second + j * upper;
    let sum = 0;
    for (let k = 0; k < upper; k++) {
      sum += above[k]! * weights[row + k]!;
      gradient[row + k]! += first[j]! * above[k]!;
    }
    slopes[j] = sum * kept[j]!;
    gradient[layout.bias + j]! += slopes[j]!;
  }
  const addRow = (row: number, value: number) => {
    for (let j = 0; j < hidden; j++) gradient[row * hidden + j]! += value * slopes[j]!;
  };
  addSlotGradient(words.vectors, slots, { slopes, gradient });
  for (let n = 0; n < numbers.length; n++) addRow(layout.numberRows + n, numbers[n]!);
  for (let c = 0; c < categories.length; c++) addRow(layout.categoryRows + categories[c]!, 1);
}
