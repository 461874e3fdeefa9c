import { expect, test } from 'vitest';
import { isResolved } from '../../src/domain/index.ts';
import { claimsIn } from './read.ts';

const told = (body: string) =>
  claimsIn(body)
    .filter(({ kind }) => /^control\.(captured|held|withdrawn)$/.test(kind))
    .map(({ kind, place }) =>
      [kind.slice('control.'.length), isResolved(place) ? place.name : `?${place.text}`].join(' '),
    );

// Each was told of the town named before, and so drawn on the map where nobody had put it.
test.each([
  [
    'Fighting raged near Goma. On Friday M23 rebels reached Kavumu, whose airport they seized at dawn.',
    ['captured ?Kavumu'],
  ],
  [
    'Fighting raged near Goma. The army also lost the camp of Rumangabo, which M23 had attacked.',
    ['captured ?Rumangabo'],
  ],
  [
    'Russian troops advanced near Kharkiv and in Vovchansk, half of which is said to be in Russian hands.',
    ['held Vovchansk'],
  ],
  [
    'The Taliban attacked Kandahar. They have taken Sarposa prison. They hold Martyrs\u2019 Square.',
    ['captured Kandahar', 'held Kandahar'],
  ],
  [
    'The Taliban fought in Sheberghan. Kunduz, most of which is in their hands, was quiet.',
    ['held Kunduz'],
  ],
])('a site or part is of the place that its words name: %s', (body, wanted) => {
  expect(told(body)).toEqual(wanted);
});

test('"the town" is not where an airport was taken, but what the text is about', () => {
  expect(
    told(
      'M23 rebels marched on Bukavu, two days after they seized the airport at Kavumu. The governor said the town was still in army hands.',
    ),
  ).toEqual(['captured ?Kavumu', 'held Bukavu']);
});

test('an alliance named by its name is that one, whatever the tree makes of it', () => {
  const [claim] = claimsIn('Fighters of the AFC/M23 alliance paraded through Bukavu on Sunday.');
  expect(claim?.actor?.id).toBe('alliance-fleuve-congo');
});
