import type { Room } from './kernel.ts';
import type { SlotShape } from './slot-sums.ts';
import { ROW_STEP, type WordRows } from './word-rows.ts';

/** Words of slots whose sums are kept: few make up most of a text. */
const MOST_KNOWN = 16_384;
/** So that a word and a slot make one small number. */
const MOST_SLOTS = 32;

/** What the vectors of words add to a layer whose weights change no more, as rows for the kernel. */
export class FrozenSlots {
  private readonly known = new Map<number, number>();
  private readonly sums: Float32Array;
  private readonly values: Float64Array;
  private readonly exact: Float64Array;

  /** @param weights address of the first of them: a row for every dimension of every slot. */
  constructor(
    private readonly room: Room,
    private readonly shape: SlotShape,
    private readonly weights: number,
    private readonly vectors: WordRows,
  ) {
    if (shape.slots > MOST_SLOTS)
      throw new RangeError(`at most ${MOST_SLOTS} slots, saw ${shape.slots}`);
    this.sums = room.weights(MOST_KNOWN * shape.hidden);
    this.values = room.sums(shape.dimensions);
    this.exact = room.sums(shape.hidden);
  }

  /** Bytes that it takes of its room. */
  static bytes({ hidden, dimensions }: SlotShape): number {
    return 4 * MOST_KNOWN * hidden + 8 * (dimensions + hidden) + 64;
  }

  /** Writes where the sums of the words in `slots` lie; returns how many there are. */
  find(slots: Int32Array, addresses: Int32Array): number {
    // Here and not below, or what was found for the slots before would be written over.
    if (this.known.size > MOST_KNOWN - slots.length) this.known.clear();
    let count = 0;
    for (let slot = 0; slot < slots.length; slot++)
      if (slots[slot]! >= 0) addresses[count++] = this.addressOf(slot, slots[slot]!);
    return count;
  }

  private addressOf(slot: number, word: number): number {
    const { known, sums, shape } = this;
    const key = word * MOST_SLOTS + slot;
    let address = known.get(key);
    if (address === undefined) {
      known.set(key, (address = sums.byteOffset + 4 * known.size * shape.hidden));
      this.sum(address, slot, word);
    }
    return address;
  }

  private sum(out: number, slot: number, word: number): void {
    const { exact, values, vectors, room, weights } = this;
    const { dimensions, hidden } = this.shape;
    for (let d = 0; d < dimensions; d++)
      values[d] = vectors.values[word * dimensions + d]! * ROW_STEP;
    exact.fill(0);
    const rows = weights + 4 * slot * dimensions * hidden;
    room.kernel.addProducts(exact.byteOffset, values.byteOffset, dimensions, rows, hidden);
    room.kernel.round(out, exact.byteOffset, hidden);
  }
}
