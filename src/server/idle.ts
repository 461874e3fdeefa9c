/** How long steps go on before others have their turn. */
const TURN_MS = 4;

/** Work that nobody waits for, a step at a time while nothing is asked; newer work takes the place of older. */
export class Idle {
  #work: Iterator<void> | undefined;
  #asked = 0;
  #isDue = false;

  begin(work: Iterator<void>): void {
    this.#work = work;
    this.#goOn();
  }

  /** An answer that takes turns with the disk would otherwise wait for a step at each of them. */
  async waitFor(answer: () => Promise<void>): Promise<void> {
    this.#asked += 1;
    try {
      await answer();
    } finally {
      this.#asked -= 1;
      this.#goOn();
    }
  }

  #goOn(): void {
    if (this.#isDue || this.#asked > 0 || !this.#work) return;
    this.#isDue = true;
    // Not `setImmediate`: one that must not keep the process alive waits until something else wakes it.
    setTimeout(() => this.#takeTurn(), 0).unref();
  }

  #takeTurn(): void {
    this.#isDue = false;
    if (this.#asked > 0) return;
    const end = performance.now() + TURN_MS;
    while (this.#work && performance.now() < end) {
      if (this.#work.next().done) this.#work = undefined;
    }
    this.#goOn();
  }
}
