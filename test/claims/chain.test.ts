import { expect, test } from 'vitest';
import { claimsIn } from './read.ts';

/** Who tells each claim, in order. */
const chains = (body: string) =>
  claimsIn(body).map(({ chain }) => chain.map(({ name }) => name).join(' – '));

test('an outlet that was told something stands in the chain once', () => {
  expect(chains('Residents told Example Wire that rebels had taken Goma.')).toEqual([
    'Residents – Example Wire',
  ]);
});

test('what a happening is dated by is not what the source says', () => {
  const said = 'Officials said that Kunduz was captured by the Taliban on Sunday';
  expect(chains(`${said}, hours after they took Zaranj.`)).toEqual([
    'Officials – Example Wire',
    'Example Wire',
  ]);
});

test('a full name and a colon within a paragraph open what that person says', () => {
  const lawmaker = 'A lawmaker said that Kunduz was lost.';
  expect(chains(`${lawmaker} Hamid Karimi: the rebels have taken control of Goma.`)).toEqual([
    'lawmaker – Example Wire',
    'Hamid Karimi – Example Wire',
  ]);
  expect(chains(`${lawmaker} Lashkar Gah: fighting in the city.`).at(-1)).toBe('Example Wire');
});
