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

  // By element: for a dozen numbers `fill` and `set` take longer than what they do.
  ones(size: number): Float64Array {
    const vector = this.take(size);
    for (let i = 0; i < size; i++) vector[i] = 1;
    return vector;
  }

  copy(from: Float64Array): Float64Array {
    const vector = this.take(from.length);
    for (let i = 0; i < from.length; i++) vector[i] = from[i]!;
    return vector;
  }

  /** Everything handed out so far may be overwritten. */
  reuse(): void {
    // An array that is emptied has to be made again.
    this.#used.fill(0);
  }
}
