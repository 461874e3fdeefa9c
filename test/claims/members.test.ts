import { describe, expect, test } from 'vitest';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { claimsIn } from './read.ts';

const placed = ({ place }: Claim) => (isResolved(place) ? place.name : `?${place.text}`);
const places = (body: string, kind: string) =>
  claimsIn(body)
    .filter((claim) => claim.kind === kind)
    .map(placed)
    .sort();

describe('some of a class are named', () => {
  // Only "nine capitals, including Kunduz" was told, as a place that nobody knows, in Kunduz.
  test.each([
    [
      'The insurgents have taken large cities including Mosul and Tikrit.',
      ['?large cities', 'Mosul', 'Tikrit'],
    ],
    [
      'The capitals taken so far, including Kandahar, Herat and Ghazni, are large.',
      ['?capitals', 'Ghazni', 'Herat', 'Kandahar'],
    ],
    [
      'The Taliban captured several districts in Badakhshan, notably Warduj and Yamgan.',
      ['?districts in Badakhshan', 'Warduj', 'Yamgan'],
    ],
  ])('%s', (body, wanted) => {
    expect(places(body, 'control.captured')).toEqual(wanted);
  });

  test('"such as" names those that are held', () => {
    const held = places(
      'Russian forces hold towns such as Melitopol and Berdyansk.',
      'control.held',
    );
    expect(held).toEqual(['?towns', 'Berdiansk', 'Melitopol']);
  });

  // Goma was nine towns, too.
  test('how many they are is told of the class alone', () => {
    const claims = claimsIn('The rebels captured nine towns, including Goma and Bukavu.');
    expect(claims.map((claim) => [placed(claim), claim.amounts.length])).toEqual([
      ['?nine towns', 1],
      ['Goma', 0],
      ['Bukavu', 0],
    ]);
  });

  test('what some of them lie near is none of them', () => {
    const body = 'The Taliban captured nine towns, including two near Herat, officials said.';
    expect(places(body, 'control.captured')).not.toContain('Herat');
  });
});
