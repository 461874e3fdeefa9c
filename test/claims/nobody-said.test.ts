import { expect, test } from 'vitest';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { resources } from './read.ts';

/** "captured taliban Herat (airport) planned": the claims about control, modality only where it is not stated. */
const told = (body: string, published: string) =>
  readReport(reportOf(body, { title: null, outlet: 'Example Wire', published }), resources)
    .claims.filter(({ kind }) => kind.startsWith('control.'))
    .map(({ kind, actor, place, facility, polarity, modality }: Claim) =>
      [
        kind.slice('control.'.length),
        actor?.side ?? actor?.id ?? actor?.name ?? '-',
        isResolved(place) ? place.name : `?${place.text}`,
        ...(facility === undefined ? [] : [`(${facility})`]),
        ...(polarity === 'negative' ? ['not'] : []),
        ...(modality === 'stated' || modality === 'background' ? [] : [modality]),
      ].join(' '),
    );

/** Each of these once told of a place that nobody spoke of, or of nobody's gain. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  // Where the places that were taken lie.
  [
    '2024-12-16',
    'M23 rebels captured Matembe and Vutsorovya in Lubero territory.',
    ['captured m23 ?Matembe', 'captured m23 ?Vutsorovya'],
  ],
  // Where they went, and what they left.
  [
    '2015-05-18',
    'Iraqi police and soldiers fled Ramadi toward Khalidiya and Habbaniya.',
    ['withdrawn iraq-government Ramadi'],
  ],
  // "Saudi Arabia" was no place, and a president is no garrison.
  [
    '2015-03-26',
    'President Abd-Rabbu Mansour Hadi fled to Saudi Arabia as the Houthis neared Aden.',
    ['threatened houthis Aden'],
  ],
  // Who was captured, by the first of his names.
  [
    '2021-08-13',
    'Mohammad Ismail Khan, the veteran commander, was captured by the Taliban when they took Herat.',
    ['captured taliban Herat'],
  ],
  // Where the government sits.
  [
    '2016-12-05',
    'Libyan forces loyal to the government in Tripoli have taken the last houses held by Islamic State in Sirte.',
    ['captured libya-government Sirte (last houses)', 'held islamic-state Sirte (last houses)'],
  ],
  // What it lies southwest of.
  [
    '2020-05-18',
    'Libyan government forces seized the al-Watiya airbase southwest of Tripoli on Monday.',
    ['captured libya-government ?al-Watiya (al-Watiya airbase)'],
  ],
  // Whose border it lies on.
  [
    '2015-03-28',
    'Chadian soldiers still hold Damasak, on the border with Niger, which they took from Boko Haram this month.',
    ['held chad-government Damasak', 'captured chad-government Damasak'],
  ],
  [
    '2021-07-09',
    'A second post, Torghundi, on the frontier with Turkmenistan, was captured by the Taliban.',
    ['captured taliban Torghundi'],
  ],
  // What is to come there, in a clause of its own.
  [
    '2013-01-26',
    'The MNLA holds Kidal, and Timbuktu is expected to be next.',
    ['held national-movement-for-the-liberation-of-azawad Kidal'],
  ],
  ['2020-11-28', 'More than 40,000 refugees have walked into Sudan from Ethiopia.', []],
  // "Civilians … taken": to the tree, Aleppo.
  ['2016-12-07', 'Civilians who fled eastern Aleppo were taken to Jibreen by the army.', []],
  ['2021-06-29', 'UNICEF said its equipment in Mekelle was taken apart by soldiers.', []],
  // A road is no city.
  [
    '2016-12-13',
    'The Syrian army took Aleppo. Damascus cut the Castello Road and completed the encirclement of the eastern half of the city.',
    ['captured syria-government Aleppo', 'besieged syria-government Aleppo (eastern half)'],
  ],
  // What goes on has freed nothing yet.
  [
    '2016-11-08',
    'The Peshmerga entered Bashiqa on Monday and are clearing it of snipers.',
    ['contested kurdistan-regional-government ?Bashiqa'],
  ],
  // What could not be done was not done; nobody foretells it.
  [
    '2022-04-02',
    'The Russians could not take Chernihiv.',
    ['captured russia-government Chernihiv not'],
  ],
  [
    '2016-12-13',
    'The Syrian regime will likely attempt to retake Palmyra in the spring.',
    ['recaptured syria-government Palmyra predicted'],
  ],
  // The fight was before, and the gain that is only foretold is none.
  [
    '2023-12-19',
    'After three days of clashes in Wad Madani the RSF entered the city. The army said its forces had withdrawn from Wad Madani.',
    ['captured rapid-support-forces Wad Madani', 'withdrawn sudan-government Wad Madani'],
  ],
  // What stands behind the colon is told there.
  [
    '2021-08-08',
    'The Taliban took Kunduz. The ministry said commandos were clearing: "Some areas have been cleared".',
    ['captured taliban Kunduz', 'recaptured afghanistan-government Kunduz (areas)'],
  ],
  // A post, and no town.
  [
    '2021-08-03',
    'Taliban fighters entered Lashkar Gah. General Sami Sadat, in charge of the 215th Corps, begged inhabitants to leave.',
    ['contested taliban Lashkar Gah'],
  ],
  // Those whom troops fetch hold nothing, and no embassy is a front.
  ['2021-08-13', 'Britain is sending 600 soldiers to Kabul to help its citizens leave.', []],
  [
    '2021-08-13',
    'The United States is sending soldiers to Kabul to help evacuate its embassy.',
    [],
  ],
  ['2020-11-28', "UNICEF said that Ethiopia's soldiers had walked into its office in Mekelle.", []],
  // Whoever is beaten off had not been there.
  [
    '2024-08-27',
    "Burkina Faso's army said that the attackers were driven away from Barsalogho.",
    ['held burkina-faso-government ?Barsalogho'],
  ],
  [
    '2021-07-12',
    'The reports published on social media that Qala-e-Naw has fallen to the Taliban are baseless, the Afghan army said.',
    ['captured taliban Qala-e Naw not'],
  ],
  [
    '2021-08-08',
    'The Taliban attacked Taloqan. Government spokesmen neither confirmed nor denied the fall of the city.',
    ['contested taliban Taloqan', 'captured taliban Taloqan hedged'],
  ],
  // With what it is compared, and where they went.
  [
    '2015-03-29',
    'Nusra Front fighters captured Idlib on Saturday, the second capital to fall, after Raqqa. State media said soldiers were regrouping south of the city.',
    ['captured hayat-tahrir-al-sham Idlib', 'withdrawn syria-government Idlib'],
  ],
  // One gain, told once.
  [
    '2022-09-11',
    'Ukrainian troops entered Kupiansk on Saturday and raised the flag over the city hall.',
    ['captured ukraine-government Kupiansk (city hall)'],
  ],
  // "The base" is the one with a name, and not in the town that tells where it lies.
  [
    '2020-05-18',
    "Libyan government forces seized the al-Watiya airbase southwest of Tripoli. Haftar's Libyan National Army had held the base since 2014.",
    [
      'captured libya-government ?al-Watiya (al-Watiya airbase)',
      'held libyan-national-army ?al-Watiya (base)',
    ],
  ],
  // A country in peace has a government.
  ['2020-11-28', 'The party ruled Ethiopia for nearly three decades.', []],
  // What "where" stands for, and no place named later or before.
  [
    '2021-08-06',
    'The Taliban took Zaranj. In the north they were fighting for Sheberghan, where they broke through the western gate.',
    [
      'captured taliban Zaranj',
      'contested taliban Sheberghan',
      'contested taliban Sheberghan (western gate)',
    ],
  ],
  [
    '2023-11-20',
    'The road to Kunlong is closed, and the MNDAA has called on officials in Laukkai, where thousands of foreigners work, to surrender the town.',
    ['surrendered myanmar-national-democratic-alliance-army Laukkai planned'],
  ],
  // Who is called on to go.
  [
    '2025-01-20',
    'The M23 called on the army to withdraw from Sake, and the UN appealed to the rebels to leave Goma.',
    [
      'withdrawn democratic-republic-of-the-congo-government Sake planned',
      'withdrawn m23 Goma planned',
    ],
  ],
  ['2022-08-20', 'Kyiv called on Moscow to pull its troops out of the Zaporizhzhia plant.', []],
  // Who stands behind "after".
  [
    '2025-01-28',
    'M23 rebels took Goma after soldiers and policemen left the city.',
    ['captured m23 Goma', 'withdrawn democratic-republic-of-the-congo-government Goma'],
  ],
  [
    '2025-01-28',
    'M23 rebels took Goma after the army and the police left the city.',
    ['captured m23 Goma', 'withdrawn democratic-republic-of-the-congo-government Goma'],
  ],
  // Whoever gives up a town leaves it, told once.
  [
    '2024-05-08',
    'The KIA took Sumprabum after soldiers and police gave up the town.',
    ['captured kachin-independence-army ?Sumprabum', 'withdrawn myanmar-government ?Sumprabum'],
  ],
  [
    '2024-12-22',
    'Troops of the Sudanese army captured the RSF base at Zurrug in North Darfur.',
    ['captured sudan-government ?Zurrug (RSF base)'],
  ],
  // People are not where they are from.
  ['2012-07-02', 'Refugees from Timbuktu have gone to Mauritania.', []],
  [
    '2021-07-11',
    'The Taliban seized Islam Qala, the busiest crossing with Iran.',
    ['captured taliban Islam Qala'],
  ],
];

test.each(CASES)('%s %s', (day, body, claims) => {
  expect(told(body, day)).toEqual(claims);
});

test('where a word was said is not where it happens', () => {
  const { claims } = readReport(
    reportOf('"We are fighting," Zelenskiy told reporters at the summit in Japan.', {
      title: null,
      outlet: 'Example Wire',
      published: '2023-05-21',
    }),
    resources,
  );
  expect(claims.filter(({ place }) => isResolved(place))).toEqual([]);
});
