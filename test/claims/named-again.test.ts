import { expect, test } from 'vitest';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { controlLine, resources } from './read.ts';

const told = (body: string, published: string) =>
  readReport(reportOf(body, { outlet: 'Example Wire', published }), resources)
    .claims.filter(({ kind }) => kind.startsWith('control.'))
    .map(controlLine);

const CONGO = '2025-02-05';
const UKRAINE = '2023-02-10';
const MYANMAR = '2024-08-05';

// What a second sentence says of a town and of a side that the first has named.
test.each([
  // A state's army is no "group", however near it was named.
  [
    'In Goma M23 rebels fought the FARDC on Monday. The town fell to the group a day later.',
    CONGO,
    'captured m23 Goma',
  ],
  [
    'Clashes for Bukavu began when M23 attacked posts of the Congolese army. The group left the city overnight.',
    CONGO,
    'withdrawn m23 Bukavu',
  ],
  [
    'The Arakan Army opened an assault on Lashio last week. The ethnic armed group has encircled the town.',
    MYANMAR,
    'besieged arakan-army Lashio',
  ],
  // A capital that does what troops do stands for its government.
  [
    'Bakhmut has seen a year of fighting. Kyiv retook the town in the spring.',
    UKRAINE,
    'recaptured ukraine-government Bakhmut',
  ],
  [
    'The fight for Lyman went on. Moscow pulled out of the city without a shot.',
    UKRAINE,
    'withdrawn russia-government Lyman',
  ],
  [
    'The fight for Lyman went on. By Friday Kyiv had reached the outskirts of the town.',
    UKRAINE,
    'threatened ukraine-government Lyman',
  ],
  // A day is no part of a name.
  [
    'The army shelled Goma on Sunday. By Tuesday evening soldiers had taken control of the city.',
    CONGO,
    'captured democratic-republic-of-the-congo-government Goma',
  ],
  [
    'Taliban fighters surrounded Kunduz in June. On Sunday Afghan troops pulled out of the city.',
    '2021-07-20',
    'withdrawn afghanistan-government Kunduz',
  ],
  // What "which" stands for.
  [
    'M23 marched on Goma. Residents fled the town, which the rebels took on Tuesday.',
    CONGO,
    'captured m23 Goma',
  ],
  [
    'M23 marched on Goma. Bread is dear in the city, which the rebels have besieged for a week.',
    CONGO,
    'besieged m23 Goma',
  ],
  // Those who attack are nobody's foe.
  [
    'In Goma M23 fought the army on Monday. Fighting went on there on Tuesday, with the rebels attacking from the north.',
    CONGO,
    'contested m23 Goma',
  ],
  // Whose residents they are is a town.
  [
    'Residents of Masisi woke to gunfire as M23 fought the FARDC. The group is in control of the town.',
    CONGO,
    'held m23 Masisi',
  ],
  // A dateline is not where the army is, and a road leads elsewhere.
  [
    'BEIRUT (Agency) - Schools in Homs were closed on Monday. Government forces have left the city.',
    '2024-12-02',
    'withdrawn syria-government Homs',
  ],
  [
    'KINSHASA (Agency) - M23 has shelled Uvira for days. The fighting has cut the road to the capital. The rebels are in control of the town.',
    CONGO,
    'held m23 Uvira',
  ],
  // Those who take a town bear arms; nobody leaves the capital that stands for its government.
  [
    'M23 has entered Goma. Thousands of families have left their homes. They later captured the military base.',
    CONGO,
    'captured m23 Goma',
  ],
  [
    'Russian forces attacked Vovchansk. Kyiv withdrew on Wednesday, the mayor said.',
    UKRAINE,
    'withdrawn ukraine-government Vovchansk',
  ],
  [
    'The Taliban attacked Kunduz. Government troops withdrew overnight. The next day its fighters took the airport.',
    '2021-07-20',
    'captured taliban Kunduz',
  ],
  [
    'M23 shelled Goma. The United Nations called for calm. The town is in the hands of the group.',
    CONGO,
    'held m23 Goma',
  ],
])('%s', (body, published, claim) => {
  expect(told(body, published)).toContain(claim);
});

test('the name that somebody gives is no town', () => {
  const body =
    'M23 attacked Goma. The rebels took the town, said a trader who gave his name as Hassan.';
  expect(told(body, CONGO)).not.toContain('captured m23 Hassan');
});

// In the passive a capital is a town like any other, and so is one that soldiers take control of.
test.each([
  ['Kabul was captured by the Taliban on Sunday.', '2021-08-16', 'captured taliban Kabul'],
  ['On Sunday the Taliban took control of Kabul.', '2021-08-16', 'captured taliban Kabul'],
])('%s', (body, published, claim) => {
  expect(told(body, published)).toContain(claim);
});

test('names of troops take no times in', () => {
  const { claims } = readReport(
    reportOf('Goma is a city in the Congo. By Tuesday evening soldiers had taken it.', {
      outlet: 'Example Wire',
      published: CONGO,
    }),
    resources,
  );
  expect(claims.map(({ actor }) => actor?.name)).not.toContain('Congolese evening soldiers');
});
