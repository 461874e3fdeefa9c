import { expect, test } from 'vitest';
import { BoostedTrees } from '../../src/reading/speech/learned/trees.ts';
import { seededRandom } from '../../training/random.ts';
import { trainTrees } from '../../training/train-trees.ts';

const random = seededRandom(11);
const examples = Array.from({ length: 2000 }, () => {
  const numbers = Float32Array.from([random(), random(), random()]);
  return { numbers, label: numbers[0]! < 0.5 === numbers[1]! < 0.3 ? 1 : 0 };
});

test('the trees learn what no sum of their numbers can say', () => {
  const trees = new BoostedTrees(trainTrees(examples, 1));
  const unseen = Array.from({ length: 500 }, () =>
    Float32Array.from([random(), random(), random()]),
  );
  const right = unseen.filter(
    (numbers) => trees.score(numbers) > 0 === (numbers[0]! < 0.5 === numbers[1]! < 0.3),
  );
  expect(right.length).toBeGreaterThan(470);
});

test('the same seed gives the same trees', () => {
  expect(trainTrees(examples, 3)).toEqual(trainTrees(examples, 3));
});

test('trees cut short are refused', () => {
  const { asked, cuts, leaves } = trainTrees(examples.slice(0, 200), 1);
  expect(() => new BoostedTrees({ asked, cuts, leaves: leaves.subarray(16) })).toThrow(RangeError);
});
