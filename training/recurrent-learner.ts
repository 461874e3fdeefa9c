import { ROW_STEP, type WordRows } from '../src/reading/perceptron/word-rows.ts';
import { type RecurrentInput, RecurrentNetwork } from '../src/reading/speech/learned/recurrent.ts';
import type { RecurrentShape } from '../src/reading/speech/learned/recurrent-layout.ts';
import { chainSlopes } from './label-chain.ts';

interface Asked {
  readonly place: number;
  /** Other places that tell; -1 for none. */
  readonly beside: readonly number[];
  readonly isCue: 0 | 1;
}

export interface RecurrentExample {
  readonly input: RecurrentInput;
  /** Places where it is asked whether a word heads a cue. */
  readonly asked: readonly Asked[];
  /** Absent where it is none. */
  readonly labels?: Uint8Array;
  /** What the loss of the labels counts beside that of the cues; 1 when absent. */
  readonly labelShare?: number;
}

/** Share of the words and of the categories left out by chance in training. */
const LEFT_OUT = 0.12;

/** A word of a batch: what it adds, and the slopes of the loss by that. */
interface BatchWord {
  readonly word: number;
  readonly asCue: 0 | 1;
  readonly sums: Float64Array;
  readonly slopes: Float64Array;
}

export class RecurrentLearner extends RecurrentNetwork {
  private readonly gradient: Float32Array;
  /** Of the words a batch has more than once, so that each goes through its vector only once. */
  private readonly batch = new Map<number, BatchWord>();

  constructor(shape: RecurrentShape, weights: Float32Array, vectors: WordRows) {
    super(shape, weights, vectors);
    this.gradient = new Float32Array(weights.length);
  }

  /** Adds to the gradient of the batch; the loss before it. */
  learn(example: RecurrentExample, random: () => number): number {
    const { input, asked, labels } = example;
    const thin = (rows: Int32Array) => rows.map((row) => (random() < LEFT_OUT ? -1 : row));
    const thinned: RecurrentInput = {
      ...input,
      words: thin(input.words),
      cueWord: random() < LEFT_OUT ? -1 : input.cueWord,
      categories: thin(input.categories),
      common: thin(input.common),
    };
    this.read(thinned);
    const stateSlopes = new Float64Array(input.length * this.layout.states);
    let loss = 0;
    if (labels !== undefined) loss += this.learnLabels(example, labels, stateSlopes);
    for (const each of asked) loss += this.learnOdds(each, stateSlopes);
    this.goBack(thinned, stateSlopes);
    return loss;
  }

  private learnOdds(asked: Asked, stateSlopes: Float64Array): number {
    const { place, beside, isCue } = asked;
    const likely = 1 / (1 + Math.exp(-this.oddsAt(place, beside)));
    this.backFromOdds(likely - isCue, asked, stateSlopes);
    return -Math.log(Math.abs(1 - isCue - likely) + 1e-9);
  }

  private learnLabels(
    { input, labelShare = 1 }: RecurrentExample,
    gold: Uint8Array,
    stateSlopes: Float64Array,
  ): number {
    const { layout, gradient, shape } = this;
    this.label();
    const places = this.labels.subarray(0, gold.length * shape.labels);
    const steps = Float64Array.from(
      this.weights.subarray(layout.steps, layout.steps + (shape.labels + 1) * shape.labels),
    );
    const slopes = chainSlopes(gold, { places, steps }, input.cue);
    for (let k = 0; k < steps.length; k++)
      gradient[layout.steps + k]! += labelShare * slopes.steps[k]!;
    this.backFromLabels(
      slopes.places.map((slope) => labelShare * slope),
      stateSlopes,
    );
    return labelShare * slopes.loss;
  }

  protected override wordSums(word: number, asCue: 0 | 1): Float64Array {
    return this.inBatch(word, asCue).sums;
  }

  private inBatch(word: number, asCue: 0 | 1): BatchWord {
    const key = 2 * word + asCue;
    let known = this.batch.get(key);
    if (known === undefined) {
      const slopes = new Float64Array(this.layout.width);
      known = { word, asCue, sums: super.wordSums(word, asCue), slopes };
      this.batch.set(key, known);
    }
    return known;
  }

  /** The gradient of all that was learnt since the last call. */
  gradientOfBatch(): Float32Array {
    const { gradient, layout, vectors } = this;
    const { width } = layout;
    const { dimensions } = this.shape;
    for (const { word, asCue, slopes } of this.batch.values()) {
      const part = asCue === 1 ? layout.cueWord : layout.words;
      for (let d = 0; d < dimensions; d++) {
        const value = vectors.values[word * dimensions + d]! * ROW_STEP;
        const from = part + d * width;
        for (let j = 0; j < width; j++) gradient[from + j]! += value * slopes[j]!;
      }
    }
    this.batch.clear();
    return gradient;
  }

  private goBack(input: RecurrentInput, stateSlopes: Float64Array): void {
    const sumSlopes = new Float64Array(input.length * this.layout.width);
    this.backInTime(0, stateSlopes, sumSlopes);
    this.backInTime(1, stateSlopes, sumSlopes);
    this.backToInput(input, sumSlopes);
  }

  private backFromLabels(slopes: Float64Array, stateSlopes: Float64Array): void {
    const { weights, layout, gradient, states } = this;
    const count = this.shape.labels;
    const { states: both } = layout;
    const length = slopes.length / count;
    for (let place = 0; place < length; place++) {
      for (let y = 0; y < count; y++) gradient[layout.labelBias + y]! += slopes[place * count + y]!;
      for (let a = 0; a < both; a++) {
        const value = states[place * both + a]!;
        const row = layout.labels + a * count;
        let sum = 0;
        for (let y = 0; y < count; y++) {
          const slope = slopes[place * count + y]!;
          sum += slope * weights[row + y]!;
          gradient[row + y]! += slope * value;
        }
        stateSlopes[place * both + a]! += sum;
      }
    }
  }

  private backFromOdds(
    slope: number,
    { place: cue, beside }: Asked,
    stateSlopes: Float64Array,
  ): void {
    const { weights, layout, gradient, states, upper } = this;
    const units = this.shape.upper;
    const { states: both } = layout;
    const upperSlopes = new Float64Array(units);
    gradient[layout.oddsBias]! += slope;
    for (let k = 0; k < units; k++) {
      gradient[layout.upperOdds + k]! += slope * upper[k]!;
      upperSlopes[k] = upper[k]! > 0 ? slope * weights[layout.upperOdds + k]! : 0;
      gradient[layout.upperBias + k]! += upperSlopes[k]!;
    }
    for (let a = 0; a < both; a++) {
      gradient[layout.odds + a]! += slope * states[cue * both + a]!;
      stateSlopes[cue * both + a]! += slope * weights[layout.odds + a]!;
    }
    [cue, ...beside].forEach((place, b) => {
      if (place < 0) return;
      for (let a = 0; a < both; a++) {
        const value = states[place * both + a]!;
        const row = layout.upper + (b * both + a) * units;
        let sum = 0;
        for (let k = 0; k < units; k++) {
          sum += upperSlopes[k]! * weights[row + k]!;
          gradient[row + k]! += upperSlopes[k]! * value;
        }
        stateSlopes[place * both + a]! += sum;
      }
    });
  }

  /** From the last place read to the first; what each place adds to its gates gets its slopes. */
  private backInTime(way: 0 | 1, stateSlopes: Float64Array, sumSlopes: Float64Array): void {
    const { weights, layout, gradient, states, gates, fresh } = this;
    const { units } = this.shape;
    const { width, states: both } = layout;
    const length = stateSlopes.length / both;
    const slopes = new Float64Array(both);
    for (let t = length - 1; t >= 0; t--) {
      const place = way === 0 ? t : length - 1 - t;
      const before = (way === 0 ? place - 1 : place + 1) * both + way * units;
      const at = place * both + way * units;
      for (let j = 0; j < units; j++) {
        const slope = stateSlopes[at + j]!;
        const gate = gates[at + j]!;
        const value = fresh[at + j]!;
        const previous = t > 0 ? states[before + j]! : 0;
        slopes[j] = slope * (previous - value) * gate * (1 - gate);
        slopes[units + j] = slope * (1 - gate) * (1 - value * value);
        if (t > 0) stateSlopes[before + j]! += slope * gate;
      }
      const from = place * width + way * both;
      for (let j = 0; j < both; j++) sumSlopes[from + j] = slopes[j]!;
      if (t === 0) continue;
      for (let a = 0; a < units; a += 2) {
        const s0 = states[before + a]!;
        const s1 = states[before + a + 1]!;
        const r0 = layout.back + (way * units + a) * both;
        const r1 = r0 + both;
        let [sum0, sum1] = [0, 0];
        for (let j = 0; j < both; j++) {
          const slope = slopes[j]!;
          sum0 += slope * weights[r0 + j]!;
          sum1 += slope * weights[r1 + j]!;
          gradient[r0 + j]! += s0 * slope;
          gradient[r1 + j]! += s1 * slope;
        }
        stateSlopes[before + a]! += sum0;
        stateSlopes[before + a + 1]! += sum1;
      }
    }
  }

  private backToInput(input: RecurrentInput, sumSlopes: Float64Array): void {
    const { layout, gradient } = this;
    const { width } = layout;
    const { length, words, categories, common, cueWord } = input;
    const each = categories.length / length;
    const whole = new Float64Array(width);
    for (let i = 0; i < length; i++) {
      const from = i * width;
      for (let j = 0; j < width; j++) whole[j]! += sumSlopes[from + j]!;
      if (words[i]! >= 0) {
        const { slopes } = this.inBatch(words[i]!, 0);
        for (let j = 0; j < width; j++) slopes[j]! += sumSlopes[from + j]!;
      }
      for (let k = i * each; k < (i + 1) * each; k++) {
        if (categories[k]! < 0) continue;
        const row = layout.categories + categories[k]! * width;
        for (let j = 0; j < width; j++) gradient[row + j]! += sumSlopes[from + j]!;
      }
    }
    for (const category of common) {
      if (category < 0) continue;
      const row = layout.categories + category * width;
      for (let j = 0; j < width; j++) gradient[row + j]! += whole[j]!;
    }
    for (let j = 0; j < width; j++) gradient[layout.bias + j]! += whole[j]!;
    if (cueWord < 0) return;
    const { slopes } = this.inBatch(cueWord, 1);
    for (let j = 0; j < width; j++) slopes[j]! += whole[j]!;
  }
}
