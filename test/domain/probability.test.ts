import { expect, test } from 'vitest';
import { probabilityText } from '../../src/domain/index.ts';
import { fixedPercent, percent } from '../../web/parts/words.ts';

test.each([
  [0.87, '0.87', '87 %'],
  [0.05, '0.05', '5 %'],
  [0.994, '0.99', '99 %'],
  [0.996, '>0.99', '> 99 %'],
  [1, '>0.99', '> 99 %'],
  [0.006, '0.01', '1 %'],
  [0.004, '<0.01', '< 1 %'],
  [0, '<0.01', '< 1 %'],
])('nothing is written as certain: %d', (probability, text, onPage) => {
  expect(probabilityText(probability)).toBe(text);
  expect(percent(probability).replaceAll('\u00a0', ' ')).toBe(onPage);
});

test('but what a user has fixed may be all or nothing', () => {
  const shown = [0, 0.004, 0.4, 0.996, 1].map((share) =>
    fixedPercent(share).replaceAll('\u00a0', ' '),
  );
  expect(shown).toEqual(['0 %', '< 1 %', '40 %', '> 99 %', '100 %']);
});
