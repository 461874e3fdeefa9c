import { beforeAll, describe, expect, test } from 'vitest';
import { isResolved } from '../../src/domain/index.ts';
import { loadResources } from '../../src/node/resources.ts';
import type { ReaderResources } from '../../src/reader.ts';
import { read } from '../../src/reading/read.ts';
import { reportOf } from './report.ts';

let resources: ReaderResources;
beforeAll(async () => {
  resources = await loadResources();
});

/** "Name (Country)" for what is resolved, "text -> ?" for what is not. */
const places = (body: string): readonly string[] =>
  read(reportOf(body), resources).mentions.flatMap((mention) => {
    if (mention.type !== 'place') return [];
    const { place, text } = mention;
    return [isResolved(place) ? `${place.name} (${place.path[0]})` : `${text} -> ?`];
  });

describe('towns in reports of many wars', () => {
  test.each([
    ['Soldiers have entered the town of Adan Yabaal without a fight.', 'Adan Yabaal (Somalia)'],
    [
      'MARAWI CITY - Gunmen were driven out of Marawi City, the army said.',
      'Marawi City (Philippines)',
    ],
    [
      'Syrian rebels fled. Deir al-Zor is almost wholly in the hands of the army.',
      'Deir ez-Zor (Syria)',
    ],
    ['The militia seized the towns of Alamata and Kobo in Ethiopia.', 'Alamata (Ethiopia)'],
    [
      'Insurgents attacked Mocimboa da Praia in Mozambique before dawn.',
      'Mocímboa da Praia (Mozambique)',
    ],
    ['The paramilitaries shelled al-Fashir for hours, Sudanese doctors said.', 'El Fasher (Sudan)'],
    ['Troops retook Wad Medani from the Rapid Support Forces in Sudan.', 'Wad Madani (Sudan)'],
    [
      'The rebels took Rutshuru and Bunagana in the Congolese east.',
      'Rutshuru (Democratic Republic of the Congo)',
    ],
    ['Russian forces shelled Genichesk and Skadovsk in Ukraine.', 'Henichesk (Ukraine)'],
    ['Ukrainian officials said Bachmut had been hit by rockets.', 'Bakhmut (Ukraine)'],
    [
      'The Taliban overran Pul-i-Khumri and Qala-i-Naw, Afghan officials said.',
      'Pul-e Khumri (Afghanistan)',
    ],
    [
      'The Taliban overran Pul-i-Khumri and Qala-i-Naw, Afghan officials said.',
      'Qala-e Naw (Afghanistan)',
    ],
    ['The junta lost Laukkaing and Lashio to the alliance in Shan State.', 'Laukkai (Myanmar)'],
    ['Fighters stormed Ayn al-Arab near the Turkish border with Syria.', 'Kobani (Syria)'],
    ['Houthi gunmen besiege al-Hudaydah, Yemeni residents said.', 'Hodeidah (Yemen)'],
    ['Jihadists blockade Djibo and Fada Ngourma in Burkina Faso.', "Fada N'gourma (Burkina Faso)"],
  ])('%s', (body, wanted) => expect(places(body)).toContain(wanted));
});

describe('what is no place', () => {
  test.each([
    ['Reporters of Al Masirah said nothing.', 'Alabama (United States)'],
    ['Miss Diallo left Kidal, Malian officials said.', 'Mississippi (United States)'],
    ['Weapons of Mass Destruction were never found in Iraq.', 'Massachusetts (United States)'],
    ['The fighters hid in the Old City of Mosul in Iraq.', 'Old City -> ?'],
  ])('%s', (body, unwanted) => expect(places(body)).not.toContain(unwanted));

  test('a paper that bears the name of a town does not move its news there', () => {
    const body = 'The governor told Meridian that Sanaa was calm.';
    const report = { ...reportOf(body), outlet: { basis: 'given' as const, value: 'Meridian' } };
    const names = read(report, resources).mentions.flatMap((mention) =>
      mention.type === 'place' ? [mention.text] : [],
    );
    expect(names).toEqual(['Sanaa']);
  });
});

test('a name that the text says is a town is one name wherever it stands', () => {
  const body =
    'Shells fell on the village of Kasba Bonli in Syria on Friday. Kasba Bonli had been quiet for weeks.';
  expect(places(body).filter((one) => one.includes('Kasba'))).toEqual([
    'Kasba Bonli -> ?',
    'Kasba Bonli -> ?',
  ]);
});

test('a small town far from all the others is one that the gazetteer lacks', () => {
  const body =
    'Most families fled from North Darfur to Tawila, west of El Fasher, aid workers said.';
  expect(places(body)).toContain('Tawila -> ?');
});

describe('reports on outbreaks', () => {
  test.each([
    [
      'The health ministry of Sierra Leone confirmed 12 cases of Ebola in Kenema and Kailahun. Liberia and Guinea closed their borders, officials in Freetown and Monrovia said.',
      ['Kenema (Sierra Leone)', 'Liberia (Liberia)', 'Guinea (Guinea)', 'Monrovia (Liberia)'],
    ],
    [
      'Two children died of bird flu in Guangdong and Hunan, Chinese media said. Hong Kong, Vietnam and Indonesia tightened checks; samples went to Atlanta and Geneva.',
      [
        'Guangdong (China)',
        'Hunan (China)',
        'Hong Kong (Hong Kong)',
        'Vietnam (Vietnam)',
        'Geneva (Switzerland)',
      ],
    ],
    [
      'Swine flu has killed 20 people in Mexico City and San Luis Potosi. Schools in Texas, California and New York closed, and Canada reported four cases in Nova Scotia.',
      ['Mexico City (Mexico)', 'Texas (United States)', 'Canada (Canada)', 'Nova Scotia (Canada)'],
    ],
    [
      'Cholera spread from Artibonite to Port-au-Prince, the Haitian government said, and cases were seen in Santo Domingo and Florida.',
      ['Artibonite (Haiti)', 'Port-au-Prince (Haiti)', 'Florida (United States)'],
    ],
    [
      'Authorities in Riyadh and Jeddah reported nine cases of MERS; travellers fell ill in South Korea, Jordan and the United Arab Emirates.',
      [
        'Riyadh (Saudi Arabia)',
        'South Korea (South Korea)',
        'Jordan (Jordan)',
        'United Arab Emirates (United Arab Emirates)',
      ],
    ],
    [
      'Foot-and-mouth disease was found on a farm near Guildford in Surrey. Ireland, France and the Netherlands banned British meat.',
      [
        'Guildford (United Kingdom)',
        'Surrey (United Kingdom)',
        'Ireland (Ireland)',
        'France (France)',
      ],
    ],
    [
      'Georgia, Armenia and Turkey culled poultry after the virus was found in Adjara; Greece and Romania followed.',
      ['Georgia (Georgia)', 'Turkey (Turkey)', 'Greece (Greece)'],
    ],
    [
      'In Angola, Marburg fever spread from Uige province to Luanda; the Congo and Zambia are on alert.',
      ['Angola (Angola)', 'Uíge (Angola)', 'Luanda (Angola)', 'Zambia (Zambia)'],
    ],
  ])('%s', (body, wanted) => {
    expect(places(body)).toEqual(expect.arrayContaining([...wanted]));
  });
});

test('a line of a list is about the place before its colon, as its district is spelt too', () => {
  const body = `- Bara: RSF in control since 25 October.
- El Obeid: under army control, a monitor in Sudan says.
- Kadugli: besieged.`;
  expect(places(body)).toEqual(
    expect.arrayContaining(['Barah (Sudan)', 'El Obeid (Sudan)', 'Kadugli (Sudan)']),
  );
});
