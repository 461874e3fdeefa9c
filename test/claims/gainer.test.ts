import { describe, expect, test } from 'vitest';
import { claimsIn } from './read.ts';

/** Whose gain it is where the clause that tells of it names nobody. */
const CASES: readonly (readonly [string, string])[] = [
  [
    'The Russian defence ministry said on Sunday that the Ukrainian city of Bakhmut had been fully captured. Ukrainian forces have advanced and partly encircled Bakhmut.',
    'russia-government',
  ],
  [
    'M23 rebels are near Goma. A spokesman for M23 said that the city of Goma had been captured. The army of Congo still holds the airport.',
    'm23',
  ],
  [
    'The governor of Nimroz said that the city of Zaranj had been captured. Taliban fighters were seen in the streets.',
    'taliban',
  ],
  [
    'The Afghan defence ministry said that the city of Kunduz had been retaken. Taliban fighters had seized Kunduz on Sunday.',
    'afghanistan-government',
  ],
  [
    'The British defence ministry said that the Ukrainian city of Bakhmut had been captured. Russian troops entered Bakhmut in May.',
    'russia-government',
  ],
  // The one Russian troop that the report names is not who the ministry speaks for.
  [
    'The Russian defence ministry said that the Ukrainian city of Bakhmut had been captured. Putin congratulated the Wagner fighters.',
    'russia-government',
  ],
  [
    'Palmyra and its ruins changed hands in May. Islamic State is back in Palmyra. Iraqi forces inch closer to Mosul. The fall of Palmyra is a blow.',
    'islamic-state',
  ],
  [
    'Ukraine has left Avdiivka, in what will be Russia’s largest gain since it took Bakhmut.',
    'russia-government',
  ],
  [
    'Ukraine has left Avdiivka. That hands Moscow its largest gain since the fall of Bakhmut.',
    'russia-government',
  ],
];

describe('who gains', () => {
  test.each(CASES)('%s', (text, side) => {
    const gains = claimsIn(text).filter(
      ({ rule }) => /:(capture|fall)$/.test(rule) || rule.endsWith('recapture'),
    );
    expect(gains.map(({ actor }) => actor?.side ?? actor?.id)[0]).toBe(side);
  });
});

test('a capital that speaks is not besieged', () => {
  const claims = claimsIn('Ukrainian forces have partly encircled Bakhmut, Kyiv said.');
  expect(claims.filter(({ kind }) => kind === 'control.besieged').length).toBe(1);
});

// It made the fall of Ghazni a fall of Kabul, three days early.
test('a place that only a distance is measured from is not taken', () => {
  const text =
    'The Taliban captured the city of Ghazni, about 150 km southwest of Kabul, on Thursday, the tenth provincial capital they have seized in a week.';
  const gains = claimsIn(text).filter(({ kind }) => kind === 'control.captured');
  const places = gains.map(({ place }) => ('name' in place ? place.name : place.unresolved));
  expect(places).toContain('Ghazni');
  expect(places).not.toContain('Kabul');
});

test('where only the army of the country is named, a town that falls does so to whom it fights', () => {
  const [lost] = claimsIn('The Afghan army confirmed on Monday that Herat had fallen.');
  expect(lost).toMatchObject({
    kind: 'control.captured',
    place: { name: 'Herat' },
    actor: { id: 'taliban', reason: 'whom the state fights in those days' },
    inferred: { actor: 'whom the state fights in those days' },
  });
});

test('who stops an attempt to take a town holds it, and nobody has taken it', () => {
  const claims = claimsIn('The army foiled an attempt by Taliban fighters to seize Herat.');
  expect(claims.filter(({ kind }) => kind === 'control.captured')).toEqual([]);
  expect(claims).toMatchObject([
    { kind: 'control.held', polarity: 'positive', actor: { id: 'afghanistan-army' } },
  ]);
});

test('whose "rebels" are, where no word of the report tells, is inferred', () => {
  const [taken] = claimsIn('Rebels took Kunduz on Monday.');
  const reason = "whom such words mean in that country's war in those days";
  expect(taken).toMatchObject({ actor: { id: 'taliban', reason }, inferred: { actor: reason } });
  const [named] = claimsIn('Taliban fighters took Kunduz on Monday.');
  expect(named?.inferred).toBeUndefined();
});
