/**
 * Which whole numbers were met, forgotten all at once: for one place after another. A `Set` costs
 * several times as much.
 */
export class Met {
  #round = 0;
  #rounds = new Int32Array(0);
  count = 0;

  /** Forgets all. */
  reset(): this {
    this.#round++;
    this.count = 0;
    return this;
  }

  /** Whether a number, 0 or more, is met for the first time. */
  meet(number: number): boolean {
    if (number >= this.#rounds.length) this.#grow(number);
    if (this.#rounds[number] === this.#round) return false;
    this.#rounds[number] = this.#round;
    this.count++;
    return true;
  }

  has(number: number): boolean {
    return this.#rounds[number] === this.#round;
  }

  #grow(number: number): void {
    const rounds = new Int32Array(2 * number + 64);
    rounds.set(this.#rounds);
    this.#rounds = rounds;
  }
}
