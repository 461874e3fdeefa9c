import { describe, expect, test } from 'vitest';
import { reportOf } from '../../bench/report.ts';
import { ownSide } from '../../src/reading/own-side.ts';
import { isResolved } from '../../src/domain/index.ts';
import { readReport } from '../../src/reader.ts';
import { resources } from './read.ts';

type Case = readonly [published: string, body: string, claims: readonly string[], outlet?: string];

const toldBy = (published: string, body: string, outlet = 'Example Wire') =>
  readReport(reportOf(body, { published, outlet }), resources)
    .claims.filter(({ kind }) => kind.startsWith('control.'))
    .map(({ kind, actor, place }) => {
      const listed = actor?.id === undefined ? undefined : resources.actors.get(actor.id);
      const side = actor?.side ?? listed?.side ?? actor?.id ?? '-';
      const where = isResolved(place) ? place.name : `?${place.text}`;
      return `${kind.replace('control.', '')} ${side} ${where}`;
    });

const OWN: readonly Case[] = [
  [
    '2020-05-04',
    'The LNA said its forces had beaten back an attack. Omar Salem, its spokesman, said "our units are holding Tarhuna".',
    ['held libyan-national-army Tarhuna'],
  ],
  [
    '2021-04-19',
    'The army said it had destroyed a convoy. The rebels\u2019 communiqué read differently. "Our forces have liberated Faya-Largeau," it said.',
    ['recaptured front-for-change-and-concord-in-chad Faya-Largeau'],
  ],
  [
    '2015-02-18',
    'Ukrainian soldiers left Debaltseve on Wednesday. Separatist leader Oleh Tkachuk said his forces had taken the town.',
    ['captured russian-backed-separatists Debaltseve'],
  ],
  [
    '2023-06-12',
    'Ukrainian marines raised their flag over Robotyne on Sunday. "Our men have left Robotyne," the Russian-installed governor Pavel Gurin said.',
    ['withdrawn russia-government Robotyne'],
  ],
  [
    '2021-11-12',
    'The Houthis took parts of Hodeidah on Thursday. The joint command said its troops had been pulled out of the city.',
    ['withdrawn yemen-government Hodeidah'],
  ],
  [
    '2023-12-19',
    '"We have liberated the whole of Wad Madani," a statement by the Rapid Support Forces said on Tuesday.',
    ['recaptured rapid-support-forces Wad Madani'],
  ],
  [
    '2021-11-30',
    "Getachew Reda, a spokesman for the Tigray People's Liberation Front, told reporters that Shire was under the full control of his side's troops.",
    ['held tigray-people-s-liberation-front Shire'],
  ],
  [
    '2021-08-13',
    'The Taliban hold most of Herat. "The corps and the airport of Herat are in the hands of our men," said General Nasim Rahmani, who commands them.',
    ['held taliban Herat', 'held afghanistan-government Herat'],
  ],
  [
    '2022-09-11',
    'Ukrainian soldiers walked into Balakliya on Thursday, a day before Moscow conceded that its troops had been pulled out of the town.',
    ['withdrawn russia-government Balakliia'],
  ],
  [
    '2021-08-07',
    'The mujahideen conquered Zaranj yesterday. The enemy fled to Iran.\n\nThe city of Sheberghan was also cleansed this morning.',
    ['recaptured taliban Sheberghan'],
    'Voice of the Emirate',
  ],
  // "Fact" is a word here, and not the rebels of Chad.
  [
    '2020-11-20',
    'The town of Axum was freed on Thursday. The enemy blew up the airport.',
    ['recaptured ethiopia-government Axum'],
    'Emergency Fact Desk, Addis Ababa',
  ],
];

const WHOSE: readonly Case[] = [
  [
    '2002-09-21',
    'Mutinous soldiers hold Bouake, a city of Ivory Coast.',
    ['held forces-nouvelles Bouaké'],
  ],
  [
    '1993-07-26',
    'The Croat Defence Council lost Bugojno to the Bosnian army.',
    ['captured bosnia-and-herzegovina-government Bugojno'],
  ],
  [
    '1998-08-10',
    "Congolese rebels seized Goma. President Laurent Kabila's soldiers still held Kisangani.",
    ['held democratic-republic-of-the-congo-government Kisangani'],
  ],
  [
    '1996-11-02',
    "Rebel leader Laurent Kabila's soldiers took Goma.",
    ['captured alliance-of-democratic-forces-for-the-liberation-of-congo Goma'],
  ],
  [
    '2014-08-23',
    'Misrata-led forces captured Derna on Saturday.',
    ['captured misrata-brigades Derna'],
  ],
  [
    '2021-07-12',
    "Rebels from Ethiopia's northern region of Tigray have seized Alamata.",
    ['captured tigray-people-s-liberation-front Alamata'],
  ],
  [
    '2021-11-01',
    'Forces loyal to the former rulers of Tigray captured Dessie.',
    ['captured tigray-people-s-liberation-front Dessie'],
  ],
  ['2021-11-01', "Fighters from Sudan's Darfur seized Birao.", ['captured - Birao']],
  [
    '2019-10-14',
    'Syrian Kurdish forces captured Tel Rifaat.',
    ['captured syrian-democratic-forces Tel Rifaat'],
  ],
  [
    '1991-11-18',
    'Ethnic Serb forces captured Vukovar.',
    ['captured republic-of-serbian-krajina Vukovar'],
  ],
  [
    '1993-06-02',
    'Bosnian Croat fighters captured Mostar.',
    ['captured croatian-defence-council Mostar'],
  ],
  [
    '2012-12-22',
    'Gunmen loyal to the ousted president on Friday seized Bria.',
    ['captured - Bria'],
  ],
  [
    '2015-03-27',
    'Houthi fighters took the airport of Aden. Militiamen loyal to President Abd-Rabbu Mansour Hadi recaptured the airport on Friday.',
    ['captured houthis Aden', 'recaptured yemen-government Aden'],
  ],
  [
    '2014-01-11',
    'Soldiers loyal to former vice-president Riek Machar captured Bentiu.',
    ['captured sudan-people-s-liberation-movement-in-opposition Bentiu'],
  ],
  [
    '1996-11-02',
    'Zairean rebels backed by Rwanda took Bukavu on Saturday.',
    ['captured alliance-of-democratic-forces-for-the-liberation-of-congo Bukavu'],
  ],
  [
    '2009-09-01',
    'Al-Shabaab fighters hold Kismayo. Soldiers of the transitional government captured Beledweyne.',
    ['captured somalia-government Beledweyne'],
  ],
  [
    '2022-11-20',
    "Congo's army left Rutshuru.",
    ['withdrawn democratic-republic-of-the-congo-government Rutshuru'],
  ],
];

const WHO_IS_MEANT: readonly Case[] = [
  [
    '2015-03-27',
    'Boko Haram had held Gwoza since August. "They fled Gwoza as our troops came," Nigeria\u2019s army said.',
    ['withdrawn boko-haram Gwoza'],
  ],
  [
    '2023-08-26',
    'RSF fighters attacked Nyala. The army\u2019s garrison said it had beaten them back, and its commander said his soldiers held the whole of Nyala.',
    ['held sudan-government Nyala'],
  ],
  [
    '2022-08-29',
    'The Ethiopian army has left Dessie. The TPLF\u2019s spokesman said their forces were in full control of Dessie.',
    ['held tigray-people-s-liberation-front Dessie'],
  ],
  [
    '2024-02-17',
    'The Kremlin said its forces had captured Avdiivka. General Ivan Halushko said his troops had withdrawn from Avdiivka.',
    ['withdrawn ukraine-government Avdiivka'],
  ],
  [
    '2016-04-24',
    'Yemeni troops took Mukalla from al Qaeda on Sunday. The militants left the city without a fight.',
    ['withdrawn al-qaeda-in-the-arabian-peninsula Mukalla'],
  ],
  [
    '2014-05-10',
    'The army recaptured Bentiu on Sunday. The rebels\u2019 spokesman, Peter Lual, said their forces had withdrawn from the town.',
    ['withdrawn sudan-people-s-liberation-movement-in-opposition Bentiu'],
  ],
  [
    '2025-01-11',
    "Sudan's army and allied militiamen captured Bara. The RSF denied it.",
    ['captured sudan-government Barah'],
  ],
  [
    '2021-12-06',
    "Prime Minister Abiy Ahmed's office said on Monday that Dessie had been recaptured.",
    ['recaptured ethiopia-government Dessie'],
  ],
  [
    '2021-04-03',
    'Insurgents linked to Islamic State attacked Palma in northern Mozambique. Soldiers retook the town on Monday.',
    ['recaptured mozambique-government ?Palma'],
  ],
  [
    '2023-04-16',
    'The RSF said it was in control of Merowe airport. The army said its forces had expelled them from the airport at Merowe.',
    ['recaptured sudan-government Merowe'],
  ],
  [
    '2014-09-02',
    'The army said its men had repelled the Boko Haram fighters at Bama and that they had fled the town.',
    ['withdrawn boko-haram Bama'],
  ],
  [
    '2021-08-09',
    'Taliban fighters seized the governor\u2019s office in Kunduz before commandos flown in from Herat drove them out again.',
    ['recaptured afghanistan-government Kunduz'],
  ],
  [
    '2021-08-09',
    'The Taliban took the police headquarters in Kunduz before commandos from Herat drove them out.',
    ['recaptured afghanistan-government Kunduz'],
  ],
  [
    '2014-08-29',
    'Pro-Russian separatists captured Ilovaisk. Their leader, Oleh Tkachuk, said his men also held Starobesheve.',
    ['held russian-backed-separatists Starobesheve'],
  ],
  [
    '2021-08-08',
    'The Taliban captured Taloqan. The city was taken back under government control hours later.',
    ['recaptured afghanistan-government Taloqan'],
  ],
  [
    '2003-07-30',
    'Rebels of the movement MODEL hold Buchanan. General Sam Doe\u2019s troops recaptured Gbarnga on Tuesday.',
    ['recaptured liberia-government Gbarnga'],
  ],
];

const GROUPS: readonly (readonly [string, readonly Case[]])[] = [
  ['whoever speaks of "our forces" has them', OWN],
  ['fighters are not of the state that their name tells of', WHOSE],
  ['who is meant by "they", "his men" and those who command them', WHO_IS_MEANT],
];

for (const [name, cases] of GROUPS)
  describe(name, () => {
    for (const [published, body, claims, outlet] of cases)
      test(body, () => {
        const told = toldBy(published, body, outlet);
        for (const claim of claims) expect(told).toContain(claim);
      });
  });

test.each([
  ['Taliban Voice of Jihad', 'taliban'],
  ['Arakan Army', 'arakan-army'],
  ['Taliban Watch', undefined],
  ['Emergency Fact Desk', 'chad-government'],
])('%s speaks for %s', (outlet, side) => {
  const home = resources.actors.find('Chadian government')[0]?.id ?? ('chad-government' as never);
  expect(ownSide(outlet, resources, home)).toBe(side);
});

test('a rebel commander has no soldiers of the state', () => {
  const told = toldBy(
    '2004-06-03',
    'The army holds Goma. Renegade General Jean Bosenga\u2019s men captured Bukavu in Congo.',
  );
  expect(told.filter((claim) => claim.startsWith('captured'))).toEqual(['captured - Bukavu']);
});

test('what those who leave a place had captured is no news', () => {
  const { claims } = readReport(
    reportOf(
      'Ukrainian soldiers entered Kherson after Russia abandoned the only regional capital it had captured.',
      { published: '2022-11-11' },
    ),
    resources,
  );
  const [taken] = claims.filter(
    ({ kind, actor }) => kind === 'control.captured' && actor?.id === 'russia-government',
  );
  expect(taken?.modality).toBe('background');
});
