import { expect, test } from 'vitest';
import { Logistic } from '../../src/reading/perceptron/logistic.ts';
import { frozenRows } from '../../training/frozen-rows.ts';
import { trainAnswers } from '../../training/train-answers.ts';

const [TELLS, ALWAYS, RARE] = [101, 102, 103];
const UNIT = 1 / 32;

const examples = Array.from({ length: 40 }, (_, i) => ({
  features: Int32Array.from([ALWAYS, ...(i % 4 === 0 ? [TELLS] : []), ...(i === 0 ? [RARE] : [])]),
  answers: Uint8Array.of(i % 4 === 0 ? 1 : 0, 1),
}));

test('each question is answered by what tells, and the shares come out', () => {
  const options = { questions: 2, penalty: 0.5, steps: 60, least: 2 };
  const weights = new Logistic(frozenRows(trainAnswers(examples, options), UNIT), 2, UNIT);
  const [without, always] = weights.probabilities(Int32Array.of(ALWAYS));
  const [with_] = weights.probabilities(Int32Array.of(ALWAYS, TELLS));
  expect(without).toBeLessThan(0.15);
  expect(with_).toBeGreaterThan(0.75);
  expect(always).toBeGreaterThan(0.9);
});

test('what is seen once is left out', () => {
  const { rows } = trainAnswers(examples, { questions: 2, penalty: 1, steps: 5, least: 2 });
  expect(rows.has(RARE)).toBe(false);
  expect(rows.has(TELLS)).toBe(true);
});
