import { expect, test } from 'vitest';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { resources } from './read.ts';

const told = (body: string, published: string) =>
  readReport(reportOf(body, { title: null, outlet: 'Example Wire', published }), resources)
    .claims.filter(({ kind }) => kind.startsWith('control.'))
    .map(({ kind, actor, place, facility }: Claim) =>
      [
        kind.slice('control.'.length),
        actor?.side ?? actor?.id ?? actor?.name ?? '-',
        isResolved(place) ? place.name : `?${place.text}`,
        ...(facility === undefined ? [] : [`(${facility})`]),
      ].join(' '),
    );

test.each([
  // "The station" was that of the town named before.
  [
    'Russian forces hold Sumy. In Tyotkino, Ukrainian marines captured the railway station.',
    '2025-07-10',
    ['held russia-government Sumy', 'captured ukraine-government ?Tyotkino (railway station)'],
  ],
  // Those who entered were those who withdrew.
  [
    'RSF fighters entered Wad Madani on Monday after army units stationed there withdrew across the Blue Nile.',
    '2023-12-18',
    ['captured rapid-support-forces Wad Madani', 'withdrawn sudan-government Wad Madani'],
  ],
  // "Its" was whoever spoke before.
  [
    'The RSF said it had taken Wad Madani. An army spokesman said the withdrawal of its troops from the town was being looked into.',
    '2023-12-18',
    ['captured rapid-support-forces Wad Madani', 'withdrawn sudan-government Wad Madani'],
  ],
  [
    'M23 fighters crossed into Uganda after the army took Bunagana.',
    '2025-01-20',
    ['captured democratic-republic-of-the-congo-government Bunagana'],
  ],
  [
    'RSF fighters hold El Fasher. The army said the palace guard was at its post.',
    '2025-01-20',
    ['held rapid-support-forces El Fasher'],
  ],
  [
    'RSF fighters hold El Fasher. French soldiers stayed in their camp.',
    '2025-01-20',
    ['held rapid-support-forces El Fasher'],
  ],
  [
    'The army attacked Bara. The RSF had the town for five days.',
    '2025-01-20',
    ['contested sudan-government Barah', 'held rapid-support-forces Barah'],
  ],
  ['The US Army has the old city of Najaf shut on every side.', '2004-08-20', []],
  ['Insurgents captured Zaranj on Friday.', '2021-08-06', ['captured taliban Zaranj']],
  // Once of nobody, of Serbia, and an attack on Homs.
  [
    'The RSF controls El Geneina. The other side holds Port Sudan.',
    '2023-10-10',
    ['held rapid-support-forces El Geneina', 'held sudan-government Port Sudan'],
  ],
  [
    'The Serbs took Zepa in Bosnia on Tuesday. Sarajevo said the Serbs also hold Srebrenica.',
    '1995-07-20',
    ['captured republika-srpska ?Zepa', 'held republika-srpska Srebrenica'],
  ],
  [
    'Hundreds of soldiers fleeing Hama reached Homs.',
    '2024-12-06',
    ['withdrawn syria-government Hama'],
  ],
  [
    'The RSF stormed Bara on Saturday, six weeks after losing it.',
    '2025-10-25',
    ['captured rapid-support-forces Barah', 'captured sudan-government Barah'],
  ],
])('%s', (body, published, wanted) => {
  expect(told(body, published)).toEqual(wanted);
});
