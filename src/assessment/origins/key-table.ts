/** A slot is two numbers side by side: the key, and one more than what is kept under it. */
const WIDTH = 2;
const FIRST_SIZE = 4096;

/**
 * A whole number under each of many hashes. A `Map` of millions takes three times the room, and an
 * entry of it is somewhere else than its bucket.
 */
export class KeyTable {
  #slots = new Int32Array(FIRST_SIZE * WIDTH);
  #count = 0;

  /** Keeps a number under a key of 32 bits; returns the one that was there, or -1. */
  exchange(key: number, value: number): number {
    if (2 * this.#count * WIDTH >= this.#slots.length) this.#grow();
    const slots = this.#slots;
    const slot = slotOf(slots, key | 0);
    const before = slots[slot + 1]! - 1;
    if (before < 0) this.#count++;
    slots[slot] = key | 0;
    slots[slot + 1] = value + 1;
    return before;
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Int32Array(2 * before.length);
    for (let from = 0; from < before.length; from += WIDTH) {
      if (before[from + 1] === 0) continue;
      const to = slotOf(slots, before[from]!);
      slots[to] = before[from]!;
      slots[to + 1] = before[from + 1]!;
    }
    this.#slots = slots;
  }
}

/** Where a key is, or would be: keys are hashes, so their low bits are as good as any. */
function slotOf(slots: Int32Array, key: number): number {
  const mask = slots.length - 1;
  let slot = (key * WIDTH) & mask;
  while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + WIDTH) & mask;
  return slot;
}
