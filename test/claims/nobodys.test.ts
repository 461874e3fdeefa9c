import { expect, test } from 'vitest';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { resources } from './read.ts';

const told = (body: string, published: string) =>
  readReport(reportOf(body, { title: null, outlet: 'Example Wire', published }), resources)
    .claims.filter(({ kind }) => kind.startsWith('control.'))
    .map(({ kind, actor, place, polarity }: Claim) =>
      [
        kind.slice('control.'.length),
        actor?.side ?? actor?.id ?? actor?.name ?? '-',
        isResolved(place) ? place.name : `?${place.text}`,
        ...(polarity === 'negative' ? ['not'] : []),
      ].join(' '),
    );

/** Each was once a move of the side that the next sentence names. */
test.each([
  ['Nearly everyone has crossed into Mizoram.', 'The Arakan Army captured Paletwa last week.'],
  ['Those who reached Adré spoke of killings.', 'The RSF captured El Geneina last week.'],
  [
    'A helicopter with the president on board was hit as it approached the airport of Goma.',
    'M23 rebels captured Sake last week.',
  ],
  [
    'The semi-final against Senegal, which they lost 3-1, is talked of in Goma.',
    'M23 rebels captured Sake last week.',
  ],
  ['The franc lost one percent in Goma.', 'M23 rebels captured Sake last week.'],
])('people, cars and scores take no town: %s', (first, next) => {
  const alone = told(next, '2024-09-10');
  expect(alone).toHaveLength(1);
  expect(told(`${first} ${next}`, '2024-09-10')).toEqual(alone);
});

test.each([
  ['The claim that Hsenwi has been taken by the TNLA is fabricated.', '2024-09-10'],
  ['Reports that Hsenwi has been taken by the TNLA are bogus, the army said.', '2024-09-10'],
  ['The insinuation that Hsenwi has been taken by the TNLA is false.', '2024-09-10'],
])('found false: %s', (body, published) => {
  expect(told(body, published)).toEqual(['captured ta-ang-national-liberation-army Hsenwi not']);
});

/** Nobody was told to have gained, or the army of the country that the places lie in. */
test.each([
  [
    'The Rapid Support Forces proclaimed the liberation of Babanusa.',
    '2023-11-20',
    ['recaptured rapid-support-forces Babanusa'],
  ],
  [
    'Bailundo has been wrested from UNITA, the armed forces announced.',
    '1999-10-20',
    ['captured angola-government Bailundo'],
  ],
  [
    'The Yugoslav army has besieged Dubrovnik. Slano, a village on the coast, has been overrun.',
    '1991-10-20',
    ['besieged yugoslavia-government Dubrovnik', 'captured yugoslavia-government Slano'],
  ],
  [
    'Chadian rebels promised a second assault on Abéché.',
    '2006-11-20',
    ['contested chadian-rebels Abéché'],
  ],
])('whose it is: %s', (body, published, wanted) => {
  expect(told(body, published)).toEqual(wanted);
});
