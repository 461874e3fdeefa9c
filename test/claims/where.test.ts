import { expect, test } from 'vitest';
import { isResolved } from '../../src/domain/index.ts';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { resources } from './read.ts';

/** Which places, of several or of parts, is told: text, places of its claims about control, "?" where no list has one. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  // Names with a small article were half names, or none.
  ['The Houthis withdrew from al-Jubah and al-Durayhimi.', ['Al Jubah', 'Ad Durayhimi']],
  ['Islamic State lost al-Bab and al-Rai to Syrian rebels.', ['Al-Bab', 'Ar Rai']],
  ['The Houthis fell back from al-Qarba to Marib.', ['?al-Qarba']],
  ['Islamic State took al-Tabqa dam.', ['Al-Tabqa: al-Tabqa dam']],
  // The noun behind a list of names is what is taken.
  [
    'Both the Nahrin and Dushi districts, on the road north, are now in Taliban hands.',
    ['Nahrin', 'Doshi'],
  ],
  [
    'Islamic State seized the Sheikh Qarbu and Fardus districts of Aleppo.',
    ['Aleppo: Sheikh Qarbu', 'Aleppo: Fardus'],
  ],
  [
    'Islamic State seized the Qarbu quarter and the neighbourhood of Fardas in Mosul.',
    ['Mosul: Qarbu', 'Mosul: Fardas'],
  ],
  [
    'The Taliban took the Imam Sahib and Archi districts of Kunduz.',
    ['Imam Sahib', 'Dasht-e Archi'],
  ],
  // What a text calls villages are no people and no country.
  [
    'The rebels of M23 captured the town of Sake and the villages of Chayli, Yukhari Guzlo and Kingo.',
    ['Sake', '?Chayli', '?Yukhari Guzlo', '?Kingo'],
  ],
  [
    'M23 captured six villages, among them Ali Qarbanu and Hassan Deh.',
    ['?six villages', '?Ali Qarbanu', '?Hassan Deh'],
  ],
  // The prison is in the town, and its quarters are no villages.
  [
    'Rebels entered Hama. They captured the central prison and the neighbourhoods of Sawaiq and Zahiriya.',
    ['Hama', 'Hama: central prison', 'Hama: Sawaiq', 'Hama: Zahiriya'],
  ],
  // Where a town lies, said before its verb.
  [
    'The towns of Gwoza, Bama and Dikwa, in the eastern part of Borno state, have been taken by Boko Haram.',
    ['Gwoza', 'Bama', 'Dikwa'],
  ],
  [
    'Sri Lankan troops captured Kilinochchi. Paranthan and Iranamadu had fallen a day earlier.',
    ['Kilinochchi', '?Paranthan', '?Iranamadu'],
  ],
  ['Sake, a market town on the lake, fell to the M23 on Monday.', ['Sake']],
];

test.each(CASES)('%s', (body, expected) => {
  const { claims } = readReport(reportOf(body, { published: '2021-08-05' }), resources);
  const places = claims
    .filter(({ kind }) => kind.startsWith('control.'))
    .map(({ place, facility }) =>
      [isResolved(place) ? place.name : `?${place.text}`, facility].filter(Boolean).join(': '),
    );
  expect([...new Set(places)]).toEqual(expected);
});
