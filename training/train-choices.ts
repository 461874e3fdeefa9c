import type { ModelArray } from '../src/reading/perceptron/container.ts';
import { frozenRows } from './frozen-rows.ts';
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
 * Which of the things, or none, is chosen: for each question a log-linear model over all of them together,
 * where any one mention may tell (the sum over mentions is what is fitted), by L-BFGS with an L2 penalty.
 */
export function trainChoices(choices: readonly Choice[], options: ChoiceOptions): ChoiceWeights {
  const rows = rowsOf(choices, options.least);
  const flat = choices.map((choice) => flattened(choice, rows));
  const weights = Array.from({ length: options.questions }, (_, question) =>
    fitted(flat, question, { ...options, rows: rows.size }),
  );
  const numbers = choices[0]?.none?.length ?? 0;
  const none = Array.from({ length: numbers }, (_, i) => weights.map((own) => own[rows.size + i]!));
  return { arrays: frozenRows({ rows, weights }, CHOICE_UNIT, options.smallest), none };
}

/** Weights of the rows, then of the numbers that speak for none. */
function fitted(
  choices: readonly FlatChoice[],
  question: number,
  { rows, penalty, steps }: Pick<ChoiceOptions, 'penalty' | 'steps'> & { readonly rows: number },
): Float64Array {
  const weights = new Float64Array(rows + (choices[0]?.none.length ?? 0));
  const asked = choices.filter(({ right }) => right[question] !== null);
  const loss = (now: Float64Array, gradient: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < now.length; i++) {
      const hold = i < rows ? penalty : NONE_PENALTY;
      sum += (hold / 2) * now[i]! ** 2;
      gradient[i] = hold * now[i]!;
    }
    const place = { weights: now, gradient, rows };
    for (const choice of asked) sum += addLoss(choice, choice.right[question]!, place);
    return sum;
  };
  minimise(weights, loss, steps);
  return weights;
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

/** A choice with all its features in one row of numbers, which is several times as fast to go through. */
interface FlatChoice extends Pick<Choice, 'right'> {
  /** Where each thing's parts begin: the whole of it, then its mentions. */
  readonly things: Int32Array;
  /** Where each part's features begin. */
  readonly parts: Int32Array;
  readonly features: Int32Array;
  readonly none: Float64Array;
  /** Whether none may be right. */
  readonly open: boolean;
}

function flattened({ things, none, right }: Choice, rows: ReadonlyMap<number, number>): FlatChoice {
  const starts: number[] = [];
  const parts: number[] = [];
  const features: number[] = [];
  for (const { whole, mentions } of things) {
    starts.push(parts.length);
    for (const part of [whole, ...mentions]) {
      parts.push(features.length);
      for (const feature of part) {
        const row = rows.get(feature);
        if (row !== undefined) features.push(row);
      }
    }
  }
  return {
    things: Int32Array.from([...starts, parts.length]),
    parts: Int32Array.from([...parts, features.length]),
    features: Int32Array.from(features),
    none: none ?? new Float64Array(0),
    open: none !== undefined,
    right,
  };
}

interface Place {
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  /** How many there are; the weights of the numbers for none follow. */
  readonly rows: number;
}

type Answers = readonly ReadonlySet<number>[];

/** Adds one choice's gradient and returns its loss. */
function addLoss(choice: FlatChoice, answers: Answers, place: Place): number {
  const { sums, shares } = scoreOf(choice, place.weights);
  const slopes = new Float64Array(sums.length);
  const loss = addSlopes(choice, answers, { ...place, sums, slopes });
  slopes.forEach((slope, thing) => {
    if (Math.abs(slope) > FLAT) addGradient(choice, { thing, slope, shares }, place.gradient);
  });
  return loss;
}

interface Scored {
  /** Of each thing. */
  readonly sums: Float64Array;
  /** By part: of each mention in what its thing owes to mentions; one for the whole. */
  readonly shares: Float64Array;
}

function scoreOf({ things, parts, features }: FlatChoice, weights: Float64Array): Scored {
  const shares = new Float64Array(parts.length - 1);
  for (let part = 0; part < shares.length; part++) {
    let sum = 0;
    for (let i = parts[part]!; i < parts[part + 1]!; i++) sum += weights[features[i]!]!;
    shares[part] = sum;
  }
  const sums = new Float64Array(things.length - 1);
  for (let thing = 0; thing < sums.length; thing++) {
    const [whole, last] = [things[thing]!, things[thing + 1]!];
    let [most, total] = [-Infinity, 0];
    for (let at = whole + 1; at < last; at++) most = Math.max(most, shares[at]!);
    for (let at = whole + 1; at < last; at++) total += shares[at] = Math.exp(shares[at]! - most);
    for (let at = whole + 1; at < last; at++) shares[at]! /= total;
    sums[thing] = shares[whole]! + most + Math.log(total);
    shares[whole] = 1;
  }
  return { sums, shares };
}

interface Slopes extends Place {
  readonly sums: Float64Array;
  readonly slopes: Float64Array;
}

/** For each right answer, those of the others left out: how far is what is chosen from it? */
function addSlopes(
  { none, open }: FlatChoice,
  answers: Answers,
  { sums, slopes, weights, gradient, rows }: Slopes,
): number {
  const empty = open
    ? none.reduce((sum, number, i) => sum + number * weights[rows + i]!, 0)
    : -Infinity;
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
      if (answer.has(i)) slopes[i]! += one / total - one / mine;
      else if (!taken.has(i)) slopes[i]! += one / total;
    });
    noneSlope += noneOdds / total - (answer.size === 0 ? 1 : 0);
  }
  none.forEach((number, i) => (gradient[rows + i]! += noneSlope * number));
  return loss;
}

const NOTHING: ReadonlySet<number> = new Set();

interface Slope extends Pick<Scored, 'shares'> {
  readonly thing: number;
  readonly slope: number;
}

function addGradient(
  { things, parts, features }: FlatChoice,
  { thing, slope, shares }: Slope,
  gradient: Float64Array,
): void {
  for (let part = things[thing]!; part < things[thing + 1]!; part++) {
    const by = slope * shares[part]!;
    if (Math.abs(by) <= FLAT) continue;
    for (let i = parts[part]!; i < parts[part + 1]!; i++) {
      const feature = features[i]!;
      gradient[feature] = gradient[feature]! + by;
    }
  }
}
