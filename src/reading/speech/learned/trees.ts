/** Every tree asks this many questions on the way to an answer. */
export const DEPTH = 4;
const INNER = (1 << DEPTH) - 1;
const LEAVES = 1 << DEPTH;

/**
 * Trees by gradient boosting (Friedman 2001), each whole to its depth, its questions in level order: is number
 * `asked` under `cut`? Where a branch ends early the question has but one answer.
 */
export interface TreeArrays {
  readonly asked: Uint8Array;
  readonly cuts: Float32Array;
  readonly leaves: Float32Array;
}

export class BoostedTrees {
  private readonly count: number;

  constructor(private readonly arrays: TreeArrays) {
    this.count = arrays.leaves.length / LEAVES;
    if (arrays.asked.length !== this.count * INNER || arrays.cuts.length !== arrays.asked.length)
      throw new RangeError('trees of another depth');
  }

  /** The sum of all trees' answers: log odds. */
  score(numbers: Float32Array): number {
    const { asked, cuts, leaves } = this.arrays;
    let sum = 0;
    for (let tree = 0; tree < this.count; tree++) {
      let node = 0;
      while (node < INNER) {
        const at = tree * INNER + node;
        node = 2 * node + (numbers[asked[at]!]! < cuts[at]! ? 1 : 2);
      }
      sum += leaves[tree * LEAVES + node - INNER]!;
    }
    return sum;
  }
}
