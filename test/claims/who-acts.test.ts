import { describe, expect, test } from 'vitest';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { controlLine, resources } from './read.ts';

type Case = readonly [published: string, body: string, claims: readonly string[]];

const toldBy = (published: string, body: string): readonly string[] =>
  readReport(reportOf(body, { outlet: 'Example Wire', published }), resources).claims.flatMap(
    (claim) => (claim.kind.startsWith('control.') ? [controlLine(claim)] : []),
  );

const BEHIND_RELATIVE: readonly Case[] = [
  [
    '2023-12-18',
    'The Rapid Support Forces (RSF), which have fought the army since April, now control most of Gezira state.',
    ['captured rapid-support-forces Gezira'],
  ],
  [
    '2015-02-18',
    'Ukrainian troops pulled out of Debaltseve after rebels who had encircled the town seized the station.',
    ['besieged russian-backed-separatists Debaltseve', 'withdrawn ukraine-government Debaltseve'],
  ],
  [
    '2012-11-20',
    'Rebels widely believed to be backed by Rwanda captured Goma. M23 spokesman Vianney Kazarama confirmed it.',
    ['captured m23 Goma'],
  ],
  [
    '2024-06-16',
    'The RSF, whose units have encircled El Fasher since April, attacked from the east. The army said it was in control.',
    ['besieged rapid-support-forces El Fasher'],
  ],
];

const MEANT: readonly Case[] = [
  [
    '2024-04-11',
    'Myawaddy was surrounded by the Karen National Union (KNU). The ethnic army now controls the town.',
    ['captured karen-national-union Myawaddy'],
  ],
  [
    '2015-03-08',
    'Boko Haram attacked Damasak again. The sect\u2019s fighters had captured the town in November.',
    ['captured boko-haram Damasak'],
  ],
  [
    '2020-06-06',
    'The US Africa Command said that jets were in Libya. GNA fighters advanced to Bani Walid, which they already controlled.',
    ['held libya-government Bani Walid'],
  ],
];

/** Words that tell whose they are without a name. */
const TOLD_BY_WORDS: readonly Case[] = [
  [
    '2016-12-13',
    'Pro-regime forces seized the Sheikh Saeed district of Aleppo. ISIS attacked Palmyra again.',
    ['captured syria-government Aleppo'],
  ],
  [
    '2022-10-01',
    'The Russian defence ministry said allied troops were withdrawn from Lyman. Ukrainian soldiers were seen in Torske.',
    ['withdrawn russia-government Lyman'],
  ],
  [
    '2014-08-09',
    'The Islamic State took Qaraqosh. The forces of Kurdistan had retreated from Gwer and Makhmour. Mosul and Erbil were quiet.',
    ['withdrawn kurdistan-regional-government Mexmur'],
  ],
];

/** Nobody else is named: whom the country fights. */
const OF_THE_WAR: readonly Case[] = [
  [
    '2025-01-10',
    'The enemy has occupied Kurakhove, officials in Pokrovsk said.',
    ['captured russia-government Kurakhove'],
  ],
  [
    '2022-03-02',
    'The mayor of Kherson said the invaders had captured the city.',
    ['captured russia-government Kherson'],
  ],
  ['2021-08-12', 'The army admitted that Herat was lost.', ['captured taliban Herat']],
];

const GROUPS: readonly (readonly [string, readonly Case[]])[] = [
  ['who acts behind a relative clause', BEHIND_RELATIVE],
  ['whom words without a name mean', MEANT],
  ['whose forces are, by words without a name', TOLD_BY_WORDS],
  ['whom a state fights, where nobody else is named', OF_THE_WAR],
];

for (const [name, cases] of GROUPS)
  describe(name, () => {
    for (const [published, body, claims] of cases)
      test(body, () => {
        const told = toldBy(published, body);
        for (const claim of claims) expect(told).toContain(claim);
      });
  });
