import { describe, expect, test } from 'vitest';
import {
  classLayout,
  ClassNetwork,
  packNetwork,
  unpackNetwork,
} from '../../src/reading/perceptron/class-network.ts';
import { FrozenClassNetwork } from '../../src/reading/perceptron/frozen-class-network.ts';
import { SlotSums } from '../../src/reading/perceptron/slot-sums.ts';
import { seededRandom } from '../../bench/random.ts';
import { trainClassNetwork } from '../../training/train-class-network.ts';

const shape = { slots: 1, dimensions: 2, categories: 2, hidden: 8, classes: 2 };
const vectors = { dimensions: 2, values: Int8Array.of(32, 0, 0, 32), rows: new Map() };
const example = (word: number, category: number) => ({
  input: { slots: Int32Array.of(word), categories: Int32Array.of(category, -1) },
  candidates: [0, 1],
  scores: [0, 0],
  right: word === category ? [1, 0] : [0, 1],
});

describe('network of classes', () => {
  test('learns what neither word nor category tells alone', () => {
    const cases = [0, 1].flatMap((word) => [0, 1].map((category) => example(word, category)));
    const many = Array.from({ length: 800 }, () => cases).flat();
    const { network } = trainClassNetwork(
      many,
      { shape, vectors },
      { epochs: 6, seed: 1, log: () => {} },
    );
    for (const { input, right } of cases) {
      network.read(input);
      expect(network.score(0) > network.score(1)).toBe(right[0] === 1);
    }
  });

  test('keeps its answers when weights are packed and sums remembered', () => {
    const random = seededRandom(3);
    const weights = Float32Array.from({ length: classLayout(shape).size }, () => random() - 0.5);
    const { step, bytes } = packNetwork(weights);
    const plain = new ClassNetwork(shape, weights, new SlotSums(shape, weights, vectors));
    const packed = unpackNetwork(bytes, { step });
    const frozen = new FrozenClassNetwork(shape, packed, vectors);
    for (const word of [0, 1, 0]) {
      plain.read(example(word, 1).input);
      frozen.read(example(word, 1).input);
      expect(frozen.score(1)).toBeCloseTo(plain.score(1), 1);
    }
  });
});
