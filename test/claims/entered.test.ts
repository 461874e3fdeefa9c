import { describe, expect, test } from 'vitest';
import { claimsIn, line } from './read.ts';

const kinds = (text: string) =>
  claimsIn(text)
    .filter(({ actor }) => actor?.id === 'm23')
    .map(({ kind }) => kind);

describe('an entry is a capture only where the others left or nobody resisted', () => {
  test.each([
    'M23 rebels moved into Goma on Monday, and the army fled.',
    'M23 rebels entered Goma on Monday. The army had left the town in the night.',
    'M23 rebels entered Goma on Monday without a shot being fired.',
    'M23 rebels entered the city of Goma on Wednesday and now control it.',
  ])('%s', (text) => {
    expect([text, kinds(text).includes('control.captured') || claimsIn(text).map(line)]).toEqual([
      text,
      true,
    ]);
  });

  // Troops that are shot at do not march.
  test.each([
    ['M23 rebels marched into Goma on Monday.', true],
    ['M23 rebels swept into Goma on Monday.', true],
    ['M23 rebels poured into Goma with hardly any resistance.', true],
    ['M23 rebels drove into Goma on Monday. The army fought them in the city.', false],
    [
      'M23 rebels marched into Goma. Officials say government forces hold the airport of Goma.',
      false,
    ],
    [
      'M23 rebels entered Goma on Monday.\n\nIt rained.\n\nThe army had left the city by then.',
      true,
    ],
    ['Goma was taken, and M23 held it until the army drove them off. Bukavu is quiet.', true],
  ])('%s', (text, expected) => {
    expect([text, kinds(text).some((kind) => /captured/.test(kind))]).toEqual([text, expected]);
  });

  // Those who come to their own were once told to fight for a town of others.
  test.each([
    ['M23 rebels entered Goma on Monday, lifting the siege of the city.', ['control.held']],
    ['M23 rebels entered Goma after having broken the army siege.', ['control.held']],
    ['M23 rebels entered Goma on Monday in a bid to break the siege.', ['control.contested']],
  ])('%s', (text, expected) => {
    expect(kinds(text).filter((kind) => kind !== 'control.besieged')).toEqual(expected);
  });

  test.each([
    'M23 rebels entered Goma on Monday.',
    'M23 rebels entered Goma on Monday, and the army fought them in the city. Soldiers fled to Sake.',
    'M23 rebels entered Goma on Monday, but they did not hold the city.',
    'M23 rebels entered Goma on Monday. The army may leave the town.',
    'M23 rebels attacked Goma on Monday, and the army fled.',
  ])('%s', (text) => {
    expect([text, kinds(text).includes('control.captured')]).toEqual([text, false]);
  });
});
