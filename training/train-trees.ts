import { DEPTH, type TreeArrays } from '../src/reading/speech/learned/trees.ts';
import { seededRandom } from './random.ts';

export interface TreeExample {
  readonly numbers: Float32Array;
  /** 0 or 1. */
  readonly label: number;
}

const TREES = 300;
/** What of each tree's answer is taken. */
const RATE = 0.05;
/** Share of the examples and of the numbers that each tree sees. */
const EXAMPLES = 0.7;
const NUMBERS = 0.5;
/** Fewest examples on either side of a question. */
const LEAST = 30;
const PENALTY = 5;
/** Cuts are looked for between this many parts of the examples. */
const BINS = 64;

const INNER = (1 << DEPTH) - 1;

/** What a question would part: the sums of slopes and curvatures of the loss. */
interface Sums {
  slope: number;
  curve: number;
  count: number;
}

interface Question {
  readonly number: number;
  /** The last bin of those that go left. */
  readonly bin: number;
}

/** Trees by gradient boosting on the logistic loss (Friedman 2001), each step by Newton's rule. */
export function trainTrees(examples: readonly TreeExample[], seed: number): TreeArrays {
  const width = examples[0]!.numbers.length;
  const cuts = Array.from({ length: width }, (_, number) => cutsOf(examples, number));
  const bins = cuts.map((some, number) =>
    Uint8Array.from(examples, ({ numbers }) => binOf(some, numbers[number]!)),
  );
  const random = seededRandom(seed);
  const scores = new Float64Array(examples.length);
  const asked = new Uint8Array(TREES * INNER);
  const edges = new Float32Array(TREES * INNER);
  const leaves = new Float32Array(TREES * (INNER + 1));
  for (let tree = 0; tree < TREES; tree++) {
    const grown = new Grown(examples, { scores, bins, cuts });
    const some = examples.flatMap((_, i) => (random() < EXAMPLES ? [i] : []));
    const numbers = cuts.flatMap((_, number) => (random() < NUMBERS ? [number] : []));
    grown.grow(some, numbers, 0);
    asked.set(grown.asked, tree * INNER);
    edges.set(grown.edges, tree * INNER);
    leaves.set(grown.leaves, tree * (INNER + 1));
    examples.forEach((_, i) => (scores[i]! += grown.answer(i)));
  }
  return { asked, cuts: edges, leaves };
}

function cutsOf(examples: readonly TreeExample[], number: number): readonly number[] {
  const sorted = Float32Array.from(examples, ({ numbers }) => numbers[number]!).sort();
  const cuts = new Set<number>();
  for (let bin = 1; bin < BINS; bin++) cuts.add(sorted[Math.floor((bin * sorted.length) / BINS)]!);
  return [...cuts];
}

/** How many cuts are not above the value. */
function binOf(cuts: readonly number[], value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Ground {
  /** What the trees so far answer to each example. */
  readonly scores: Float64Array;
  /** By number and example. */
  readonly bins: readonly Uint8Array[];
  readonly cuts: readonly (readonly number[])[];
}

/** One tree on the slopes that those before it have left. */
class Grown {
  readonly asked = new Uint8Array(INNER);
  /** Without a question everything goes left. */
  readonly edges = new Float32Array(INNER).fill(Infinity);
  readonly leaves = new Float32Array(INNER + 1);
  private readonly slopes: Float64Array;
  private readonly curves: Float64Array;

  constructor(
    private readonly examples: readonly TreeExample[],
    private readonly ground: Ground,
  ) {
    const likely = ground.scores.map((score) => 1 / (1 + Math.exp(-score)));
    this.slopes = likely.map((p, i) => examples[i]!.label - p);
    this.curves = likely.map((p) => p * (1 - p));
  }

  grow(some: readonly number[], numbers: readonly number[], node: number): void {
    const all = { slope: 0, curve: 0, count: some.length };
    for (const i of some) {
      all.slope += this.slopes[i]!;
      all.curve += this.curves[i]!;
    }
    if (node >= INNER) {
      this.leaves[node - INNER] = (RATE * all.slope) / (all.curve + PENALTY);
      return;
    }
    const question = this.bestQuestion(some, numbers, all);
    if (question === undefined) {
      this.grow(some, [], 2 * node + 1);
      return;
    }
    const { number, bin } = question;
    this.asked[node] = number;
    this.edges[node] = this.ground.cuts[number]![bin]!;
    const goesLeft = (i: number) => this.ground.bins[number]![i]! <= bin;
    this.grow(some.filter(goesLeft), numbers, 2 * node + 1);
    this.grow(
      some.filter((i) => !goesLeft(i)),
      numbers,
      2 * node + 2,
    );
  }

  private bestQuestion(
    some: readonly number[],
    numbers: readonly number[],
    all: Sums,
  ): Question | undefined {
    let best: Question | undefined;
    let most = 1e-3;
    const worth = (slope: number, curve: number) => slope ** 2 / (curve + PENALTY);
    for (const number of numbers) {
      const sums = this.sumsByBin(some, number);
      const left = { slope: 0, curve: 0, count: 0 };
      for (let bin = 0; bin < this.ground.cuts[number]!.length; bin++) {
        left.slope += sums[bin]!.slope;
        left.curve += sums[bin]!.curve;
        left.count += sums[bin]!.count;
        if (left.count < LEAST || all.count - left.count < LEAST) continue;
        const gain =
          worth(left.slope, left.curve) +
          worth(all.slope - left.slope, all.curve - left.curve) -
          worth(all.slope, all.curve);
        if (gain <= most) continue;
        most = gain;
        best = { number, bin };
      }
    }
    return best;
  }

  private sumsByBin(some: readonly number[], number: number): readonly Sums[] {
    const bins = this.ground.bins[number]!;
    const sums = Array.from({ length: BINS }, (): Sums => ({ slope: 0, curve: 0, count: 0 }));
    for (const i of some) {
      const sum = sums[bins[i]!]!;
      sum.slope += this.slopes[i]!;
      sum.curve += this.curves[i]!;
      sum.count++;
    }
    return sums;
  }

  answer(example: number): number {
    const { numbers } = this.examples[example]!;
    let node = 0;
    while (node < INNER)
      node = 2 * node + (numbers[this.asked[node]!]! < this.edges[node]! ? 1 : 2);
    return this.leaves[node - INNER]!;
  }
}
