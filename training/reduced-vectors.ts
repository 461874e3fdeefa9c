import { ROW_STEP } from '../src/reading/perceptron/word-rows.ts';
import type { WordVectors } from './word-vectors.ts';

const ROUNDS = 60;

/** Vectors on the directions in which they differ most, in steps of `ROW_STEP`. */
export function reducedVectors(
  { words, values, dimensions: width }: WordVectors,
  dimensions: number,
): Int8Array {
  const rows = words.map((_, i) => Float64Array.from(values.subarray(i * width, (i + 1) * width)));
  const mean = new Float64Array(width);
  for (const row of rows) for (let d = 0; d < width; d++) mean[d]! += row[d]! / rows.length;
  for (const row of rows) for (let d = 0; d < width; d++) row[d]! -= mean[d]!;
  const axes = principalAxes(rows, width, dimensions);
  const projected = rows.map((row) => axes.map((axis) => dot(axis, row)));
  const square = projected.reduce((sum, row) => sum + dot(row, row), 0);
  const scale = Math.sqrt((rows.length * dimensions) / square) / ROW_STEP;
  const quantised = (value: number) => Math.max(-127, Math.min(127, Math.round(value * scale)));
  return Int8Array.from(projected.flatMap((row) => row.map(quantised)));
}

/** Orthogonal iteration on the covariance, from axes that are given, so that a run repeats. */
function principalAxes(
  rows: readonly Float64Array[],
  width: number,
  count: number,
): readonly Float64Array[] {
  const covariance = Array.from({ length: width }, () => new Float64Array(width));
  for (const row of rows)
    for (let a = 0; a < width; a++) {
      const into = covariance[a]!;
      for (let b = 0; b < width; b++) into[b]! += (row[a]! * row[b]!) / rows.length;
    }
  const axes = Array.from({ length: count }, (_, k) =>
    Float64Array.from({ length: width }, (_value, d) => Math.sin((k + 1) * (d + 1))),
  );
  for (let round = 0; round < ROUNDS; round++)
    for (let k = 0; k < count; k++) {
      const turned = Float64Array.from(covariance, (line) => dot(line, axes[k]!));
      for (let j = 0; j < k; j++) {
        const along = dot(turned, axes[j]!);
        for (let d = 0; d < width; d++) turned[d]! -= along * axes[j]![d]!;
      }
      const length = Math.sqrt(dot(turned, turned));
      axes[k] = turned.map((value) => value / length);
    }
  return axes;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
