import { expect, test } from 'vitest';
import { claimsIn } from './read.ts';

/** "kind place (level): part" of each claim about control. */
const control = (body: string) =>
  claimsIn(body).flatMap(({ kind, place, facility }) =>
    kind.startsWith('control.') && 'id' in place
      ? [`${kind.slice(8)} ${place.name} (${place.precision}): ${facility ?? ''}`]
      : [],
  );

test('those who hold a town are no part of it', () => {
  expect(control('The Taliban entered Kunduz. Government forces left their positions.')).toContain(
    'withdrawn Kunduz (settlement): ',
  );
});

test('a site whose name says where it lies is not the whole town', () => {
  expect(control('Forces at Bagram air base have surrendered to the Taliban.')).toEqual([
    'surrendered Bagram (settlement): Bagram air base',
  ]);
});

test('what is called a province in passing is one, and "the province" after a town is the one around it', () => {
  expect(control('Balkh, the last northern province, fell to the Taliban on Saturday.')).toEqual([
    'captured Balkh (province): ',
  ]);
  expect(
    control(
      'The Taliban entered Jalalabad in the morning, and the province was handed over to them.',
    ),
  ).toContain('surrendered Nangarhar (province): ');
});

test('what was done without fighting is no fighting', () => {
  expect(control('Jalalabad was handed over to the Taliban without fighting.')).toEqual([
    'surrendered Jalalabad (settlement): ',
  ]);
});

test('a large town is one, though the only other name in the text lies in another country', () => {
  expect(
    control('The Taliban captured Mazar-e-Sharif on Saturday, an official told Meridian.'),
  ).toEqual(['captured Mazar-i-Sharif (settlement): ']);
});
