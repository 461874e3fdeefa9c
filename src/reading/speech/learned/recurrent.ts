import { ROW_STEP, type WordRows } from '../../perceptron/word-rows.ts';
import { gateTables, looked } from './gate-tables.ts';
import { recurrentLayout, type RecurrentShape } from './recurrent-layout.ts';

/** What stands at each place of a stretch of text around a cue. */
export interface RecurrentInput {
  readonly length: number;
  readonly cue: number;
  /** Row of the vectors by place; -1 for none. */
  readonly words: Int32Array;
  readonly cueWord: number;
  /** Categories by place, the same number for each; -1 for none. */
  readonly categories: Int32Array;
  /** Categories of the whole. */
  readonly common: Int32Array;
}

/** What reads the words around a cue. */
export interface SequenceReader {
  readonly layout: ReturnType<typeof recurrentLayout>;
  readonly weights: Float32Array;
  /** By place and label, after `label`. */
  readonly labels: Float64Array;
  read(input: RecurrentInput): void;
  /** How well each label suits each place of the input read last. */
  label(): void;
  /** Log odds that the word at a place of the input read last heads a cue, with what stands at others; -1 for none. */
  oddsAt(place: number, beside: readonly number[]): number;
}

/** States that are gone through together. */
const AT_ONCE = 8;
/** Most categories of one place. */
const MOST_CATEGORIES = 32;

/**
 * A recurrent network both ways over the words around a cue: gated units without a reset gate (Ravanelli et
 * al. 2018). It says how well each label suits each place, and from the state at the cue how likely it is
 * one. All states of the last input stay readable, so that training can go back through them.
 */
export class RecurrentNetwork implements SequenceReader {
  readonly layout: ReturnType<typeof recurrentLayout>;
  /** By place: the gate that keeps the state, the new state, and the state. */
  gates = new Float64Array(0);
  fresh = new Float64Array(0);
  states = new Float64Array(0);
  /** By place and label. */
  labels = new Float64Array(0);
  readonly upper: Float64Array;
  private length = 0;
  private sums = new Float64Array(0);
  private readonly common: Float64Array;
  private readonly step: Float64Array;
  private readonly rows = new Int32Array(MOST_CATEGORIES);
  private readonly logistic: Float64Array;
  private readonly tangent: Float64Array;

  constructor(
    readonly shape: RecurrentShape,
    readonly weights: Float32Array,
    readonly vectors: WordRows,
  ) {
    this.layout = recurrentLayout(shape);
    if (weights.length !== this.layout.size) throw new RangeError('weights of another shape');
    this.common = new Float64Array(this.layout.width);
    this.step = new Float64Array(this.layout.states);
    this.upper = new Float64Array(shape.upper);
    ({ logistic: this.logistic, tangent: this.tangent } = gateTables());
  }

  read(input: RecurrentInput): void {
    this.makeRoom(input.length);
    this.sumCommon(input);
    this.sumPlaces(input);
    this.pass(input.length, 0);
    this.pass(input.length, 1);
    this.length = input.length;
  }

  private makeRoom(length: number): void {
    const { width, states } = this.layout;
    if (this.sums.length >= length * width) return;
    this.sums = new Float64Array(length * width);
    this.gates = new Float64Array(length * states);
    this.fresh = new Float64Array(length * states);
    this.states = new Float64Array(length * states);
    this.labels = new Float64Array(length * this.shape.labels);
  }

  private sumCommon({ common, cueWord }: RecurrentInput): void {
    const { weights, layout, common: sums } = this;
    const { width } = layout;
    for (let j = 0; j < width; j++) sums[j] = weights[layout.bias + j]!;
    for (let k = 0; k < common.length; k++)
      if (common[k]! >= 0) this.addRow(layout.categories + common[k]! * width, sums, 0);
    if (cueWord < 0) return;
    const word = this.wordSums(cueWord, 1);
    for (let j = 0; j < width; j++) sums[j]! += word[j]!;
  }

  private sumPlaces(input: RecurrentInput): void {
    const { length, words } = input;
    const { sums, common } = this;
    const { width } = this.layout;
    for (let i = 0; i < length; i++) {
      const from = i * width;
      if (words[i]! < 0) for (let j = 0; j < width; j++) sums[from + j] = common[j]!;
      else {
        const word = this.wordSums(words[i]!, 0);
        for (let j = 0; j < width; j++) sums[from + j] = common[j]! + word[j]!;
      }
      this.addCategories(input, i);
    }
  }

  private addRow(row: number, sums: Float64Array, at: number): void {
    const { weights } = this;
    const { width } = this.layout;
    for (let j = 0; j < width; j++) sums[at + j]! += weights[row + j]!;
  }

  /** Those of one place, four at a time as far as that goes. */
  private addCategories({ categories, length }: RecurrentInput, place: number): void {
    const { weights, layout, sums, rows } = this;
    const { width } = layout;
    const each = categories.length / length;
    const at = place * width;
    let count = 0;
    for (let k = place * each; k < (place + 1) * each; k++)
      if (categories[k]! >= 0) rows[count++] = layout.categories + categories[k]! * width;
    let k = 0;
    for (; k + 4 <= count; k += 4) {
      const r0 = rows[k]!;
      const r1 = rows[k + 1]!;
      const r2 = rows[k + 2]!;
      const r3 = rows[k + 3]!;
      for (let j = 0; j < width; j++)
        sums[at + j]! += weights[r0 + j]! + weights[r1 + j]! + weights[r2 + j]! + weights[r3 + j]!;
    }
    for (; k < count; k++) this.addRow(rows[k]!, sums, at);
  }

  /** What the vector of a word adds at its place, or as the cue to all; good until the next call. */
  protected wordSums(word: number, asCue: 0 | 1): Float64Array {
    const { weights, layout, vectors } = this;
    const { width } = layout;
    const { dimensions } = this.shape;
    const sums = new Float64Array(width);
    for (let d = 0; d < dimensions; d++) {
      const value = vectors.values[word * dimensions + d]! * ROW_STEP;
      const from = (asCue === 1 ? layout.cueWord : layout.words) + d * width;
      for (let j = 0; j < width; j++) sums[j]! += value * weights[from + j]!;
    }
    return sums;
  }

  /** Over all places, forwards (0) or backwards (1). */
  private pass(length: number, way: 0 | 1): void {
    const { layout, sums, step, gates, fresh, states, logistic, tangent } = this;
    const { units } = this.shape;
    const { width, states: both } = layout;
    for (let t = 0; t < length; t++) {
      const place = way === 0 ? t : length - 1 - t;
      const before = (way === 0 ? place - 1 : place + 1) * both + way * units;
      const from = place * width + way * both;
      for (let j = 0; j < both; j++) step[j] = sums[from + j]!;
      if (t > 0)
        for (let a = 0; a < units; a += AT_ONCE)
          this.addStates(before + a, layout.back + (way * units + a) * both);
      const at = place * both + way * units;
      for (let j = 0; j < units; j++) {
        const gate = looked(logistic, step[j]!);
        const value = looked(tangent, step[units + j]!);
        gates[at + j] = gate;
        fresh[at + j] = value;
        states[at + j] = (1 - gate) * value + (t > 0 ? gate * states[before + j]! : 0);
      }
    }
  }

  /** What eight states add to the step: each sum is loaded and stored once for eight products. */
  private addStates(first: number, row: number): void {
    const { weights, states, step } = this;
    const both = step.length;
    const s0 = states[first]!;
    const s1 = states[first + 1]!;
    const s2 = states[first + 2]!;
    const s3 = states[first + 3]!;
    const s4 = states[first + 4]!;
    const s5 = states[first + 5]!;
    const s6 = states[first + 6]!;
    const s7 = states[first + 7]!;
    const r1 = row + both;
    const r2 = r1 + both;
    const r3 = r2 + both;
    const r4 = r3 + both;
    const r5 = r4 + both;
    const r6 = r5 + both;
    const r7 = r6 + both;
    for (let j = 0; j < both; j++) {
      const half =
        s0 * weights[row + j]! +
        s1 * weights[r1 + j]! +
        s2 * weights[r2 + j]! +
        s3 * weights[r3 + j]!;
      step[j]! +=
        half +
        s4 * weights[r4 + j]! +
        s5 * weights[r5 + j]! +
        s6 * weights[r6 + j]! +
        s7 * weights[r7 + j]!;
    }
  }

  label(): void {
    const { weights, layout, states, labels, length } = this;
    const { labels: count } = this.shape;
    const { states: both } = layout;
    for (let place = 0; place < length; place++) {
      const at = place * count;
      for (let y = 0; y < count; y++) labels[at + y] = weights[layout.labelBias + y]!;
      for (let a = 0; a < both; a++) {
        const value = states[place * both + a]!;
        const row = layout.labels + a * count;
        for (let y = 0; y < count; y++) labels[at + y]! += value * weights[row + y]!;
      }
    }
  }

  oddsAt(place: number, beside: readonly number[]): number {
    const { weights, layout, states, upper } = this;
    const { states: both } = layout;
    const units = this.shape.upper;
    let odds = weights[layout.oddsBias]!;
    for (let k = 0; k < units; k++) upper[k] = weights[layout.upperBias + k]!;
    for (let a = 0; a < both; a++) {
      const value = states[place * both + a]!;
      odds += value * weights[layout.odds + a]!;
      const row = layout.upper + a * units;
      for (let k = 0; k < units; k++) upper[k]! += value * weights[row + k]!;
    }
    beside.forEach((other, b) => {
      if (other < 0) return;
      const from = layout.upper + (b + 1) * both * units;
      for (let a = 0; a < both; a++) {
        const value = states[other * both + a]!;
        for (let k = 0; k < units; k++) upper[k]! += value * weights[from + a * units + k]!;
      }
    });
    for (let k = 0; k < units; k++) {
      if (upper[k]! < 0) upper[k] = 0;
      odds += upper[k]! * weights[layout.upperOdds + k]!;
    }
    return odds;
  }
}
