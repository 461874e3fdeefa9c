import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../bench/random.ts';
import { ClassNetwork, classLayout } from '../../src/reading/perceptron/class-network.ts';
import { FrozenClassNetwork } from '../../src/reading/perceptron/frozen-class-network.ts';
import { SlotSums } from '../../src/reading/perceptron/slot-sums.ts';
import { FrozenNetwork } from '../../src/reading/speech/learned/frozen-network.ts';
import { FrozenRecurrent } from '../../src/reading/speech/learned/frozen-recurrent.ts';
import { layoutOf, Network } from '../../src/reading/speech/learned/network.ts';
import { RecurrentNetwork } from '../../src/reading/speech/learned/recurrent.ts';
import { recurrentLayout } from '../../src/reading/speech/learned/recurrent-layout.ts';
import { kernelModule } from '../../scripts/kernel-module.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIMENSIONS = 6;
const WORDS = 40;

/** Made-up weights, vectors and choices from one seed. */
function madeUp(seed: number) {
  const random = seededRandom(seed);
  return {
    weights: (size: number) => Float32Array.from({ length: size }, () => random() - 0.5),
    vectors: {
      dimensions: DIMENSIONS,
      values: Int8Array.from({ length: WORDS * DIMENSIONS }, () => Math.floor(random() * 128) - 64),
      rows: new Map<number, number>(),
    },
    /** Numbers under `below`, every fourth missing. */
    some: (length: number, below: number) =>
      Int32Array.from({ length }, () => (random() < 0.25 ? -1 : Math.floor(random() * below))),
  };
}

test('the compiled kernel is what kernel/ says', () => {
  const shipped = readFileSync(join(ROOT, 'src/reading/perceptron/kernel-bytes.ts'), 'utf8');
  expect(shipped, 'npm run build makes it anew').toBe(kernelModule(ROOT));
});

describe('with the kernel', () => {
  test.each([1, 2, 3])('a network of classes answers as without (seed %i)', (seed) => {
    const { weights: made, vectors, some } = madeUp(seed);
    const shape = { slots: 3, dimensions: DIMENSIONS, categories: 9, hidden: 20, classes: 5 };
    const weights = made(classLayout(shape).size);
    const plain = new ClassNetwork(shape, weights, new SlotSums(shape, weights, vectors));
    const frozen = new FrozenClassNetwork(shape, weights, vectors);
    for (let round = 0; round < 200; round++) {
      const input = { slots: some(3, WORDS), categories: some(4, shape.categories) };
      plain.read(input);
      frozen.read(input);
      for (let label = 0; label < shape.classes; label++)
        expect(frozen.score(label)).toBeCloseTo(plain.score(label), 4);
    }
  });

  test.each([1, 2, 3])('a network of two layers answers as without (seed %i)', (seed) => {
    const { weights: made, vectors, some } = madeUp(seed);
    const sizes = { slots: 3, dimensions: DIMENSIONS, numbers: 4, categories: 9 };
    const shape = { ...sizes, hidden: 12, upper: 6 };
    const weights = made(layoutOf(shape).size);
    const plain = new Network(shape, weights, new SlotSums(shape, weights, vectors));
    const frozen = new FrozenNetwork(shape, weights, vectors);
    for (let round = 0; round < 200; round++) {
      const categories = some(5, shape.categories).filter((category) => category >= 0);
      const input = { slots: some(3, WORDS), numbers: made(4), categories };
      expect(frozen.score(input)).toBeCloseTo(plain.score(input), 4);
    }
  });

  test.each([1, 2, 3])('a recurrent network answers as without (seed %i)', (seed) => {
    const { weights: made, vectors, some } = madeUp(seed);
    const shape = {
      units: 8,
      dimensions: DIMENSIONS,
      categories: 11,
      labels: 6,
      upper: 4,
      beside: 2,
    };
    const weights = made(recurrentLayout(shape).size);
    const plain = new RecurrentNetwork(shape, weights, vectors);
    const frozen = new FrozenRecurrent(shape, weights, vectors);
    for (const length of [1, 2, 7, 40, 120]) {
      const input = {
        length,
        cue: length >> 1,
        words: some(length, WORDS),
        cueWord: some(1, WORDS)[0]!,
        categories: some(5 * length, shape.categories),
        common: some(3, shape.categories),
      };
      frozen.read(input);
      plain.read(input);
      for (let place = 0; place < length; place++)
        expect(frozen.oddsAt(place, [-1, 0])).toBeCloseTo(plain.oddsAt(place, [-1, 0]), 6);
      for (let k = 0; k < length * shape.labels; k++)
        expect(frozen.labels[k]).toBeCloseTo(plain.labels[k]!, 6);
    }
  });

  test('more rows than there is room for are an error, and not other rows', () => {
    const { weights: made, vectors } = madeUp(1);
    const shape = { slots: 3, dimensions: DIMENSIONS, categories: 9, hidden: 20, classes: 5 };
    const frozen = new FrozenClassNetwork(shape, made(classLayout(shape).size), vectors);
    const input = { slots: Int32Array.of(1, 2, 3), categories: new Int32Array(200) };
    expect(() => frozen.read(input)).toThrow(/at most 128 rows, saw 203/);
    const wide = { ...shape, slots: 40 };
    expect(() => new FrozenClassNetwork(wide, made(classLayout(wide).size), vectors)).toThrow(
      /at most 32 slots, saw 40/,
    );
  });
});
