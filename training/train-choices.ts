import type { ModelArray } from '../src/reading/perceptron/container.ts';
import { FeatureCounts } from './log-linear.ts';
import { minimise } from './minimise.ts';

/** One thing that may be chosen: what is said of the whole of it, and of each of its mentions. */
export interface Chosen {
  readonly whole: Int32Array;
  readonly mentions: readonly Int32Array[];
}

/** Things of which, for each question, some are right; or none is. */
export interface Choice {
  readonly things: readonly Chosen[];
  /** What speaks for none, as numbers; absent where one is right for certain. */
  readonly none?: Float64Array;
  /** By question the right answers, each as the things that are it; null: not to learn from. */
  readonly right: readonly (readonly ReadonlySet<number>[] | null)[];
}

export interface ChoiceOptions {
  readonly questions: number;
  /** Weight of the sum of squares. */
  readonly penalty: number;
  readonly steps: number;
  /** Features of fewer things are left out. */
  readonly least: number;
  /** Weights nearer to nothing are left out. */
  readonly smallest: number;
}

export interface ChoiceWeights {
  readonly arrays: Record<string, ModelArray>;
  /** Weights of the numbers that speak for none, by question. */
  readonly none: readonly (readonly number[])[];
}

/** One step of a weight, which end within ±2. */
export const CHOICE_UNIT = 1 / 64;
/** A few numbers need little holding back. */
const NONE_PENALTY = 0.1;
/** Slopes that move nothing. */
const FLAT = 2e-4;

/**
 * Which of the things, or none, is chosen: a log-linear model over all of them together, where any one
 * mention may tell (the sum over mentions is what is fitted), by L-BFGS with an L2 penalty.
 */
export function trainChoices(choices: readonly Choice[], options: ChoiceOptions): ChoiceWeights {
  const { questions, penalty, least, steps } = options;
  const rows = rowsOf(choices, least);
  const numbers = choices[0]?.none?.length ?? 0;
  const start = rows.size * questions;
  const weights = new Float64Array(start + numbers * questions);
  const indexed = choices.map((choice) => withRows(choice, rows));
  const loss = (now: Float64Array, gradient: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < now.length; i++) {
      const hold = i < start ? penalty : NONE_PENALTY;
      sum += (hold / 2) * now[i]! ** 2;
      gradient[i] = hold * now[i]!;
    }
    const place = { weights: now, gradient, start, questions };
    for (const choice of indexed) sum += addLoss(choice, place);
    return sum;
  };
  minimise(weights, loss, steps);
  const none = Array.from({ length: numbers }, (_, i) => [
    ...weights.subarray(start + i * questions, start + (i + 1) * questions),
  ]);
  return { arrays: frozen(rows, weights, options), none };
}

function rowsOf(choices: readonly Choice[], least: number): ReadonlyMap<number, number> {
  const counts = new FeatureCounts();
  const each = (visit: (features: Int32Array) => void) => {
    for (const { things } of choices)
      for (const { whole, mentions } of things)
        visit(Int32Array.from(new Set([...whole, ...mentions.flatMap((one) => [...one])])));
  };
  each((features) => counts.add(features, features.length));
  const rows = new Map<number, number>();
  each((features) => {
    for (const feature of features)
      if (!rows.has(feature) && counts.has(feature, least)) rows.set(feature, rows.size);
  });
  return rows;
}

function withRows(choice: Choice, rows: ReadonlyMap<number, number>): Choice {
  const known = (features: Int32Array) =>
    Int32Array.from([...features].flatMap((feature) => rows.get(feature) ?? []));
  const things = choice.things.map(({ whole, mentions }) => ({
    whole: known(whole),
    mentions: mentions.map(known),
  }));
  return { ...choice, things };
}

interface Place {
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  /** Where the weights of the numbers for none begin. */
  readonly start: number;
  readonly questions: number;
}

/** Adds one choice's gradient and returns its loss. */
function addLoss(choice: Choice, place: Place): number {
  const { questions } = place;
  const scored = choice.things.map((thing) => scoreOf(thing, place));
  const slopes = choice.things.map(() => new Float64Array(questions));
  let loss = 0;
  for (let question = 0; question < questions; question++) {
    const sums = scored.map(({ sums }) => sums[question]!);
    loss += addSlopes(choice, { sums, question, slopes }, place);
  }
  choice.things.forEach((thing, i) => {
    if (slopes[i]!.some((slope) => Math.abs(slope) > FLAT))
      addGradient(thing, scored[i]!.shares, { ...place, slopes: slopes[i]! });
  });
  return loss;
}

interface Scored {
  readonly sums: Float64Array;
  /** Of each mention in what its thing owes to mentions. */
  readonly shares: readonly Float64Array[];
}

function scoreOf({ whole, mentions }: Chosen, { weights, questions }: Place): Scored {
  const sumOf = (features: Int32Array) => {
    const sums = new Float64Array(questions);
    for (let i = 0; i < features.length; i++) {
      const from = features[i]! * questions;
      for (let k = 0; k < questions; k++) sums[k] = sums[k]! + weights[from + k]!;
    }
    return sums;
  };
  const sums = sumOf(whole);
  const shares = mentions.map(sumOf);
  for (let k = 0; k < questions; k++) {
    const most = Math.max(...shares.map((share) => share[k]!));
    let total = 0;
    for (const share of shares) total += share[k] = Math.exp(share[k]! - most);
    for (const share of shares) share[k]! /= total;
    sums[k]! += most + Math.log(total);
  }
  return { sums, shares };
}

interface Asked {
  readonly sums: readonly number[];
  readonly question: number;
  readonly slopes: readonly Float64Array[];
}

/** For each right answer, those of the others left out: how far is what is chosen from it? */
function addSlopes({ none, right }: Choice, asked: Asked, place: Place): number {
  const { sums, question, slopes } = asked;
  const answers = right[question];
  if (!answers) return 0;
  const empty = none ? noneSum(none, question, place) : -Infinity;
  const most = sums.reduce((a, b) => Math.max(a, b), empty);
  const odds = sums.map((sum) => Math.exp(sum - most));
  const noneOdds = Math.exp(empty - most);
  const taken = new Set(answers.flatMap((answer) => [...answer]));
  let [loss, noneSlope] = [0, 0];
  for (const answer of answers.length > 0 ? answers : [NOTHING]) {
    let [total, mine] = [noneOdds, answer.size === 0 ? noneOdds : 0];
    odds.forEach((one, i) => {
      if (answer.has(i)) mine += one;
      if (answer.has(i) || !taken.has(i)) total += one;
    });
    loss -= Math.log(mine / total + 1e-300);
    odds.forEach((one, i) => {
      if (answer.has(i)) slopes[i]![question]! += one / total - one / mine;
      else if (!taken.has(i)) slopes[i]![question]! += one / total;
    });
    noneSlope += noneOdds / total - (answer.size === 0 ? 1 : 0);
  }
  none?.forEach((number, i) => {
    place.gradient[place.start + i * place.questions + question]! += noneSlope * number;
  });
  return loss;
}

const NOTHING: ReadonlySet<number> = new Set();

const noneSum = (none: Float64Array, question: number, { weights, start, questions }: Place) =>
  none.reduce((sum, number, i) => sum + number * weights[start + i * questions + question]!, 0);

function addGradient(
  { whole, mentions }: Chosen,
  shares: readonly Float64Array[],
  { gradient, questions, slopes }: Place & { readonly slopes: Float64Array },
): void {
  const add = (features: Int32Array, by: Float64Array) => {
    for (let i = 0; i < features.length; i++) {
      const from = features[i]! * questions;
      for (let k = 0; k < questions; k++) gradient[from + k] = gradient[from + k]! + by[k]!;
    }
  };
  add(whole, slopes);
  mentions.forEach((features, m) => {
    const by = slopes.map((slope, k) => slope * shares[m]![k]!);
    if (by.some((slope) => Math.abs(slope) > FLAT)) add(features, by);
  });
}

function frozen(
  rows: ReadonlyMap<number, number>,
  weights: Float64Array,
  { questions, smallest }: ChoiceOptions,
): Record<string, ModelArray> {
  const kept = [...rows]
    .map(([feature, row]) => {
      const own = weights.subarray(row * questions, (row + 1) * questions);
      const pairs = [...own].flatMap((weight, label): readonly (readonly [number, number])[] => {
        const steps = Math.max(-127, Math.min(127, Math.round(weight / CHOICE_UNIT)));
        return steps !== 0 && Math.abs(weight) >= smallest ? [[label, steps]] : [];
      });
      return { feature, pairs };
    })
    .filter(({ pairs }) => pairs.length > 0)
    .sort((a, b) => a.feature - b.feature);
  const pairs = kept.flatMap((row) => row.pairs);
  return {
    features: Int32Array.from(kept, ({ feature }) => feature),
    lengths: Uint8Array.from(kept, (row) => row.pairs.length),
    classes: Uint8Array.from(pairs, ([label]) => label),
    weights: Int8Array.from(pairs, ([, weight]) => weight),
  };
}
