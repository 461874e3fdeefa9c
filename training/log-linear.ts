import type { ModelArray } from '../src/reading/perceptron/container.ts';

/** Counts of feature hashes, folded into a fixed table: rare features are dropped by it. */
export class FeatureCounts {
  private readonly counts = new Uint8Array(1 << 24);

  add(features: Int32Array, count: number): void {
    for (let i = 0; i < count; i++) {
      const slot = features[i]! & (this.counts.length - 1);
      if (this.counts[slot]! < 255) this.counts[slot]!++;
    }
  }

  has(feature: number, least: number): boolean {
    return this.counts[feature & (this.counts.length - 1)]! >= least;
  }
}

/**
 * Log-linear weights trained by AdaGrad with an L1 penalty by proximal steps (Duchi, Hazan and Singer
 * 2011): unlike a perceptron it does not chase labels that are noise, and most weights end at zero.
 */
export class LogLinear {
  private readonly rows = new Map<number, number>();
  private weights: Float32Array;
  private squares: Float32Array;

  constructor(
    readonly classCount: number,
    private readonly rate: number,
    private readonly penalty: number,
  ) {
    this.weights = new Float32Array(classCount << 16);
    this.squares = new Float32Array(classCount << 16);
  }

  /** Rows of the features that are frequent enough; the others are left out. */
  rowsOf(features: Int32Array, count: number, keep: (feature: number) => boolean): Int32Array {
    const found: number[] = [];
    for (let i = 0; i < count; i++) {
      const feature = features[i]!;
      let row = this.rows.get(feature);
      if (row === undefined) {
        if (!keep(feature)) continue;
        row = this.rows.size;
        this.rows.set(feature, row);
      }
      found.push(row);
    }
    return Int32Array.from(found);
  }

  score(rows: Int32Array, scores: Float64Array): void {
    const { weights, classCount } = this;
    scores.fill(0);
    for (const row of rows)
      for (let label = 0; label < classCount; label++)
        scores[label]! += weights[row * classCount + label] ?? 0;
  }

  /** One step against the gradient (by class) for each row. */
  step(rows: Int32Array, gradient: Float64Array): void {
    this.grow();
    const { weights, squares, classCount, rate, penalty } = this;
    for (let label = 0; label < classCount; label++) {
      const slope = gradient[label]!;
      if (Math.abs(slope) < 0.002) continue;
      for (const row of rows) {
        const at = row * classCount + label;
        squares[at]! += slope * slope;
        const pace = rate / Math.sqrt(squares[at]! + 1e-6);
        const moved = weights[at]! - pace * slope;
        const shrink = pace * penalty;
        weights[at] = moved > shrink ? moved - shrink : moved < -shrink ? moved + shrink : 0;
      }
    }
  }

  /** Weights of several trainings over the same rows, as their mean: steadier than any one of them. */
  static mean(models: readonly LogLinear[]): LogLinear {
    const [first] = models as readonly [LogLinear, ...LogLinear[]];
    for (const model of models) model.grow();
    for (let at = 0; at < first.rows.size * first.classCount; at++) {
      let sum = 0;
      for (const { weights } of models) sum += weights[at] ?? 0;
      first.weights[at] = sum / models.length;
    }
    return first;
  }

  private grow(): void {
    const size = this.rows.size * this.classCount;
    if (size <= this.weights.length) return;
    const larger = (array: Float32Array) => {
      const copy = new Float32Array(size * 2);
      copy.set(array);
      return copy;
    };
    this.weights = larger(this.weights);
    this.squares = larger(this.squares);
  }

  /** Weights as int8 in units of `unit`; those smaller than `least` are left out. */
  frozen({
    unit,
    least,
  }: {
    readonly unit: number;
    readonly least: number;
  }): Record<string, ModelArray> {
    const kept = [...this.rows]
      .map(([feature, row]) => ({ feature, pairs: this.pairsOf(row, { unit, least }) }))
      .filter(({ pairs }) => pairs.length > 0)
      .sort((a, b) => a.feature - b.feature);
    return {
      features: Int32Array.from(kept, ({ feature }) => feature),
      lengths: Uint8Array.from(kept, ({ pairs }) => pairs.length),
      classes: Uint8Array.from(kept.flatMap(({ pairs }) => pairs.map(([label]) => label))),
      weights: Int8Array.from(kept.flatMap(({ pairs }) => pairs.map(([, weight]) => weight))),
    };
  }

  private pairsOf(
    row: number,
    { unit, least }: { readonly unit: number; readonly least: number },
  ): readonly (readonly [number, number])[] {
    const pairs: [number, number][] = [];
    for (let label = 0; label < this.classCount; label++) {
      const weight = this.weights[row * this.classCount + label] ?? 0;
      const rounded = Math.max(-127, Math.min(127, Math.round(weight / unit)));
      if (rounded !== 0 && Math.abs(weight) >= least) pairs.push([label, rounded]);
    }
    return pairs;
  }
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  const top = Math.max(...scores);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp(scores[i]! - top);
    sum += scores[i]!;
  }
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
}
