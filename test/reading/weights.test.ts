import { describe, expect, it } from 'vitest';
import { frozenWeights } from '../../src/reading/perceptron/frozen-weights.ts';
import { seededRandom } from '../../bench/random.ts';

/** Rows of every length, with weights up to the edges of a byte. */
function randomRows(seed: number, classCount: number) {
  const random = seededRandom(seed);
  return Array.from({ length: 400 }, (_, row) => {
    const chance = random();
    const pairs = Array.from({ length: classCount }, (_, label) => label)
      .filter((label) => random() < chance || (row === 0 && label === classCount - 1))
      .map((label) => [label, Math.floor(random() * 255) - 127] as const);
    return { feature: (row + 1) * 7919, pairs };
  }).filter(({ pairs }) => pairs.length > 0);
}

describe('weights', () => {
  it.each([1, 2, 5, 6, 23])('of %i classes add up to what the rows found say', (classCount) => {
    for (const seed of [1, 2, 3]) {
      const rows = randomRows(seed, classCount);
      const pairs = rows.flatMap((row) => row.pairs);
      const weights = frozenWeights({
        features: Int32Array.from(rows, ({ feature }) => feature),
        lengths: Uint8Array.from(rows, (row) => row.pairs.length),
        classes: Uint8Array.from(pairs, ([label]) => label),
        weights: Int8Array.from(pairs, ([, weight]) => weight),
      });
      for (const count of [0, 1, 5, 190]) {
        const asked = rows.slice(0, count);
        const features = Int32Array.from([5, ...asked.map(({ feature }) => feature)]);
        const scores = weights.newScores(classCount);
        weights.score(features, features.length, scores);
        const expected = Array.from({ length: classCount }, (_, label) =>
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
