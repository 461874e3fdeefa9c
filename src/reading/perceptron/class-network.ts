import type { ModelArray } from './container.ts';
import type { SlotShape, SlotSums } from './slot-sums.ts';

export interface ClassNetworkShape extends SlotShape {
  readonly categories: number;
  readonly classes: number;
}

/** What one decision is made on; -1 where there is none. */
export interface ClassInput {
  /** Row of the vectors for each slot. */
  readonly slots: Int32Array;
  /** Categories that hold, each in 0…categories-1. */
  readonly categories: Int32Array;
}

/** Says how well each class suits what it has read. */
export interface ClassJudge {
  read(input: ClassInput): void;
  score(label: number): number;
}

/** Where each layer's weights begin in the one array that holds them all. */
export function classLayout(shape: ClassNetworkShape) {
  const { slots, dimensions, categories, hidden, classes } = shape;
  const categoryRows = slots * dimensions * hidden;
  const bias = categoryRows + categories * hidden;
  const outRows = bias + hidden;
  const outBias = outRows + classes * hidden;
  return { categoryRows, bias, outRows, outBias, size: outBias + classes };
}

/** The answer for one class, by the units for the last input. */
export function answerOf(
  { weights, units, layout }: Pick<ClassNetwork, 'weights' | 'units' | 'layout'>,
  label: number,
): number {
  const from = layout.outRows + label * units.length;
  let sum = weights[layout.outBias + label]!;
  for (let j = 0; j < units.length; j++) sum += units[j]! * weights[from + j]!;
  return sum;
}

/** A perceptron with one layer of rectified units and an answer for every class. */
export class ClassNetwork implements ClassJudge {
  readonly layout: ReturnType<typeof classLayout>;
  /** Units for the last input. */
  readonly units: Float64Array;

  constructor(
    readonly shape: ClassNetworkShape,
    readonly weights: Float32Array,
    readonly words: SlotSums,
  ) {
    this.layout = classLayout(shape);
    if (weights.length !== this.layout.size) throw new RangeError('weights of another shape');
    this.units = new Float64Array(shape.hidden);
  }

  /** Sets the units; `score` then answers for one class after the other. */
  read({ slots, categories }: ClassInput): void {
    const { weights, units, layout } = this;
    const { hidden } = this.shape;
    for (let j = 0; j < hidden; j++) units[j] = weights[layout.bias + j]!;
    this.words.addTo(units, slots);
    for (let c = 0; c < categories.length; c++) {
      if (categories[c]! < 0) continue;
      const from = layout.categoryRows + categories[c]! * hidden;
      for (let j = 0; j < hidden; j++) units[j]! += weights[from + j]!;
    }
    for (let j = 0; j < hidden; j++) if (units[j]! < 0) units[j] = 0;
  }

  score(label: number): number {
    return answerOf(this, label);
  }
}

export interface PackedNetwork {
  /** What one step of a weight is worth. */
  readonly step: number;
}

/** The largest weights are cut off at this many times their mean square root: few are that large. */
const LARGEST = 8;

/** Weights in one byte each. */
export function packNetwork(weights: Float32Array): PackedNetwork & { readonly bytes: Int8Array } {
  let squares = 0;
  let largest = 0;
  for (const weight of weights) {
    squares += weight * weight;
    largest = Math.max(largest, Math.abs(weight));
  }
  const step = Math.min(largest, LARGEST * Math.sqrt(squares / weights.length)) / 127;
  const inStep = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight / step)));
  return { step, bytes: Int8Array.from(weights, inStep) };
}

export const unpackNetwork = (bytes: ModelArray, { step }: PackedNetwork) =>
  Float32Array.from(bytes, (byte) => byte * step);
