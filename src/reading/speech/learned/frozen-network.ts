import { FrozenSlots } from '../../perceptron/frozen-slots.ts';
import { Room } from '../../perceptron/kernel.ts';
import type { WordRows } from '../../perceptron/word-rows.ts';
import { layoutOf, type NetworkInput, type NetworkJudge, type NetworkShape } from './network.ts';

/** Words and categories of one decision. */
const MOST_ROWS = 128;

/** A network whose weights change no more: the kernel adds up its layers. */
export class FrozenNetwork implements NetworkJudge {
  private readonly layout: ReturnType<typeof layoutOf>;
  private readonly room: Room;
  private readonly weights: Float32Array;
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  private readonly numbers: Float64Array;
  private readonly rows: Int32Array;
  private readonly words: FrozenSlots;

  constructor(
    private readonly shape: NetworkShape,
    weights: Float32Array,
    vectors: WordRows,
  ) {
    this.layout = layoutOf(shape);
    if (weights.length !== this.layout.size) throw new RangeError('weights of another shape');
    const { hidden, upper, numbers } = shape;
    const own = 4 * (weights.length + MOST_ROWS) + 8 * (hidden + upper + numbers) + 128;
    this.room = new Room(own + FrozenSlots.bytes(shape));
    const { room } = this;
    this.weights = room.weights(weights.length);
    this.weights.set(weights);
    this.first = room.sums(hidden);
    this.second = room.sums(upper);
    this.numbers = room.sums(numbers);
    this.rows = room.ints(MOST_ROWS);
    this.words = new FrozenSlots(room, shape, this.weights.byteOffset, vectors);
  }

  score(input: NetworkInput): number {
    const { weights, layout, first, second, room } = this;
    const { hidden, upper } = this.shape;
    this.sumFirst(input);
    for (let j = 0; j < hidden; j++) if (first[j]! < 0) first[j] = 0;
    for (let k = 0; k < upper; k++) second[k] = weights[layout.secondBias + k]!;
    const rows = this.addressOf(layout.second);
    room.kernel.addProducts(second.byteOffset, first.byteOffset, hidden, rows, upper);
    let answer = weights[layout.lastBias]!;
    for (let k = 0; k < upper; k++)
      if (second[k]! > 0) answer += second[k]! * weights[layout.last + k]!;
    return answer;
  }

  private sumFirst({ slots, numbers: given, categories }: NetworkInput): void {
    const { weights, layout, first, numbers, rows, room } = this;
    const { hidden } = this.shape;
    for (let j = 0; j < hidden; j++) first[j] = weights[layout.bias + j]!;
    let count = this.words.find(slots, rows);
    for (let c = 0; c < categories.length; c++)
      rows[count++] = this.addressOf((layout.categoryRows + categories[c]!) * hidden);
    room.addRows(first.byteOffset, rows, count, hidden);
    numbers.set(given);
    const numberRows = this.addressOf(layout.numberRows * hidden);
    room.kernel.addProducts(first.byteOffset, numbers.byteOffset, given.length, numberRows, hidden);
  }

  /** Where a weight lies. */
  private readonly addressOf = (weight: number) => this.weights.byteOffset + 4 * weight;
}
