import { expect, test } from 'vitest';
import { Logistic } from '../../src/reading/perceptron/logistic.ts';
import { minimise } from '../../training/minimise.ts';
import { type Choice, CHOICE_UNIT, trainChoices } from '../../training/train-choices.ts';

test('the least of a bent valley is found', () => {
  const weights = Float64Array.of(-1.2, 1);
  minimise(
    weights,
    ([x = 0, y = 0], gradient) => {
      gradient[0] = -2 * (1 - x) - 40 * x * (y - x * x);
      gradient[1] = 20 * (y - x * x);
      return (1 - x) ** 2 + 10 * (y - x * x) ** 2;
    },
    200,
  );
  expect(weights[0]).toBeCloseTo(1, 1);
  expect(weights[1]).toBeCloseTo(1, 1);
});

const [KILLER, BYSTANDER, PLAIN] = [101, 102, 103];
const thing = (...mentions: readonly number[]) => ({
  whole: Int32Array.of(PLAIN),
  mentions: mentions.map((feature) => Int32Array.of(feature)),
});

const choices: readonly Choice[] = Array.from({ length: 20 }, (_, i) =>
  i % 2 === 0
    ? {
        things: [thing(BYSTANDER), thing(BYSTANDER, KILLER)],
        none: Float64Array.of(0),
        right: [[new Set([1])]],
      }
    : {
        things: [thing(BYSTANDER), thing(BYSTANDER)],
        none: Float64Array.of(1),
        right: [[]],
      },
);

test('one mention that tells is enough, and none is chosen where the report says so', () => {
  const options = { questions: 1, penalty: 0.1, steps: 50, least: 2, smallest: CHOICE_UNIT };
  const { arrays, none } = trainChoices(choices, options);
  const weights = new Logistic(arrays, 1, CHOICE_UNIT);
  const of = (feature: number) => weights.sums(Int32Array.of(feature))[0]!;
  expect(of(KILLER)).toBeGreaterThan(of(BYSTANDER) + 0.5);
  expect(none[0]![0]).toBeGreaterThan(0.5);
});

test('where the key has fillers that nothing names, nothing is learnt', () => {
  const unknown = choices.map((choice) => ({ ...choice, right: [null] }));
  const options = { questions: 1, penalty: 0.1, steps: 50, least: 2, smallest: CHOICE_UNIT };
  expect(trainChoices(unknown, options).arrays['weights']).toHaveLength(0);
});
