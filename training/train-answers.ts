import type { FrozenRows } from './frozen-rows.ts';
import { FeatureCounts } from './log-linear.ts';
import { minimise } from './minimise.ts';

/** One thing with the answers to all questions about it, 1 for yes. */
export interface Answered {
  readonly features: Int32Array;
  readonly answers: Uint8Array;
}

export interface AnswerOptions {
  readonly questions: number;
  /** Weight of half the sum of squares. */
  readonly penalty: number;
  /** Features seen less often are left out. */
  readonly least: number;
  readonly steps: number;
}

/** One logistic regression for each question, fitted in one piece by L-BFGS with an L2 penalty. */
export function trainAnswers(
  examples: readonly Answered[],
  { questions, penalty, least, steps }: AnswerOptions,
): FrozenRows {
  const counts = new FeatureCounts();
  for (const { features } of examples) counts.add(features, features.length);
  const rows = new Map<number, number>();
  const inRows = examples.map(({ features }) => {
    for (const feature of features)
      if (!rows.has(feature) && counts.has(feature, least)) rows.set(feature, rows.size);
    return Int32Array.from([...features].flatMap((feature) => rows.get(feature) ?? []));
  });
  const weights = Array.from({ length: questions }, (_, question) => {
    const own = new Float64Array(rows.size);
    const answers = examples.map((one) => one.answers[question]!);
    minimise(own, (now, gradient) => lossOf(now, gradient, { inRows, answers, penalty }), steps);
    return own;
  });
  return { rows, weights };
}

interface Asked {
  readonly inRows: readonly Int32Array[];
  readonly answers: readonly number[];
  readonly penalty: number;
}

function lossOf(
  weights: Float64Array,
  gradient: Float64Array,
  { inRows, answers, penalty }: Asked,
): number {
  let loss = 0;
  for (let i = 0; i < weights.length; i++) {
    loss += (penalty / 2) * weights[i]! ** 2;
    gradient[i] = penalty * weights[i]!;
  }
  inRows.forEach((rows, k) => {
    let sum = 0;
    for (const row of rows) sum += weights[row]!;
    const chance = 1 / (1 + Math.exp(-sum));
    const answer = answers[k]!;
    loss -= Math.log(Math.max(1e-12, answer === 1 ? chance : 1 - chance));
    for (const row of rows) gradient[row] = gradient[row]! + chance - answer;
  });
  return loss;
}

/** Log odds that something gave, and what was right. */
export interface Given {
  readonly sum: number;
  readonly answer: number;
}

/** Factor and shift with which log odds fit what was right (Platt 1999); as they are where there are none. */
export function calibrated(all: readonly Given[]): readonly [factor: number, shift: number] {
  if (all.length === 0) return [1, 0];
  const line = Float64Array.of(1, 0);
  const loss = ([factor = 1, shift = 0]: Float64Array, gradient: Float64Array) => {
    gradient.fill(0);
    return all.reduce((total, { sum, answer }) => {
      const chance = 1 / (1 + Math.exp(-(factor * sum + shift)));
      gradient[0] = gradient[0]! + (chance - answer) * sum;
      gradient[1] = gradient[1]! + chance - answer;
      return total - Math.log(Math.max(1e-12, answer === 1 ? chance : 1 - chance));
    }, 0);
  };
  minimise(line, loss, 100);
  return [line[0]!, line[1]!];
}
