import { beforeAll, describe, expect, test } from 'vitest';
import { isResolved, type PlaceMention, type Reading } from '../../src/domain/index.ts';
import { loadResources } from '../../src/node/resources.ts';
import type { ReaderResources } from '../../src/reader.ts';
import { read } from '../../src/reading/read.ts';
import { reportOf } from './report.ts';

let resources: ReaderResources;
beforeAll(async () => {
  resources = await loadResources();
});

const readText = (body: string): Reading => read(reportOf(body), resources);
const placesOf = (body: string): readonly PlaceMention[] =>
  readText(body).mentions.filter((mention) => mention.type === 'place');

/** "text -> path | precision | use", metonyms and sites' parts told apart. */
function shown(body: string): readonly string[] {
  return placesOf(body).map(({ place, text, use }) => {
    if (!isResolved(place)) return `${text} -> ? ${place.unresolved} in ${place.within ?? '?'}`;
    const part = place.part === undefined ? '' : ` [${place.part}]`;
    const mark = use === 'literal' ? '' : ` (${use})`;
    return `${text} -> ${place.path.join('/')}, ${place.precision}${part}${mark}`;
  });
}

const AF = 'Afghanistan';

describe('city, province and district of one name', () => {
  test.each([
    ['Kunduz fell to the Taliban on Sunday.', `Kunduz -> ${AF}/Kunduz/Kunduz, settlement`],
    // Panjshir was once ruled from there, and a list still calls it so.
    ['Charikar was captured at noon.', `Charikar -> ${AF}/Parwan/Charikar, settlement`],
    ['The Taliban control most of Kunduz province.', `Kunduz -> ${AF}/Kunduz, province [most]`],
    ['Fighting went on in Kunduz city.', `Kunduz -> ${AF}/Kunduz/Kunduz, settlement`],
    ['The provincial capital Kunduz was calm.', `Kunduz -> ${AF}/Kunduz/Kunduz, settlement`],
    ['Troops left the province of Kandahar.', `Kandahar -> ${AF}/Kandahar, province`],
    ['Troops left the city of Kandahar.', `Kandahar -> ${AF}/Kandahar/Kandahar, settlement`],
    [
      'The Taliban seized Nirkh district on Monday.',
      `Nirkh -> ${AF}/Maidan Wardak/Nirkh, district`,
    ],
  ])('%s', (body, wanted) => expect(shown(body)).toContain(wanted));

  test('a plural at the end of a list counts for each', () => {
    const found = shown('Civilians fled from Helmand, Kandahar and Herat provinces.');
    expect(found.map((one) => one.split(', ')[1])).toEqual(['province', 'province', 'province']);
  });
});

describe('names of several words', () => {
  test.each([
    ['Khan Younis was quiet.', 'Khan Younis'],
    ['If Lashkar Gah falls, the road is cut.', 'Lashkar Gah'],
    ['Beit Lahia has fallen, medics said.', 'Beit Lahia'],
  ])('%s: a listed city, whatever the name tagger takes it for', (body, name) =>
    expect(placesOf(body).map(({ text }) => text)).toEqual([name]),
  );
});

describe('names the gazetteer lacks, and names of several places', () => {
  const named = (body: string) =>
    placesOf(body).map(({ place, text }) =>
      isResolved(place) ? `${text} -> ${place.path.join('/')}` : `${text} -> ?`,
    );

  test('a name whose places all lie elsewhere stays unknown', () => {
    const text =
      'Mali said its army had retaken Rockingham near Mopti. Troops from Timbuktu, Bamako and Gao reached Rockingham on Monday, Malian officials said in Bamako.';
    expect(named(text).filter((one) => one.startsWith('Rockingham'))).toEqual([
      'Rockingham -> ?',
      'Rockingham -> ?',
    ]);
  });

  test('a bare name of a state and a great city means the city', () => {
    expect(named('Envoys from Berlin met officials in Washington on Friday.')).toContain(
      'Washington -> United States/District of Columbia/Washington',
    );
  });

  test('beside other countries Georgia is a country', () => {
    expect(named('Armenia, Azerbaijan and Georgia signed the deal.')).toContain(
      'Georgia -> Georgia',
    );
  });
});

describe('described places', () => {
  test('the capitals of two provinces are two cities', () => {
    const found = placesOf('Fighting raged in the capitals of Helmand and Kandahar provinces.');
    const names = found.flatMap(({ place }) =>
      isResolved(place) ? [[place.name, place.described]] : [],
    );
    expect(names).toEqual([
      ['Lashkar Gah', 'the capital of Helmand'],
      ['Kandahar', 'the capital of Kandahar'],
    ]);
  });

  test.each([
    ["The Taliban entered Helmand's provincial capital.", 'Lashkar Gah'],
    ['The Taliban entered the capital of Takhar province.', 'Taloqan'],
    ['The centre of Takhar province fell in the evening.', 'Taloqan'],
    ["Rebels entered Takhar's provincial center.", 'Taloqan'],
    ['Shells hit the Syrian capital overnight.', 'Damascus'],
  ])('%s', (body, name) => {
    const names = placesOf(body).flatMap(({ place }) => (isResolved(place) ? [place.name] : []));
    expect(names).toContain(name);
  });

  test('a name beside its description is one mention of the city', () => {
    const found = shown('The Taliban took Lashkar Gah, the capital of Helmand province.');
    expect(found.filter((one) => one.includes('settlement'))).toHaveLength(1);
  });

  test('"the Qatari capital of Doha" is Doha', () => {
    expect(shown('Talks resumed in the Qatari capital of Doha.')).toEqual([
      expect.stringMatching(/^Doha -> Qatar\/.*Doha, settlement$/),
    ]);
  });

  test.each(['Several provincial capitals fell.', 'They lost some districts and a few cities.'])(
    'no place in: %s',
    (body) => expect(shown(body)).toEqual([]),
  );
});

describe('context', () => {
  test('a place named after the comma holds the one before it', () => {
    expect(shown('Sangin, Helmand, was quiet on Friday.')).toEqual([
      `Sangin -> ${AF}/Helmand/Sangin, settlement`,
      `Helmand -> ${AF}/Helmand, province`,
    ]);
  });

  test.each([
    ['He was born in Paris, Texas, and moved to Dallas.', 'United States/Texas'],
    ['He was born in Paris and studied in Lyon, France.', 'France'],
    ['Police in Tripoli, Lebanon, closed the road to Beirut.', 'Lebanon'],
    ['Militias clashed in Tripoli and Misrata, Libya.', 'Libya'],
  ])('%s', (body, path) => {
    expect(shown(body)[0]).toContain(`-> ${path}`);
  });

  test('words for a people show the country', () => {
    const found = shown(
      'Georgian soldiers returned to their bases near Gori in Georgia, Tbilisi said.',
    );
    expect(found.find((one) => one.startsWith('Georgia '))).toBe('Georgia -> Georgia, country');
  });

  test('part of a country is a region, not the country', () => {
    const [place] = placesOf('Thousands fled northern Afghanistan last week.');
    expect(place?.place).toMatchObject({ precision: 'region', described: 'northern Afghanistan' });
  });
});

describe('use', () => {
  test.each([
    ['The camp lies 20 kilometers from the border with Afghanistan.', 'Afghanistan', 'associative'],
    ['Moscow said it would send more troops.', 'Moscow', 'metonym'],
    ['Talks between Kabul and the Taliban stalled.', 'Kabul', 'metonym'],
    ['They were stopped 30 km north of Kabul.', 'Kabul', 'associative'],
    ['A bomb went off in Kabul.', 'Kabul', 'literal'],
  ])('%s', (body, text, use) => {
    expect(placesOf(body).find((mention) => mention.text === text)?.use).toBe(use);
  });
});

describe('sites and unknown names', () => {
  test('an airport is a part of its city, and a facility', () => {
    const body = 'Rockets struck Kandahar airport before dawn.';
    expect(shown(body)).toEqual([`Kandahar -> ${AF}/Kandahar/Kandahar, settlement [airport]`]);
    expect(readText(body).mentions).toContainEqual(
      expect.objectContaining({ type: 'facility', name: 'Kandahar airport' }),
    );
  });

  test('a name no gazetteer has is kept, with the area the text gives', () => {
    const found = shown('The drills run at the Kharbmaidon training ground in Tajikistan.');
    expect(found).toContain(
      'Kharbmaidon training ground -> ? no place of this name in the gazetteer in iso3166:TJ',
    );
  });

  test.each([
    ['The Taliban and Islamic State claimed the attack.', 'Taliban'],
    ['President Ashraf Ghani addressed the nation.', 'Ghani'],
    ['March was the deadliest month. May was calm.', 'March'],
  ])('%s: no place', (body, text) => {
    expect(placesOf(body).map((mention) => mention.text)).not.toContain(text);
  });
});

describe('spelling and case', () => {
  test.each([
    ['Fighting was reported in Dashti Archi district of Kunduz.', 'Dasht-e Archi'],
    ['Russian troops took Severodonetsk in Luhansk oblast.', 'Sievierodonetsk'],
    ['THE TALIBAN SEIZED LASHKAR GAH ON THURSDAY, OFFICIALS SAID.', 'Lashkar Gah'],
  ])('%s', (body, name) => {
    const names = placesOf(body).flatMap(({ place }) => (isResolved(place) ? [place.name] : []));
    expect(names).toContain(name);
  });

  test('every mention stands where it says, in any text', () => {
    const bodies = [
      '',
      '\n\n',
      'Ka\u0000bul, KABUL; Kābul — “Kabul”',
      '🏳️ Kabul 🏳️',
      'Kabul'.repeat(300),
    ];
    for (const body of bodies) {
      for (const { start, end, text } of placesOf(body)) expect(body.slice(start, end)).toBe(text);
    }
  });
});
