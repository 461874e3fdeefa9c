import { expect, test } from 'vitest';
import { claimsIn } from './read.ts';

/** Who is said to hold, take or not to have taken which place. */
const told = (body: string) =>
  claimsIn(body)
    .filter(({ kind }) => /^control\.(?:held|captured)$/.test(kind))
    .map(({ kind, polarity, actor, place }) =>
      [
        polarity === 'negative' ? `not ${kind}` : kind,
        actor?.name,
        'id' in place ? place.name : place.text,
      ].join(' '),
    );

test.each([
  [
    'People in Nyala, which the RSF has controlled since October, said prices had doubled.',
    'control.held Rapid Support Forces Nyala',
  ],
  ['M23 fighters had Goma for five days.', 'control.held M23 Goma'],
  ['The Russians have held Melitopol since March.', 'control.held Russia Melitopol'],
  [
    'Arghandab has been back in Taliban hands for a fortnight, an elder said.',
    'control.held Taliban Arghandab',
  ],
  [
    'Russia denies its forces have been pushed out of Kupiansk, saying they remain in control of the city.',
    'control.held Russian forces Kupiansk',
  ],
  [
    'The Malian army and Wagner mercenaries have held Kidal since November 2023.',
    'control.held Malian army Kidal',
  ],
  [
    'Chadian soldiers still occupy the town of Gamboru, on the border with Cameroon.',
    'control.held Chadian soldiers Gamboru',
  ],
  [
    'M23 attacked Walikale on Monday. The Congolese army still has it.',
    'control.held FARDC Walikale',
  ],
  ['Bakhmut was and remains Ukrainian, Zelensky said.', 'control.held Ukraine Bakhmut'],
  ['Bakhmut is holding out, Zelensky said.', 'control.held Ukraine Bakhmut'],
  [
    'Ukraine denied Russian claims to have captured Bakhmut.',
    'not control.captured Russia Bakhmut',
  ],
  ['Kyiv denied Moscow’s claim to have taken Bakhmut.', 'not control.captured Russia Bakhmut'],
])('%s', (body, claim) => {
  expect(told(body)).toEqual([claim]);
});
