import { describe, expect, it } from 'vitest';
import { SparseWeights } from '../../src/reading/perceptron/weights.ts';
import { seededRandom } from '../../bench/random.ts';

const CLASSES = 23;

/** Rows of every length, with weights up to the edges of a byte. */
function randomRows(seed: number) {
  const random = seededRandom(seed);
  return Array.from({ length: 400 }, (_, row) => {
    const chance = random();
    const pairs = Array.from({ length: CLASSES }, (_, label) => label)
      .filter((label) => random() < chance || (row === 0 && label === CLASSES - 1))
      .map((label) => [label, Math.floor(random() * 255) - 127] as const);
    return { feature: (row + 1) * 7919, pairs };
  }).filter(({ pairs }) => pairs.length > 0);
}

describe('weights', () => {
  it('add up to what the rows of the features found say, long rows and short', () => {
    for (const seed of [1, 2, 3]) {
      const rows = randomRows(seed);
      const pairs = rows.flatMap((row) => row.pairs);
      const weights = new SparseWeights({
        features: Int32Array.from(rows, ({ feature }) => feature),
        lengths: Uint8Array.from(rows, (row) => row.pairs.length),
        classes: Uint8Array.from(pairs, ([label]) => label),
        weights: Int8Array.from(pairs, ([, weight]) => weight),
      });
      for (const count of [0, 1, 5, 190]) {
        const asked = rows.slice(0, count);
        const features = Int32Array.from([5, ...asked.map(({ feature }) => feature)]);
        const scores = weights.newScores(CLASSES);
        weights.score(features, features.length, scores);
        const expected = Array.from({ length: CLASSES }, (_, label) =>
          asked
            .flatMap((row) => row.pairs)
            .reduce((sum, [one, weight]) => sum + (one === label ? weight : 0), 0),
        );
        expect([...scores], `seed ${seed}, ${count} rows`).toEqual(expected);
        const early = Math.ceil(features.length / 3);
        weights.score(features, early, scores);
        weights.score(features, features.length, scores, early);
        expect([...scores], `seed ${seed}, ${count} rows in two parts`).toEqual(expected);
      }
    }
  });
});
