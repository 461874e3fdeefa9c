import { expect, test } from 'vitest';
import { resources } from './read.ts';
import { isResolved } from '../../src/domain/index.ts';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';

/** What is put between a side and what it does, and what is added to a list: text, claims about control. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  // The Taliban, subject of the clause before, had left the town that they entered.
  [
    'Taliban fighters entered Taluqan after government forces, besieged for two months, abandoned the capital of Takhar province.',
    ['captured | taliban | Taloqan', 'withdrawn | afghanistan-government | Taloqan'],
  ],
  [
    'After the army, under fire from the Taliban, left Kunduz, the bazaar closed.',
    ['withdrawn | afghanistan-government | Kunduz'],
  ],
  [
    'The militants of Islamic State overran the towns of Sharqat and Hawija, along with much of Baiji.',
    [
      'captured | islamic-state | Ash Sharqat',
      'captured | islamic-state | Hawija',
      'captured | islamic-state | Baiji',
    ],
  ],
  ['The Taliban captured Kunduz along with troops from Herat.', ['captured | taliban | Kunduz']],
  [
    'Fighting went on in the capital of Helmand province in the south, and in the city of Herat in the west.',
    ['contested | - | Lashkar Gah', 'contested | - | Herat'],
  ],
  // "not only" was a denial.
  [
    'The army of Yemen not only kept Ataq but drove the separatists out of Zinjibar.',
    ['held | yemen-government | Ataq', 'recaptured | yemen-government | Zinjibar'],
  ],
  // A way of coming, and no arrival.
  [
    'The Taliban militants, who came in dozens of trucks, left Kunduz.',
    ['withdrawn | taliban | Kunduz'],
  ],
  // Palestine has no army.
  [
    'Israeli troops entered Gaza City. The army has surrounded Jabalia.',
    ['contested | israel-government | Gaza City', 'besieged | israel-government | Jabalia'],
  ],
  [
    'Hamas fighters are in Khan Younis in Gaza. Israeli soldiers are near. The military seized Rafah from Hamas.',
    ['captured | israel-government | Rafah'],
  ],
];

test.each(CASES)('%s', (body, expected) => {
  const { claims } = readReport(reportOf(body, { published: '2021-08-05' }), resources);
  const control = claims
    .filter(({ kind }) => kind.startsWith('control.'))
    .map(({ kind, actor, place }) =>
      [
        kind.replace('control.', ''),
        actor?.side ?? actor?.id ?? '-',
        isResolved(place) ? place.name : '?',
      ].join(' | '),
    );
  expect(control).toEqual(expect.arrayContaining([...expected]));
  if (expected.length === 1 && !body.startsWith('Hamas')) expect(control).toEqual(expected);
});
