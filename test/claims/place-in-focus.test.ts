import { expect, test } from 'vitest';
import { isResolved } from '../../src/domain/index.ts';
import { claimsIn } from './read.ts';

const told = (body: string) =>
  claimsIn(body)
    .filter(({ kind }) => /^control\.(captured|recaptured|held|withdrawn)$/.test(kind))
    .map(({ kind, place }) =>
      [kind.slice('control.'.length), isResolved(place) ? place.name : `?${place.text}`].join(' '),
    );

// Each was told of the place that only says where somebody speaks from, or of another country.
test.each([
  [
    'M23 rebels entered Goma on Sunday. A UN spokesman in New York said the airport had been seized.',
    ['captured Goma'],
  ],
  [
    'The Taliban attacked Spin Boldak. A Pakistani official stationed in Chaman said the group now holds the post.',
    ['captured Spin Boldak'],
  ],
  [
    'Afghan special forces tried to retake Spin Boldak on Friday. Both camps told their own story: officials in Kandahar said the town had been cleared.',
    ['recaptured Spin Boldak'],
  ],
  [
    'Gunmen entered Qala-e-Naw in Badghis on Wednesday, the first attempt on a capital since Washington began its pull-out. The Taliban seized the police headquarters.',
    ['captured Qala-e Naw'],
  ],
  [
    'Taliban fighters overran Shir Khan Bandar, Afghanistan’s main crossing into Tajikistan. Their spokesman confirmed the seizure of the crossing.',
    ['captured Sher Khan Bandar', 'captured Sher Khan Bandar'],
  ],
])('what is told is told of the place that the text is about: %s', (body, wanted) => {
  expect(told(body)).toEqual(wanted);
});
