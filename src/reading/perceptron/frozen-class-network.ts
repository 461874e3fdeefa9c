import {
  answerOf,
  type ClassInput,
  classLayout,
  type ClassJudge,
  type ClassNetworkShape,
} from './class-network.ts';
import { FrozenSlots } from './frozen-slots.ts';
import { Room } from './kernel.ts';
import type { WordRows } from './word-rows.ts';

/** Words and categories of one decision. */
const MOST_ROWS = 128;

/** A network of classes whose weights change no more: the kernel adds up its first layer. */
export class FrozenClassNetwork implements ClassJudge {
  readonly layout: ReturnType<typeof classLayout>;
  private readonly room: Room;
  readonly weights: Float32Array;
  readonly units: Float64Array;
  private readonly rows: Int32Array;
  private readonly words: FrozenSlots;

  constructor(
    private readonly shape: ClassNetworkShape,
    weights: Float32Array,
    vectors: WordRows,
  ) {
    this.layout = classLayout(shape);
    if (weights.length !== this.layout.size) throw new RangeError('weights of another shape');
    const own = 4 * (weights.length + MOST_ROWS) + 8 * shape.hidden + 64;
    this.room = new Room(own + FrozenSlots.bytes(shape));
    this.weights = this.room.weights(weights.length);
    this.weights.set(weights);
    this.units = this.room.sums(shape.hidden);
    this.rows = this.room.ints(MOST_ROWS);
    this.words = new FrozenSlots(this.room, shape, this.weights.byteOffset, vectors);
  }

  read({ slots, categories }: ClassInput): void {
    const { weights, units, rows, room, layout } = this;
    const { hidden } = this.shape;
    for (let j = 0; j < hidden; j++) units[j] = weights[layout.bias + j]!;
    let count = this.words.find(slots, rows);
    const first = weights.byteOffset + 4 * layout.categoryRows;
    for (let c = 0; c < categories.length; c++)
      if (categories[c]! >= 0) rows[count++] = first + 4 * categories[c]! * hidden;
    room.addRows(units.byteOffset, rows, count, hidden);
    for (let j = 0; j < hidden; j++) if (units[j]! < 0) units[j] = 0;
  }

  score(label: number): number {
    return answerOf(this, label);
  }
}
