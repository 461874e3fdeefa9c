/**
 * Hands out vectors that can be used again: typed arrays of their own cost more than the sums in
 * them, and what they cost grows with everything else in memory.
 */
export class Arena {
  /** By size. */
  readonly #made: Float64Array[][] = [];
  readonly #used: number[] = [];

  /** A vector with whatever was in it before. */
  take(size: number): Float64Array {
    const made = (this.#made[size] ??= []);
    const used = this.#used[size] ?? 0;
    this.#used[size] = used + 1;
    return (made[used] ??= new Float64Array(size));
  }

  /** Everything handed out so far may be overwritten. */
  reuse(): void {
    this.#used.length = 0;
  }
}
