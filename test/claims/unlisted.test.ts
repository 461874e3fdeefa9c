import { describe, expect, test } from 'vitest';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { claimsIn, line, read } from './read.ts';

const control = (body: string) =>
  claimsIn(body).filter(({ kind }) => /^control\.(captured|recaptured|held)$/.test(kind));
/** As the ledger keeps it: by its entry, or by the name that the report gives. */
const placed = ({ kind, place }: Claim) =>
  `${kind.slice('control.'.length)} ${isResolved(place) ? place.name : `?${place.text}`}`;

describe('places that the gazetteer does not have', () => {
  test('what is said to lie 400 km from somewhere is a place, and so is a town on a road', () => {
    const { reading } = read(
      'Quombaly, 400 km north of the capital, was quiet. Rebels took Zerikandu, a small town on the road to Goma. Zerikandu was quiet, too.',
    );
    const names = reading.mentions.flatMap((one) =>
      one.type === 'place' && !isResolved(one.place) ? [one.text] : [],
    );
    expect(names).toEqual(['Quombaly', 'Zerikandu', 'Zerikandu']);
  });

  test('a councillor of a town and a boy of a village are none', () => {
    const { reading } = read('Smithers, a town councillor, left. Oyegun, a village boy, ran.');
    expect(reading.mentions.filter(({ type }) => type === 'place')).toEqual([]);
  });

  // The capital in the dateline was read as taken.
  test('"the town" after one is that town by its name, and not the capital', () => {
    const claims = control(
      'BAMAKO, JAN 18 (TST) - MALIAN TROOPS HAVE RECAPTURED QUONNADU, THE ARMY SAID FRIDAY, EIGHT DAYS AFTER ISLAMISTS OVERRAN THE CENTRAL TOWN.',
    );
    expect(claims.map(placed)).toEqual(['recaptured ?QUONNADU', 'captured ?QUONNADU']);
  });

  test('nobody calls a city of millions "the town"', () => {
    const claims = control(
      'Halabja was quiet. Officials met in Baghdad. Islamic State captured the town on Monday.',
    );
    expect(claims.map(placed)).toEqual(['captured Halabja']);
  });

  test('a base by its own name is not the city that it lies 125 km from', () => {
    const claims = control(
      'Fighters left Tripoli on Monday. The GNA captures al-Watiya air base, 125 km south-west of Tripoli.',
    );
    expect(claims.map(placed)).toEqual(['captured ?al-Watiya']);
  });
});

test('a clash near a name that no list has is there', () => {
  const clashes = claimsIn('Rebels of M23 and the army clashed near Zerikandu on Monday.').filter(
    ({ kind }) => kind === 'clash',
  );
  expect(clashes.map(({ place }) => place.text)).toEqual(['Zerikandu']);
});

describe('names of places that no list has', () => {
  const told = (body: string) =>
    claimsIn(body)
      .filter(({ kind }) => kind.startsWith('control.'))
      .map(placed);
  test.each([
    // In a list with a town that is known, on either side of it.
    [
      'M23 captured Rutshuru and Zerikandu on Monday.',
      ['captured Rutshuru', 'captured ?Zerikandu'],
    ],
    [
      'Fighting resumed in Rutshuru and Zerikandu between M23 and the army.',
      ['contested Rutshuru', 'contested ?Zerikandu'],
    ],
    // The tree hung it on what follows.
    ['The army retook Um Zerik from the RSF.', ['recaptured ?Um Zerik']],
    ['M23 fighters attacked Zerikandu on Sunday.', ['contested ?Zerikandu']],
    // Alike, and a world away.
    ['M23 rebels took Numbi on Monday.', ['captured ?Numbi']],
    ['The army of Congo launched Operation Zerikandu against M23.', []],
  ])('%s', (body, expected) => {
    expect(told(body)).toEqual(expected);
  });
});

test('what takes ten months takes no country', () => {
  const claims = control('The battle of Bakhmut took Russia ten months.');
  expect(claims.map(line)).toEqual([]);
});

describe('places that the gazetteer has and the name tagger takes for people', () => {
  // Each was "no place of this name in the gazetteer", for the name tagger takes it for a person's.
  test.each([
    ['Russia captured Chasiv Yar on Tuesday.', 'captured Chasiv Yar'],
    // Named nowhere else in the text, and nothing else in Ukraine is.
    ['Avdiivka is now fully under Russian control.', 'captured Avdiivka'],
    ['Soledar was seized by Russian paratroopers on Friday.', 'captured Soledar'],
    ['Islam Qala fell to the Taliban on Thursday.', 'captured Islam Qala'],
    ['Taliban fighters seized Islam Qala, a crossing with Iran.', 'captured Islam Qala'],
  ])(
    'a name of several words that one country has is found though no other is named: %s',
    (body, wanted) => {
      expect(control(body).map(placed)).toEqual([wanted]);
    },
  );

  test('but who is captured is still a person', () => {
    expect(control('Colombian soldiers captured Alfonso Cano on Friday.')).toEqual([]);
  });
});
