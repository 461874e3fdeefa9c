/** Whole numbers in use, fractions in training. */
export type Scores = Int32Array | Float64Array;

/** What decoders need of weights, in training and in use. */
export interface Scorer {
  /** The weights change no more. */
  readonly fixed?: true;
  /** An array for the features that this scorer reads without copying them. */
  newFeatures?(): Int32Array;
  /** An array for the scores, of the numbers that this scorer adds up; absent: fractions. */
  newScores?(classes: number): Scores;
  /**
   * Sets `scores[c]` to the sum of the weights that the first `count` features have for class c; with
   * `from`, adds to it those of the features from there on.
   */
  score(features: Int32Array, count: number, scores: Scores, from?: number): void;
}

/** Weights that change no more. */
export interface FrozenScorer extends Scorer {
  readonly fixed: true;
  newScores(classes: number): Int32Array;
}

export const newScores = (scorer: Scorer, classes: number): Scores =>
  scorer.newScores?.(classes) ?? new Float64Array(classes);

/** Most features one decision may have. */
export const MOST_FEATURES = 192;

export const newFeatures = (scorer: Scorer): Int32Array =>
  scorer.newFeatures?.() ?? new Int32Array(MOST_FEATURES);

/** Classes are bytes. */
export const MOST_CLASSES = 256;

/** Writes the sums of one decision to its scores, or adds them. */
export function addSums(sums: Int32Array, scores: Scores, add: boolean): void {
  if (add) for (let label = 0; label < scores.length; label++) scores[label]! += sums[label]!;
  else for (let label = 0; label < scores.length; label++) scores[label] = sums[label]!;
}
