import { expect, test } from 'vitest';
import { loadActors } from '../../src/node/actors.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { findActors } from '../../src/reading/actors.ts';
import { sideOf } from '../../src/reading/actors/draft.ts';
import { parsed } from './parsed.ts';

const list = await loadActors(packageRoot());

/** Side of the actor whose mention begins with these words. */
function side(body: string, words: string, published: string) {
  const actors = findActors(parsed(body, published), [], list);
  const found = actors.find(({ text }) => text.startsWith(words));
  const listed = found?.actor === undefined ? undefined : list.get(found.actor);
  return found?.side ?? (listed && sideOf(listed)) ?? found?.name;
}

/** How reports call the parties to a war: day, words, whose they are, and what stands around them. */
const WARS: readonly (readonly [string, string, string, string])[] = [
  ['2021-11-02', 'Tigrayan fighters', 'tigray-people-s-liberation-front', '% reached the town.'],
  ['2021-11-02', "Tigray's forces", 'tigray-people-s-liberation-front', '% reached the town.'],
  ['2024-02-01', 'Amhara militiamen', 'fano', '% in Ethiopia took the town.'],
  ['2020-06-04', 'GNA', 'libya-government', 'The % holds the town, Libyan officials said.'],
  ['2020-06-04', 'unity government', 'libya-government', 'Libyan troops of the % left.'],
  ['2019-04-08', 'Eastern Libyan forces', 'libyan-national-army', '% took the town.'],
  ['2019-04-08', "Haftar's fighters", 'libyan-national-army', '% took the Libyan town.'],
  ['2011-03-26', 'Libyan rebels', 'national-transitional-council', '% took the town.'],
  ['2011-03-26', 'Gadhafi loyalists', 'libya-government', '% left the town.'],
  ['2024-12-03', 'Syrian rebels', 'hayat-tahrir-al-sham', '% took the town.'],
  ['2013-12-03', 'Syrian rebels', 'syrian-rebels', '% took the town.'],
  ['2024-12-03', 'HTS-led rebels', 'hayat-tahrir-al-sham', '% took the town.'],
  ['2018-03-18', 'Turkish-backed Syrian rebels', 'syrian-national-army', '% took the town.'],
  ['2018-03-18', 'Turkish-backed fighters', 'syrian-national-army', '% took the Syrian town.'],
  ['2017-03-18', 'US-backed militias', 'syrian-democratic-forces', '% took the Syrian town.'],
  ['2016-03-18', 'Kurdish fighters', 'syrian-democratic-forces', '% took the Syrian town.'],
  ['2016-03-18', 'Kurdish fighters', 'kurdistan-regional-government', '% took the Iraqi town.'],
  ['2014-06-10', 'Islamist militants', 'islamic-state', '% took the Iraqi town.'],
  ['2003-04-02', 'Republican Guard', 'iraq-government', 'The % left the Iraqi town.'],
  ['2018-03-02', 'Republican Guard', 'syria-government', 'The % left the Syrian town.'],
  ['2019-08-10', 'southern separatists', 'southern-transitional-council', 'In Yemen % hold it.'],
  ['2012-08-10', 'southern separatists', 'barisan-revolusi-nasional', 'In Thailand % hold it.'],
  ['2016-04-02', 'al Qaeda', 'al-qaeda-in-the-arabian-peninsula', 'In Yemen % holds the port.'],
  ['2023-12-19', 'paramilitaries', 'rapid-support-forces', 'In Sudan, % took the town.'],
  ['2023-12-19', 'Sudanese paramilitaries', 'rapid-support-forces', '% took the town.'],
  [
    '2000-12-19',
    'paramilitaries',
    'united-self-defense-forces-of-colombia',
    'In Colombia, % left.',
  ],
  ['2014-02-01', 'SPLA', 'south-sudan-government', "South Sudan's % took the town."],
  ['1998-02-01', 'SPLA', 'sudan-people-s-liberation-army', "Sudan's % took the town."],
  ['1997-04-09', 'Zairean troops', 'democratic-republic-of-the-congo-government', '% gave up.'],
  ['2012-11-20', 'Rwandan-backed rebels', 'm23', '% took the Congolese town.'],
  ['2003-05-07', 'UPC', 'union-of-congolese-patriots', 'In DR Congo the % took the town.'],
  ['2018-05-07', 'UPC', 'upc', 'In the Central African Republic the % took the town.'],
  ['2011-03-30', 'Republican Forces', 'republican-forces-of-ivory-coast', 'The Ivorian % took it.'],
  ['2011-03-30', 'Pro-Gbagbo forces', 'ivory-coast-government', '% left the town.'],
  ['1999-01-08', 'West African peacekeepers', 'ecomog', 'In Sierra Leone % hold the port.'],
  ['2012-04-01', 'Tuareg rebels', 'national-movement-for-the-liberation-of-azawad', '% left Mali.'],
  ['2023-11-14', 'Tuareg rebels', 'coordination-of-azawad-movements', '% left Mali.'],
  ['2008-02-02', 'Chadian rebels', 'chadian-rebels', '% took the town.'],
  ['2021-04-18', 'Chadian rebels', 'front-for-change-and-concord-in-chad', '% took the town.'],
  ['2020-08-12', 'al-Shabab', 'islamic-state-mozambique', 'In Mozambique % took the port.'],
  ['2015-08-12', 'al-Shabab', 'al-shabaab', 'In Somalia % took the port.'],
  ['1991-11-18', 'Yugoslav army', 'yugoslavia-government', 'The % took the town.'],
  ['1993-10-25', 'Croat Defence Council', 'croatian-defence-council', 'The % left Bosnia.'],
  ['1994-10-25', 'Serb forces', 'republika-srpska', '% in Bosnia took the town.'],
  ['1991-10-25', 'Serb rebels', 'republic-of-serbian-krajina', '% in Croatia took the town.'],
  ['1999-06-20', 'ethnic Albanian guerrillas', 'kosovo-liberation-army', 'In Kosovo % hold it.'],
  [
    '2001-06-20',
    'ethnic Albanian rebels',
    'national-liberation-army-macedonia',
    'In Macedonia % left.',
  ],
  ['1996-08-06', 'Chechen fighters', 'chechen-republic-of-ichkeria', '% took the Russian town.'],
  ['2022-08-06', 'Chechen fighters', 'russia-government', '% took the Ukrainian town.'],
  ['2014-08-28', 'Pro-Russian rebels', 'russian-backed-separatists', '% took the town.'],
  ['2008-08-10', 'South Ossetian fighters', 'south-ossetia', '% hold the town.'],
  ['2020-11-08', 'Karabakh Armenian forces', 'republic-of-artsakh', '% left the town.'],
  ['1998-08-08', 'Anti-Taliban forces', 'northern-alliance', '% left the Afghan town.'],
  ['1989-02-15', 'Soviet troops', 'soviet-union-government', 'The last % left.'],
  ['2004-03-20', 'Maoists', 'communist-party-of-nepal-maoist', 'The % took the Nepali town.'],
  ['2010-04-06', 'Maoists', 'communist-party-of-india-maoist', 'The % took the Indian town.'],
  ['2021-08-01', 'resistance fighters', 'national-unity-government', 'In Myanmar, % took it.'],
  ['1979-06-01', 'National Guard', 'nicaragua-government', 'The % left the Nicaraguan town.'],
  ['1979-07-01', 'Sandinistas', 'sandinista-national-liberation-front', 'The % took the town.'],
  ['1985-07-01', 'Sandinistas', 'nicaragua-government', 'The % took the town.'],
  ['2021-07-01', 'Jaime Martínez column', 'farc-dissidents', "Colombia's % took the town."],
];

test.each(WARS)('%s: %s are %s', (published, words, whose, around) => {
  expect(side(around.replace('%', words), words, published)).toBe(whose);
});

test('names that are local mean nobody elsewhere, nor in other years', () => {
  const guard = 'The National Guard left the town of Chillicothe, American officials said.';
  expect(side(guard, 'National Guard', '1979-06-01')).not.toBe('nicaragua-government');
  expect(side('Libyan rebels left the town.', 'Libyan rebels', '2023-06-01')).toBe('Libyan rebels');
  const forces = 'The Republican Forces left the Ivorian town.';
  expect(side(forces, 'Republican Forces', '2013-06-01')).toBe('ivory-coast-government');
});

test('those linked to one group are of the group named behind it', () => {
  const words = 'Al Qaeda-linked JNIM fighters';
  expect(side(`${words} took the town.`, words, '2025-07-01')).toBe(
    'jama-at-nusrat-al-islam-wal-muslimin',
  );
});

test('a short name of mixed case is asked for as it is written', () => {
  expect(side('LeT gunmen left the Indian town.', 'LeT', '2008-11-27')).toBe('lashkar-e-taiba');
  expect(side('Let the Indian army leave.', 'Let', '2008-11-27')).toBeUndefined();
});

test('a local name is read in a report that speaks of several countries', () => {
  const body =
    'Turkish, Russian, American and Iranian envoys spoke about the Syrian town of which Turkish-backed factions say they hold half.';
  expect(side(body, 'Turkish-backed factions', '2019-10-12')).toBe('syrian-national-army');
});
