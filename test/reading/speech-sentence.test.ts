import { expect, test } from 'vitest';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadSpeechRules } from '../../src/node/speech.ts';
import { contextOf } from '../../src/reading/speech.ts';
import { ruleAt } from '../../src/reading/speech/first-rule.ts';
import { atomsOf } from '../../src/reading/speech/learned/atoms.ts';
import { LABELS } from '../../src/reading/speech/learned/labels.ts';
import { RecurrentNetwork } from '../../src/reading/speech/learned/recurrent.ts';
import {
  recurrentLayout,
  type RecurrentShape,
} from '../../src/reading/speech/learned/recurrent-layout.ts';
import { MOST_PLACES } from '../../src/reading/speech/learned/role-context.ts';
import { ruledText } from '../../src/reading/speech/learned/sentence-input.ts';
import { BESIDE, pieceAt, sentenceOdds } from '../../src/reading/speech/learned/sentence-odds.ts';
import { parsed } from './parsed.ts';

const rules = await loadSpeechRules(packageRoot());
const SHAPE: RecurrentShape = {
  units: 8,
  dimensions: 2,
  categories: 7,
  labels: LABELS.length,
  upper: 2,
  beside: BESIDE,
};
/** Every hash is a category. */
const categories = { get: (hash: number) => Math.abs(hash % SHAPE.categories) };

function oddsIn(body: string) {
  const context = contextOf(parsed(body), [], rules);
  const { size } = recurrentLayout(SHAPE);
  const weights = Float32Array.from({ length: size }, (_, k) => Math.sin(12.9898 * (k + 1)));
  const vectors = { dimensions: 2, values: new Int8Array(100_000).fill(20), rows: new Map() };
  const network = new RecurrentNetwork(SHAPE, weights, vectors);
  const found = context.text.tokens.map((_token, index) => ruleAt(index, context));
  const text = ruledText(context, atomsOf(context), found);
  return { context, oddsAt: () => sentenceOdds(text, { network, categories }) };
}

test('the odds of a word are the same whatever was asked before', () => {
  const { context, oddsAt } = oddsIn('Officials said rebels denied it. Nobody believed them.');
  const forwards = oddsAt();
  const backwards = oddsAt();
  const indexes = context.text.tokens.map((_token, index) => index);
  const all = indexes.map(forwards);
  expect(indexes.toReversed().map(backwards).toReversed()).toEqual(all);
  expect(new Set(all).size).toBeGreaterThan(indexes.length / 2);
});

test('an endless sentence is read in pieces that hold each of its words once', () => {
  const { context, oddsAt } = oddsIn(`They took ${'one hill, '.repeat(120)}and then another.`);
  const odds = oddsAt();
  const [sentence] = context.text.sentences;
  expect(sentence!.last).toBeGreaterThan(2 * MOST_PLACES);
  for (let index = sentence!.first; index < sentence!.last; index++) {
    const { first, last } = pieceAt(context, index);
    expect(last - first).toBeLessThanOrEqual(MOST_PLACES);
    expect(first <= index && index < last).toBe(true);
    expect(odds(index)).not.toBeNaN();
  }
});
