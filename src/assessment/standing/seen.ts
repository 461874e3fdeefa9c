/** Numbers of a slot, side by side: the round, the pair and the value. */
const WIDTH = 4;
const [ROUND, FIRST, SECOND, VALUE] = [0, 1, 2, 3];

/**
 * Numbers by pairs of whole numbers, forgotten all at once: for one place after another. A `Map` by
 * a number made of both costs several times as much, and leaves garbage.
 */
export class Seen {
  #table = new Int32Array(0);
  #round = 0;
  #mask = 0;

  /** Forgets all, and makes room for so many pairs: slots are good until the next call. */
  reset(pairs: number): void {
    let size = 64;
    while (size < 2 * pairs) size *= 2;
    if (size * WIDTH > this.#table.length) {
      this.#table = new Int32Array(size * WIDTH);
      this.#round = 0;
    }
    this.#mask = size - 1;
    this.#round++;
  }

  slot(first: number, second: number): number {
    const table = this.#table;
    let hash = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0;
    hash = (hash ^ (hash >>> 15)) & this.#mask;
    let at = hash * WIDTH;
    while (table[at + ROUND] === this.#round) {
      if (table[at + FIRST] === first && table[at + SECOND] === second) return at;
      hash = (hash + 1) & this.#mask;
      at = hash * WIDTH;
    }
    table[at + ROUND] = this.#round;
    table[at + FIRST] = first;
    table[at + SECOND] = second;
    table[at + VALUE] = -1;
    return at;
  }

  /** -1 where nothing was put since the pair was first asked for. */
  value(slot: number): number {
    return this.#table[slot + VALUE]!;
  }

  put(slot: number, value: number): void {
    this.#table[slot + VALUE] = value;
  }
}
