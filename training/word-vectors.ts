import { readFileSync } from 'node:fs';
import type { Points } from './k-means.ts';

export interface WordVectors extends Points {
  /** By falling frequency. */
  readonly words: readonly string[];
}

const START = '"vectors":{';

/**
 * The first `most` vectors of a winkNLP embedding: JSON with `dimensions`, and `vectors` by falling
 * frequency, each with its length and number after it. Scanned: as objects they would not fit in memory.
 */
export function readWordVectors(file: string, most: number): WordVectors {
  const bytes = readFileSync(file);
  // A word of the list before may be "vectors" too, but no brace follows it.
  let at = bytes.indexOf(START) + START.length;
  if (at < START.length) throw new Error(`${file}: no "vectors"`);
  const dimensions = Number(/"dimensions":(\d+)/.exec(bytes.toString('latin1', 0, 1000))?.[1]);
  if (!(dimensions > 0)) throw new Error(`${file}: no "dimensions"`);
  const words: string[] = [];
  const values = new Float32Array(most * dimensions);
  while (words.length < most && bytes[at] !== 0x7d) {
    const start = bytes.indexOf('"', at);
    const split = bytes.indexOf('":[', start);
    const end = bytes.indexOf(']', split);
    const numbers = bytes.toString('latin1', split + 3, end).split(',', dimensions);
    for (let d = 0; d < dimensions; d++) values[words.length * dimensions + d] = Number(numbers[d]);
    words.push(JSON.parse(bytes.toString('utf8', start, split + 1)) as string);
    at = end + 1;
  }
  const count = words.length;
  return { words, values: values.subarray(0, count * dimensions), dimensions, count };
}

const STEPS = 50;

/**
 * Takes from every vector, in place, the mean and the `directions` in which vectors differ most: they
 * tell how frequent a word is rather than what it means (Mu and Viswanath 2018).
 */
export function takeCommon(points: Points, directions: number): void {
  const { values, dimensions, count } = points;
  const mean = new Float64Array(dimensions);
  for (let i = 0; i < values.length; i++) mean[i % dimensions]! += values[i]! / count;
  for (let i = 0; i < values.length; i++) values[i]! -= mean[i % dimensions]!;
  for (let n = 0; n < directions; n++) takeDirection(points, principalDirection(points));
}

/** First eigenvector of the covariance, by power iteration. */
function principalDirection({ values, dimensions }: Points): Float64Array {
  const covariance = new Float64Array(dimensions * dimensions);
  for (let at = 0; at < values.length; at += dimensions)
    for (let a = 0; a < dimensions; a++)
      for (let b = 0; b < dimensions; b++)
        covariance[a * dimensions + b]! += values[at + a]! * values[at + b]!;
  let direction = Float64Array.from({ length: dimensions }, (_, d) => 1 / (d + 1));
  for (let step = 0; step < STEPS; step++) {
    const next = direction.map((_, a) =>
      direction.reduce((sum, value, b) => sum + value * covariance[a * dimensions + b]!, 0),
    );
    const length = Math.hypot(...next);
    direction = next.map((value) => value / length);
  }
  return direction;
}

function takeDirection({ values, dimensions }: Points, direction: Float64Array): void {
  for (let at = 0; at < values.length; at += dimensions) {
    let along = 0;
    for (let d = 0; d < dimensions; d++) along += values[at + d]! * direction[d]!;
    for (let d = 0; d < dimensions; d++) values[at + d]! -= along * direction[d]!;
  }
}
