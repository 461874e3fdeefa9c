/** Numbers that the chain of a place much in the news takes; an arena grows where that is too little. */
export const ROOM = 2 ** 14;

/**
 * Hands out vectors cut from one piece of memory, which can be used again: typed arrays of their own
 * cost more than the sums in them, and what they cost grows with everything else in memory.
 */
export class Arena {
  #memory: Float64Array;
  #used = 0;

  constructor(size: number) {
    this.#memory = new Float64Array(size);
  }

  /** A vector with whatever was in it before. */
  take(size: number): Float64Array {
    if (this.#used + size > this.#memory.length) {
      // Vectors handed out keep the old memory alive for as long as they are used.
      this.#memory = new Float64Array(2 * this.#memory.length + size);
      this.#used = 0;
    }
    return this.#memory.subarray(this.#used, (this.#used += size));
  }

  /** Everything handed out so far may be overwritten. */
  reuse(): void {
    this.#used = 0;
  }
}
