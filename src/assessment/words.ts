import type { Likelihood, Pin, Reliability, Standing } from '../domain/index.ts';

/** Upper ends of the ranges of ICD 203 (2015), D.6.e.2.a; the last has none. */
const LIKELIHOODS: readonly (readonly [number, Likelihood])[] = [
  [0.05, 'almost no chance'],
  [0.2, 'very unlikely'],
  [0.45, 'unlikely'],
  [0.55, 'roughly even chance'],
  [0.8, 'likely'],
  [0.95, 'very likely'],
  [Infinity, 'almost certain'],
];

export const likelihoodWord = (probability: number): Likelihood =>
  LIKELIHOODS.find(([end]) => probability < end)![1];

/** Lowest mean of each Admiralty letter (NATO AJP-2.1); the standard gives words, the numbers are ours. */
const GRADES = [
  ['A', 0.93],
  ['B', 0.82],
  ['C', 0.65],
  ['D', 0.45],
  ['E', 0],
] as const;

export const gradeOf = (mean: number): Exclude<Reliability['grade'], 'F'> =>
  GRADES.find(([, least]) => mean >= least)![0];

/** Middle of a grade's range, for a grade that a user has fixed; F, "cannot be judged", is even. */
export function meanOfGrade(grade: Reliability['grade']): number {
  const at = GRADES.findIndex(([name]) => name === grade);
  if (at < 0) return 0.5;
  const upper = at === 0 ? 1 : GRADES[at - 1]![1];
  return (upper + GRADES[at]![1]) / 2;
}

export const meanOfPin = (pin: Pin): number => (typeof pin === 'number' ? pin : meanOfGrade(pin));

export const gradeOfPin = (pin: Pin): Reliability['grade'] =>
  typeof pin === 'number' ? gradeOf(pin) : pin;

/**
 * Admiralty credibility of information: 1 confirmed by other origins, 2 probably true, 3 possibly
 * true, 4 doubtful, 5 improbable, 6 cannot be judged.
 */
export function informationGrade(
  support: number,
  against: number,
  probability: number,
): Standing['information'] {
  if (support + against === 0) return 6;
  if (probability < 0.2) return 5;
  if (probability < 0.5) return 4;
  if (support >= 2 && against === 0) return 1;
  if (support >= 2 || (support === 1 && against === 0 && probability >= 0.8)) return 2;
  return 3;
}
