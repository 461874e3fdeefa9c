/** A slot is two numbers side by side: the hash, and one more than the number of what is there. */
const WIDTH = 2;
const FIRST_SIZE = 1024;

/**
 * Numbers of texts, given one after the other and never taken back. A `Map` reads the text of every
 * entry it comes by, wherever in memory that is; here a slot holds its hash, and one line of the
 * processor's cache mostly answers.
 */
export class IdTable<Id extends string> {
  readonly ids: Id[] = [];
  #slots = new Int32Array(FIRST_SIZE * WIDTH);

  /** The number of a new one; undefined when it is there already. */
  add(id: Id): number | undefined {
    if (2 * this.ids.length * WIDTH >= this.#slots.length) this.#grow();
    const hash = hashOf(id);
    const slot = this.#find(id, hash);
    if (this.#slots[slot + 1] !== 0) return undefined;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = this.ids.push(id);
    return this.ids.length - 1;
  }

  numberOf(id: Id): number | undefined {
    const found = this.#slots[this.#find(id, hashOf(id)) + 1]!;
    return found === 0 ? undefined : found - 1;
  }

  /** Where it is, or would be. */
  #find(id: Id, hash: number): number {
    const slots = this.#slots;
    for (let slot = this.#slotOf(hash); ; slot = (slot + WIDTH) % slots.length) {
      const found = slots[slot + 1]!;
      if (found === 0 || (slots[slot] === hash && this.ids[found - 1] === id)) return slot;
    }
  }

  #slotOf(hash: number): number {
    return (hash & (this.#slots.length / WIDTH - 1)) * WIDTH;
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Int32Array(2 * before.length);
    this.#slots = slots;
    for (let from = 0; from < before.length; from += WIDTH) {
      if (before[from + 1] === 0) continue;
      let to = this.#slotOf(before[from]!);
      while (slots[to + 1] !== 0) to = (to + WIDTH) % slots.length;
      slots[to] = before[from]!;
      slots[to + 1] = before[from + 1]!;
    }
  }
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones, which choose the slot. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
