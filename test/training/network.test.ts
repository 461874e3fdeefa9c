import { expect, test } from 'vitest';
import { layoutOf, Network } from '../../src/reading/speech/learned/network.ts';
import { SlotSums } from '../../src/reading/perceptron/slot-sums.ts';
import { addGradient, trainNetwork } from '../../training/train-network.ts';
import { seededRandom } from '../../training/random.ts';

const shape = { slots: 2, dimensions: 3, numbers: 2, categories: 4, hidden: 5, upper: 3 };
const vectors = {
  dimensions: 3,
  values: Int8Array.of(40, -20, 10, -30, 25, 5),
  rows: new Map<number, number>(),
};
const input = {
  slots: Int32Array.of(0, -1),
  numbers: Float32Array.of(0.5, -1),
  categories: Int32Array.of(0, 3),
};

test('the gradient of the network is the slope of its loss', () => {
  const random = seededRandom(7);
  const weights = Float32Array.from({ length: layoutOf(shape).size }, () => random() - 0.5);
  const network = new Network(shape, weights, new SlotSums(shape, weights, vectors));
  const kept = new Float32Array(shape.hidden).fill(1);
  const loss = () => Math.log(1 + Math.exp(-network.score(input, kept)));
  const gradient = new Float32Array(weights.length);
  const slope = 1 / (1 + Math.exp(-network.score(input, kept))) - 1;
  addGradient(network, input, { slope, kept, gradient });
  for (let i = 0; i < weights.length; i++) {
    const was = weights[i]!;
    weights[i] = was + 1e-3;
    const above = loss();
    weights[i] = was - 1e-3;
    const below = loss();
    weights[i] = was;
    expect(gradient[i], `weight ${i}`).toBeCloseTo((above - below) / 2e-3, 3);
  }
});

test('it learns what no sum of its inputs can say', () => {
  const either = [
    [-1, -1, 0],
    [-1, 0, 1],
    [0, -1, 1],
    [0, 0, 0],
  ] as const;
  const examples = Array.from({ length: 1600 }, (_, i) => either[i % 4]!).map(([a, b, label]) => ({
    input: { ...input, slots: Int32Array.of(a, b), categories: new Int32Array(0) },
    label,
  }));
  const options = { epochs: 60, seed: 1, log: () => undefined };
  const wide = { ...shape, hidden: 16 };
  const network = trainNetwork(examples, { shape: wide, vectors }, options);
  const right = examples.filter(
    (example) => Number(network.score(example.input) > 0) === example.label,
  );
  expect(right.length).toBe(examples.length);
});
