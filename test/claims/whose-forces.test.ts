import { describe, expect, test } from 'vitest';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { controlLine, resources, sideOf } from './read.ts';

const claimsOn = (body: string, published: string, title: string | null = null) =>
  readReport(reportOf(body, { title, outlet: 'Example Wire', published }), resources).claims.filter(
    ({ kind }) => kind.startsWith('control.'),
  );

const told = (body: string, published: string, title: string | null = null) =>
  claimsOn(body, published, title).map(controlLine);

describe('words for fighters mean the group of the war in those days, where none is named', () => {
  test.each([
    ['Gunmen seized Tikrit on Wednesday.', '2014-06-11', 'captured islamic-state Tikrit'],
    ['Jihadists captured Ramadi.', '2015-05-17', 'captured islamic-state Ramadi'],
    [
      'The insurgents captured Mocimboa da Praia in Mozambique.',
      '2021-03-27',
      'captured islamic-state-mozambique Mocímboa da Praia',
    ],
    [
      'Rebels in South Sudan captured Bentiu on Tuesday.',
      '2014-04-16',
      'captured sudan-people-s-liberation-movement-in-opposition Bentiu',
    ],
    [
      'Mutinous soldiers captured Bor in South Sudan on Wednesday.',
      '2013-12-19',
      'captured sudan-people-s-liberation-movement-in-opposition Bor',
    ],
    [
      'Separatist gunmen withdrew from Sloviansk on Saturday.',
      '2014-07-05',
      'withdrawn russian-backed-separatists Sloviansk',
    ],
    [
      'LOME, Iraq - Militants seized Tikrit on Wednesday.',
      '2014-06-11',
      'captured islamic-state Tikrit',
    ],
  ])('%s', (body, published, wanted) => {
    const [claim] = claimsOn(body, published);
    expect(told(body, published)).toContain(wanted);
    expect(claim?.actor?.reason).toMatch(/war in those days/);
  });

  test('less surely than by name', () => {
    const [byWar] = claimsOn('Gunmen seized Tikrit on Wednesday.', '2014-06-11');
    const [byName] = claimsOn('Islamic State seized Tikrit on Wednesday.', '2014-06-11');
    expect(byWar!.confidence).toBeLessThan(byName!.confidence);
  });

  test('and what fell on its day fell to it', () => {
    expect(told('Gunmen entered Mosul. Tikrit fell on Wednesday.', '2014-06-11')).toContain(
      'captured islamic-state Tikrit',
    );
  });

  test('not where two fit, nor before the war or after it', () => {
    const joined =
      'The Islamic State and the Taliban clashed in Afghanistan. The militants hold the district of Achin.';
    const held = claimsOn(joined, '2024-07-26').find(({ kind }) => kind === 'control.held');
    expect(held?.actor?.id).toBeUndefined();
    expect(held?.actor?.reason).toMatch(/several/);
    expect(told('Gunmen seized Tikrit.', '2020-06-11')).toEqual(['captured Gunmen Tikrit']);
  });

  test('rebels of whom nobody knows more are those of the country', () => {
    expect(told('Rebels captured Aleppo in Syria.', '2012-07-22')).toEqual([
      'captured syrian-rebels Aleppo',
    ]);
  });

  test('"jihadists" are the group of that kind, "separatists" that of the other', () => {
    const named = 'The MNLA and Ansar Dine fought in the town of Gao on Wednesday.';
    expect(told(`${named} The separatists left the town.`, '2012-06-28')).toContain(
      'withdrawn national-movement-for-the-liberation-of-azawad Gao',
    );
    expect(told(`${named} The Islamists captured the town.`, '2012-06-28')).toContain(
      'captured ansar-dine Gao',
    );
  });

  test('jihadists are no group that is none, though it be the only one named', () => {
    const body = 'The Syrian Democratic Forces met in Mosul, Iraq. The jihadists hold Tal Afar.';
    expect(told(body, '2017-07-10')).toEqual(['held islamic-state Tal Afar']);
  });

  test('a town’s gunmen are none of the army’s that is spoken of', () => {
    const body =
      'The army captured the city of Kramatorsk in Ukraine. Its gunmen had left Sloviansk.';
    expect(told(body, '2014-07-06')).toContain('withdrawn russian-backed-separatists Sloviansk');
  });

  test('a pronoun means whom the words before it mean', () => {
    expect(
      told('Insurgents entered Farah. They captured the police headquarters.', '2021-08-10'),
    ).toContain('captured taliban Farah');
  });
});

describe('words for troops mean those of the country', () => {
  test.each([
    ['Counter-terrorism troops captured Kirkuk.', '2017-10-16', 'captured iraq-government Kirkuk'],
    [
      'Policemen abandoned the city of Zaranj.',
      '2021-08-06',
      'withdrawn afghanistan-government Zaranj',
    ],
    [
      'The garrison of Taloqan withdrew from Taloqan.',
      '2021-08-08',
      'withdrawn afghanistan-government Taloqan',
    ],
    [
      'Zairean soldiers withdrew from Goma.',
      '1996-11-01',
      'withdrawn democratic-republic-of-the-congo-government Goma',
    ],
    ['14:05 - Elite troops captured Kirkuk.', '2017-10-16', 'captured iraq-government Kirkuk'],
  ])('%s', (body, published, wanted) => {
    expect(told(body, published)).toContain(wanted);
  });

  test('of the other where it tells of its own deeds, and not of what it tells of its foe', () => {
    const text = 'Azerbaijani forces captured the town of Jabrayil in Azerbaijan, Baku said.';
    const own = told(`${text} Armenia said soldiers held Hadrut.`, '2020-10-04');
    expect(own).toContain('held armenia-government Hadrut');
  });

  test('not of a country that they only fled to', () => {
    expect(told('Army troops fled from El Geneina to Chad.', '2023-11-04').join()).not.toMatch(
      /chad/,
    );
  });

  test('no troops of whoever gave them that name: "the warlords’ fighters"', () => {
    const claims = told('The warlords’ fighters left the city of Mogadishu.', '2006-06-05');
    expect(claims.join()).not.toMatch(/government|courts/);
  });

  test('a first group of soldiers is not the group spoken of', () => {
    const claims = readReport(
      reportOf('Boko Haram left Gwoza. Chad sent a first group of 100 soldiers to Gwoza.', {
        published: '2015-03-27',
      }),
      resources,
    ).claims.filter(({ kind }) => kind === 'force.deployed');
    expect(claims.map(sideOf)).toEqual(['chad-government']);
  });
});

describe('fighters told by who backs them, leads them or what people they are of', () => {
  test.each([
    [
      'Turkish-backed fighters captured Afrin in Syria.',
      '2018-03-18',
      'captured syrian-national-army Afrin',
    ],
    [
      'US-backed Kurdish and Arab fighters captured Raqqa.',
      '2017-10-17',
      'captured syrian-democratic-forces Raqqa',
    ],
    ['HTS-led rebels captured Aleppo.', '2024-11-30', 'captured hayat-tahrir-al-sham Aleppo'],
    ['Rwanda-backed rebels captured Goma.', '2025-01-28', 'captured m23 Goma'],
    [
      'Tamil rebels captured Jaffna.',
      '2000-05-13',
      'captured liberation-tigers-of-tamil-eelam Jaffna',
    ],
  ])('%s', (body, published, wanted) => {
    expect(told(body, published)).toContain(wanted);
  });

  test('fighters from a region of a state, or loyal to those who ruled it, are not the state’s', () => {
    for (const body of [
      'Rebels from Ethiopia’s northern region of Tigray captured Kombolcha.',
      'Fighters loyal to the former rulers of Ethiopia’s Tigray region captured Kombolcha.',
    ])
      expect(told(body, '2021-11-01').join()).not.toMatch(/ethiopia-government/);
  });
});

describe('the two sides', () => {
  test('that fight are those of the report', () => {
    const [fought] = claimsOn(
      'The army and the Rapid Support Forces agreed a truce in Sudan. The two sides were fighting in Omdurman.',
      '2023-06-10',
    );
    expect(fought?.parties?.map(({ id, side }) => side ?? id)).toEqual([
      'rapid-support-forces',
      'sudan-government',
    ]);
  });

  test('what both hold is neither’s alone', () => {
    const body =
      'The army and the Rapid Support Forces agreed a truce in Sudan. Both sides hold parts of Omdurman.';
    expect(claimsOn(body, '2023-06-10').map(({ actor }) => actor?.id)).toEqual([undefined]);
  });

  test('the alliance is the one of several that the report names', () => {
    const body =
      'Hayat Tahrir al-Sham leads the alliance of rebels in Syria. The Islamic State left Palmyra. The alliance captured Hama.';
    expect(told(body, '2024-12-05')).toContain('captured hayat-tahrir-al-sham Hama');
  });
});

test('whose wars they are is told of actors and countries that the list has', () => {
  const { belligerents } = resources.actors;
  expect(belligerents.length).toBeGreaterThan(50);
  const { actors } = resources;
  const wrong = belligerents.filter(
    ({ actor, country, from, to }) =>
      !actors.get(actor) || !actors.state(country) || (to !== undefined && to <= from),
  );
  expect(wrong).toEqual([]);
});
