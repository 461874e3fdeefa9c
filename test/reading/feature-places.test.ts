import { describe, expect, it } from 'vitest';
import { FeaturePlaces } from '../../src/reading/perceptron/feature-places.ts';
import { hashText } from '../../src/reading/perceptron/hash.ts';

describe('places of features', () => {
  it.each([0, 1, 2, 15, 3_000])('no two of %i features have the same', (count) => {
    const features = Int32Array.from({ length: count }, (_, i) => hashText(`feature ${i}`));
    const places = new FeaturePlaces(features);
    const taken = new Set(Array.from(features, (feature) => places.of(feature)));
    expect(taken.size).toBe(count);
    for (const place of taken) expect(place).toBeLessThan(places.size);
  });

  it('a feature given twice is an error', () => {
    expect(() => new FeaturePlaces(Int32Array.of(7, 8, 7))).toThrow('the same feature twice');
  });
});
