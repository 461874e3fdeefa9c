import { seededRandom } from './random.ts';

/** Vectors of one length, one after the other. */
export interface Points {
  readonly values: Float32Array;
  readonly dimensions: number;
  readonly count: number;
}

export interface KMeansOptions {
  readonly clusters: number;
  readonly rounds: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

export interface Clustering {
  readonly centroids: Points;
  readonly clusterOf: Int32Array;
}

/**
 * Spherical k-means (Dhillon and Modha 2001): points of length one go to the centroid of least angle.
 * Begins with k-means++ (Arthur and Vassilvitskii 2007). A cluster left empty keeps its centroid.
 */
export function kMeans(points: Points, { clusters, rounds, seed, log }: KMeansOptions): Clustering {
  const centroids = spread(points, clusters, seededRandom(seed));
  let clusterOf: Int32Array = new Int32Array(points.count).fill(-1);
  for (let round = 1; round <= rounds; round++) {
    const next = nearest(points, centroids);
    const moved = next.reduce((sum, cluster, i) => sum + (cluster === clusterOf[i] ? 0 : 1), 0);
    clusterOf = next;
    log?.(`k-means of ${clusters}, round ${round}: ${moved} of ${points.count} moved`);
    if (moved < points.count / 1000) break;
    recentre(points, clusterOf, centroids);
  }
  return { centroids, clusterOf };
}

const vector = ({ values, dimensions }: Points, i: number) =>
  values.subarray(i * dimensions, (i + 1) * dimensions);

/** First centroids: each a point, the likelier the farther it lies from those before. */
function spread(points: Points, clusters: number, random: () => number): Points {
  const { dimensions, count } = points;
  const values = new Float32Array(clusters * dimensions);
  const distance = new Float64Array(count).fill(1);
  const products = new Float64Array(count);
  for (let cluster = 0; cluster < clusters; cluster++) {
    let left = random() * distance.reduce((sum, value) => sum + value, 0);
    let chosen = 0;
    while (chosen < count - 1 && (left -= distance[chosen]!) > 0) chosen++;
    values.set(vector(points, chosen), cluster * dimensions);
    multiply(points, vector(points, chosen), products);
    for (let i = 0; i < count; i++)
      distance[i] = Math.min(distance[i]!, Math.max(0, 1 - products[i]!));
  }
  return { values, dimensions, count: clusters };
}

/** The dot product of every point with `by`. */
function multiply({ values, dimensions, count }: Points, by: Float32Array, into: Float64Array) {
  for (let i = 0; i < count; i++) {
    const start = i * dimensions;
    let [even, odd] = [0, 0];
    for (let d = 0; d + 1 < dimensions; d += 2) {
      even += values[start + d]! * by[d]!;
      odd += values[start + d + 1]! * by[d + 1]!;
    }
    if (dimensions % 2 === 1) odd += values[start + dimensions - 1]! * by[dimensions - 1]!;
    into[i] = even + odd;
  }
}

/** The centroid of least angle for each point. */
export function nearest(points: Points, centroids: Points): Int32Array {
  const products = new Float64Array(centroids.count);
  return Int32Array.from({ length: points.count }, (_, i) => {
    multiply(centroids, vector(points, i), products);
    let best = 0;
    for (let c = 1; c < products.length; c++) if (products[c]! > products[best]!) best = c;
    return best;
  });
}

function recentre(points: Points, clusterOf: Int32Array, centroids: Points): void {
  const { dimensions, count } = centroids;
  const sums = { values: new Float32Array(count * dimensions), dimensions, count };
  for (let i = 0; i < points.count; i++) {
    const from = i * dimensions;
    const to = clusterOf[i]! * dimensions;
    for (let d = 0; d < dimensions; d++) sums.values[to + d]! += points.values[from + d]!;
  }
  normalise(sums);
  for (let cluster = 0; cluster < count; cluster++) {
    const own = vector(sums, cluster);
    if (own.some((value) => value !== 0)) centroids.values.set(own, cluster * dimensions);
  }
}

/** Brings every point to length one, in place. */
export function normalise(points: Points): void {
  for (let i = 0; i < points.count; i++) {
    const own = vector(points, i);
    const length = Math.hypot(...own);
    if (length > 0) for (let d = 0; d < own.length; d++) own[d]! /= length;
  }
}
