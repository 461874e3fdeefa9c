/**
 * Numbers by pairs of whole numbers, forgotten all at once: for one place after another. A `Map` by
 * a number made of both costs several times as much, and leaves garbage.
 */
export class Seen {
  #capacity = 0;
  #round = 0;
  #rounds = new Int32Array(0);
  #first = new Int32Array(0);
  #second = new Int32Array(0);
  #mask = 0;
  /** By slot; -1 where nothing was put since the pair was first asked for. */
  values = new Int32Array(0);

  /** Forgets all, and makes room for so many pairs: slots are good until the next call. */
  reset(pairs: number): void {
    let size = 64;
    while (size < 2 * pairs) size *= 2;
    if (size > this.#capacity) {
      this.#capacity = size;
      this.#rounds = new Int32Array(size);
      this.#first = new Int32Array(size);
      this.#second = new Int32Array(size);
      this.values = new Int32Array(size);
      this.#round = 0;
    }
    this.#mask = size - 1;
    this.#round++;
  }

  slot(first: number, second: number): number {
    let at = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & this.#mask;
    while (this.#rounds[at] === this.#round) {
      if (this.#first[at] === first && this.#second[at] === second) return at;
      at = (at + 1) & this.#mask;
    }
    this.#rounds[at] = this.#round;
    this.#first[at] = first;
    this.#second[at] = second;
    this.values[at] = -1;
    return at;
  }
}
