import type { SlotShape, SlotSums } from '../../perceptron/slot-sums.ts';

export interface NetworkShape extends SlotShape {
  readonly numbers: number;
  readonly categories: number;
  /** Units of the second layer. */
  readonly upper: number;
}

export interface NetworkInput {
  /** Row of the vectors for each slot, -1 for none. */
  readonly slots: Int32Array;
  readonly numbers: Float32Array;
  /** Categories that hold, each in 0…categories-1. */
  readonly categories: Int32Array;
}

/** Says how likely something is, in log odds. */
export interface NetworkJudge {
  score(input: NetworkInput): number;
}

/** Where each layer's weights begin in the one array that holds them all. */
export function layoutOf({ slots, dimensions, numbers, categories, hidden, upper }: NetworkShape) {
  const numberRows = slots * dimensions;
  const categoryRows = numberRows + numbers;
  const bias = (categoryRows + categories) * hidden;
  const second = bias + hidden;
  const secondBias = second + hidden * upper;
  const last = secondBias + upper;
  const lastBias = last + upper;
  return { numberRows, categoryRows, bias, second, secondBias, last, lastBias, size: lastBias + 1 };
}

/**
 * A perceptron with two hidden layers of rectified units; its answer is log odds. The units of the last
 * input stay readable, so that training can go back through them.
 */
export class Network implements NetworkJudge {
  readonly layout: ReturnType<typeof layoutOf>;
  readonly first: Float64Array;
  readonly second: Float32Array;

  constructor(
    readonly shape: NetworkShape,
    readonly weights: Float32Array,
    readonly words: SlotSums,
  ) {
    this.layout = layoutOf(shape);
    if (weights.length !== this.layout.size) throw new RangeError('weights of another shape');
    this.first = new Float64Array(shape.hidden);
    this.second = new Float32Array(shape.upper);
  }

  /** `kept` multiplies the units of the first layer: in training some are left out. */
  score(input: NetworkInput, kept?: Float32Array): number {
    const { weights, layout, first, second } = this;
    const { hidden, upper } = this.shape;
    this.sumFirst(input);
    for (let j = 0; j < hidden; j++) {
      const sum = first[j]!;
      first[j] = sum <= 0 ? 0 : kept === undefined ? sum : sum * kept[j]!;
    }
    for (let k = 0; k < upper; k++) second[k] = weights[layout.secondBias + k]!;
    for (let j = 0; j < hidden; j++) {
      const unit = first[j]!;
      if (unit === 0) continue;
      const row = layout.second + j * upper;
      for (let k = 0; k < upper; k++) second[k]! += unit * weights[row + k]!;
    }
    let answer = weights[layout.lastBias]!;
    for (let k = 0; k < upper; k++) {
      if (second[k]! < 0) second[k] = 0;
      answer += second[k]! * weights[layout.last + k]!;
    }
    return answer;
  }

  private sumFirst({ slots, numbers, categories }: NetworkInput): void {
    const { weights, layout, first } = this;
    const { hidden } = this.shape;
    for (let j = 0; j < hidden; j++) first[j] = weights[layout.bias + j]!;
    this.words.addTo(first, slots);
    for (let n = 0; n < numbers.length; n++) this.addRow(layout.numberRows + n, numbers[n]!);
    for (let c = 0; c < categories.length; c++)
      this.addRow(layout.categoryRows + categories[c]!, 1);
  }

  private addRow(row: number, value: number): void {
    const { weights, first } = this;
    const { hidden } = this.shape;
    const from = row * hidden;
    for (let j = 0; j < hidden; j++) first[j]! += value * weights[from + j]!;
  }
}
