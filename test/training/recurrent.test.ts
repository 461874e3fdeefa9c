import { expect, test } from 'vitest';
import type { RecurrentInput } from '../../src/reading/speech/learned/recurrent.ts';
import {
  recurrentLayout,
  type RecurrentShape,
} from '../../src/reading/speech/learned/recurrent-layout.ts';
import { seededRandom } from '../../training/random.ts';
import { type RecurrentExample, RecurrentLearner } from '../../training/recurrent-learner.ts';

const SHAPE: RecurrentShape = {
  units: 8,
  dimensions: 2,
  categories: 4,
  labels: 6,
  upper: 2,
  beside: 2,
};
const VECTORS = { dimensions: 2, values: Int8Array.of(30, -20, 10, 50, -40, 5), rows: new Map() };
const INPUT: RecurrentInput = {
  length: 4,
  cue: 1,
  words: Int32Array.of(0, 1, -1, 0),
  cueWord: 1,
  categories: Int32Array.of(0, 1, 2, -1, 3, 0, 1, 1),
  common: Int32Array.of(2),
};
const LABELS = Uint8Array.of(1, 5, 3, 4);
/** Leaves nothing out. */
const KEEPS_ALL = () => 0.99;

function learnerOf(weights: Float32Array) {
  return new RecurrentLearner(SHAPE, weights.slice(), VECTORS);
}

/** Asked about two words, as a whole sentence is. */
const EXAMPLE: RecurrentExample = {
  input: INPUT,
  asked: [
    { place: 1, beside: [0, -1], isCue: 1 },
    { place: 3, beside: [2, 1], isCue: 0 },
  ],
  labels: LABELS,
};
/** The gates are looked up in steps of 1/256: a change has to cross many. */
const CHANGE = 0.1;

test('the slopes are those of the loss, in every part of the weights', () => {
  const random = seededRandom(4);
  const { size, width: _width, states: _states, ...parts } = recurrentLayout(SHAPE);
  const weights = Float32Array.from({ length: size }, () => random() - 0.5);
  const lossWith = (index: number, change: number) => {
    const changed = weights.slice();
    changed[index]! += change;
    return learnerOf(changed).learn(EXAMPLE, KEEPS_ALL);
  };
  const learner = learnerOf(weights);
  learner.learn(EXAMPLE, KEEPS_ALL);
  const slopes = learner.gradientOfBatch();
  const measured = slopes.map(
    (_, index) => (lossWith(index, CHANGE) - lossWith(index, -CHANGE)) / (2 * CHANGE),
  );
  const ends = [...Object.values(parts), size].sort((a, b) => a - b);
  for (const [part, from] of Object.entries(parts)) {
    const to = ends.find((end) => end > from)!;
    const [mine, theirs] = [slopes.subarray(from, to), measured.subarray(from, to)];
    const away = mine.reduce((sum, slope, k) => sum + (slope - theirs[k]!) ** 2, 0);
    expect(Math.sqrt(away), `slopes of ${part}`).toBeLessThan(0.1 * Math.sqrt(dot(theirs, theirs)));
  }
});

const dot = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, k) => sum + value * b[k]!, 0);
