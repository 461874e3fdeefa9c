import { describe, expect, test } from 'vitest';
import { claimsIn, line } from './read.ts';

/** Who is said to hold which place. */
const heldIn = (body: string) =>
  claimsIn(body)
    .filter(({ kind, polarity }) => kind === 'control.held' && polarity === 'positive')
    .map(({ actor, place }) => `${actor?.name} ${'id' in place ? place.name : place.text}`);

describe('an attack that is beaten off', () => {
  for (const [body, held] of [
    ['The army halted an assault by the RSF on El Fasher.', 'Sudanese army El Fasher'],
    ['The attack of the RSF on El Fasher was thrown back by the army.', 'Sudanese army El Fasher'],
    ['The RSF attack on El Fasher failed.', 'Sudanese government El Fasher'],
    ['Russian attacks near Bakhmut were repulsed, the General Staff said.', 'Ukraine Bakhmut'],
    [
      'Islamic State fighters attacked Kirkuk but were fought off by Kurdish forces.',
      'Peshmerga Kirkuk',
    ],
    [
      'Fighting continued around Toretsk, where Ukrainian forces beat back four assaults.',
      'Ukrainian forces Toretsk',
    ],
    [
      'M23 rebels attacked Walikale on Monday, but the army repelled them.',
      'Congolese army Walikale',
    ],
    [
      'RSF fighters shelled Babanusa. The army said a fresh assault on the West Kordofan town had been beaten off.',
      'Sudanese army Babanusa',
    ],
    ['M23 fighters repelled Congolese soldiers who attacked Walikale.', 'M23 Walikale'],
  ] as const)
    test(body, () => {
      expect(heldIn(body)).toEqual([held]);
    });

  for (const body of [
    'The RSF halted its attack on El Fasher after talks.',
    'The United Nations urged Sudan to stop the RSF attack on El Fasher.',
    'The army failed to stop the RSF attack on El Fasher.',
    'Police in Goma foiled a bank robbery on Monday.',
    'The government in Kabul thwarted an attempt by the opposition to block the budget.',
    'Air defence forces repelled a Russian missile attack on Kyiv, the mayor said.',
    'The army stopped a bus in Goma and arrested two men.',
  ])
    test(`not: ${body}`, () => {
      expect(heldIn(body)).toEqual([]);
    });
});

test('what is said of an attack that was beaten off is not said twice', () => {
  const claims = claimsIn('Ukrainian forces repelled Russian attacks on Bakhmut.');
  expect(claims.filter(({ kind }) => kind !== 'control.held').map(line)).toEqual([]);
});
