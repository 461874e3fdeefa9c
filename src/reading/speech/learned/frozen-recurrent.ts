import { Room } from '../../perceptron/kernel.ts';
import { ROW_STEP, type WordRows } from '../../perceptron/word-rows.ts';
import { gateTables } from './gate-tables.ts';
import type { RecurrentInput, SequenceReader } from './recurrent.ts';
import { recurrentLayout, type RecurrentShape } from './recurrent-layout.ts';
import { MOST_PLACES } from './role-context.ts';

/** Words whose sums are kept: few make up most of a text. */
const MOST_KNOWN = 8_192;
/** Most categories of one place, or of the whole. */
const MOST_CATEGORIES = 32;
/** Pieces of memory, for their edges. */
const PIECES = 32;

/** A recurrent network whose weights change no more: the kernel reads for it. */
export class FrozenRecurrent implements SequenceReader {
  readonly layout: ReturnType<typeof recurrentLayout>;
  readonly weights: Float32Array;
  readonly labels: Float64Array;
  private readonly room: Room;
  private readonly rows: Int32Array;
  private readonly values: Float64Array;
  private readonly common: Float64Array;
  private readonly places: Float64Array;
  private readonly states: Float64Array;
  private readonly upper: Float64Array;
  private readonly tables: number;
  /** What words add at their places, or as cues to all. */
  private readonly sums: Float64Array;
  private length = 0;
  private readonly known = new Map<number, number>();

  constructor(
    private readonly shape: RecurrentShape,
    weights: Float32Array,
    private readonly vectors: WordRows,
  ) {
    this.layout = recurrentLayout(shape);
    const { width, states, size } = this.layout;
    if (weights.length !== size) throw new RangeError('weights of another shape');
    const { logistic, tangent } = gateTables();
    const most = MOST_PLACES * (width + states + shape.labels) + MOST_KNOWN * width;
    const small = logistic.length + tangent.length + width + shape.dimensions + shape.upper;
    this.room = new Room(4 * size + 8 * (most + small) + 4 * MOST_CATEGORIES + 16 * PIECES);
    const { room } = this;
    this.weights = room.weights(size);
    this.weights.set(weights);
    const tables = room.sums(logistic.length + tangent.length);
    tables.set(logistic);
    tables.set(tangent, logistic.length);
    this.tables = tables.byteOffset;
    this.rows = room.ints(MOST_CATEGORIES);
    this.values = room.sums(shape.dimensions);
    this.common = room.sums(width);
    this.places = room.sums(MOST_PLACES * width);
    this.states = room.sums(MOST_PLACES * states);
    this.labels = room.sums(MOST_PLACES * shape.labels);
    this.upper = room.sums(shape.upper);
    this.sums = room.sums(MOST_KNOWN * width);
  }

  read(input: RecurrentInput): void {
    const { layout, room, states, places, tables, shape } = this;
    const { length } = input;
    if (length > MOST_PLACES) throw new RangeError('too many places');
    this.sumPlaces(input);
    const back = this.addressOf(layout.back);
    for (const way of [0, 1] as const)
      room.kernel.pass(
        states.byteOffset,
        places.byteOffset,
        back,
        tables,
        length,
        shape.units,
        way,
      );
    this.length = length;
  }

  private sumPlaces({ common: all, cueWord, categories, words, length }: RecurrentInput): void {
    const { layout, weights, common, places, room } = this;
    const { width, bias } = layout;
    common.set(weights.subarray(bias, bias + width));
    this.addCategories(common.byteOffset, all, { from: 0, to: all.length });
    if (cueWord >= 0) this.addWord(common.byteOffset, cueWord, 1);
    const each = categories.length / length;
    for (let i = 0; i < length; i++) {
      const place = places.byteOffset + 8 * i * width;
      if (words[i]! < 0) places.set(common, i * width);
      else room.kernel.addUp(place, common.byteOffset, this.wordSums(words[i]!, 0), width);
      this.addCategories(place, categories, { from: i * each, to: (i + 1) * each });
    }
  }

  private addCategories(
    out: number,
    categories: Int32Array,
    { from, to }: { readonly from: number; readonly to: number },
  ): void {
    const { rows, layout, room } = this;
    const { width } = layout;
    let count = 0;
    for (let k = from; k < to; k++)
      if (categories[k]! >= 0)
        rows[count++] = this.addressOf(layout.categories + categories[k]! * width);
    room.addRows(out, rows, count, width);
  }

  private addWord(out: number, word: number, asCue: 0 | 1): void {
    this.room.kernel.addUp(out, out, this.wordSums(word, asCue), this.layout.width);
  }

  /** Address of what the vector of a word adds at its place, or as the cue to all. */
  private wordSums(word: number, asCue: 0 | 1): number {
    const { known, sums, layout } = this;
    const key = 2 * word + asCue;
    let place = known.get(key);
    if (place === undefined) {
      if (known.size === MOST_KNOWN) known.clear();
      known.set(key, (place = sums.byteOffset + 8 * known.size * layout.width));
      this.sumWord(place, word, asCue);
    }
    return place;
  }

  private sumWord(out: number, word: number, asCue: 0 | 1): void {
    const { vectors, values, layout, room, sums } = this;
    const { dimensions } = this.shape;
    const first = (out - sums.byteOffset) / 8;
    sums.fill(0, first, first + layout.width);
    for (let d = 0; d < dimensions; d++)
      values[d] = vectors.values[word * dimensions + d]! * ROW_STEP;
    const rows = this.addressOf(asCue === 1 ? layout.cueWord : layout.words);
    room.kernel.addProducts(out, values.byteOffset, dimensions, rows, layout.width);
  }

  label(): void {
    const { layout, labels, states, weights, room, shape, length } = this;
    const bias = weights.subarray(layout.labelBias, layout.labelBias + shape.labels);
    const rows = this.addressOf(layout.labels);
    for (let i = 0; i < length; i++) {
      labels.set(bias, i * shape.labels);
      const out = labels.byteOffset + 8 * i * shape.labels;
      const state = states.byteOffset + 8 * i * layout.states;
      room.kernel.addProducts(out, state, layout.states, rows, shape.labels);
    }
  }

  oddsAt(place: number, beside: readonly number[]): number {
    const { weights, layout, states, upper, room } = this;
    const units = upper.length;
    const from = place * layout.states;
    upper.set(weights.subarray(layout.upperBias, layout.upperBias + units));
    const seen = [place, ...beside];
    for (let b = 0; b < seen.length; b++) {
      if (seen[b]! < 0) continue;
      const rows = this.addressOf(layout.upper + b * layout.states * units);
      const state = states.byteOffset + 8 * seen[b]! * layout.states;
      room.kernel.addProducts(upper.byteOffset, state, layout.states, rows, units);
    }
    let odds = weights[layout.oddsBias]!;
    for (let a = 0; a < layout.states; a++) odds += states[from + a]! * weights[layout.odds + a]!;
    for (let k = 0; k < units; k++) odds += Math.max(0, upper[k]!) * weights[layout.upperOdds + k]!;
    return odds;
  }

  /** Where a weight lies. */
  private readonly addressOf = (weight: number) => this.weights.byteOffset + 4 * weight;
}
