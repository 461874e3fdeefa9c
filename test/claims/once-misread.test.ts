import { describe, expect, test } from 'vitest';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { resources } from './read.ts';

const summary = ({ kind, actor, place, facility, polarity, modality, when }: Claim) =>
  [
    kind.replace('control.', ''),
    actor?.side ?? actor?.id ?? '-',
    `${isResolved(place) ? place.name : `?${place.text}`}${facility === undefined ? '' : ` (${facility})`}`,
    polarity === 'negative' ? 'negative' : modality,
    'start' in when ? when.start : 'no day',
  ].join(' | ');

/** What was read otherwise once: day of publication, sentence, the claims about control in it. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  // The year beside the name was taken for the day of the loss.
  [
    '2024-12-07',
    'Daraa, cradle of the 2011 uprising, is no longer under army control, two sources said.',
    ['held | syria-government | Daraa | negative | 2024-12-07'],
  ],
  [
    '2024-08-05',
    'Min Aung Hlaing conceded that contact with the senior officers at Lashio had been lost.',
    [],
  ],
  [
    '2022-04-02',
    'The whole Kyiv region has been liberated by Ukrainian forces.',
    ['recaptured | ukraine-government | Kyiv Oblast | stated | 2022-04-02'],
  ],
  // "IS" was a verb, and "no" was lost.
  [
    '2017-10-17',
    'No IS fighters remained in Raqqa.',
    ['withdrawn | islamic-state | Raqqa | stated | 2017-10-17'],
  ],
  [
    '2013-03-24',
    'Seleka fighters control Bangui, and President Bozize has crossed the river into Congo, an adviser said.',
    ['held | seleka | Bangui | stated | 2013-03-24'],
  ],
  [
    '2025-02-16',
    'Residents of Bukavu woke on Sunday to find M23 fighters patrolling the streets of the city.',
    ['held | m23 | Bukavu | stated | 2025-02-16'],
  ],
  // Sake is where the road leads.
  [
    '2025-01-27',
    'The army still held the airport and the road to Sake, two officers said. M23 has Goma.',
    [
      'held | democratic-republic-of-the-congo-government | Goma (airport, road) | stated | 2025-01-27',
    ],
  ],
  // The tagger's one name from "Mariupol" to "Olenivka" was none of either.
  [
    '2022-05-17',
    'Ukrainian soldiers left the steelworks in Mariupol for Russian-held Olenivka.',
    [
      'withdrawn | ukraine-government | Mariupol (steelworks) | stated | 2022-05-17',
      'held | russia-government | Olenivka | stated | 2022-05-17',
    ],
  ],
  // Their flag is white, and no sign of surrender.
  [
    '2015-09-28',
    'The Taliban raised their white flag over the main square of Kunduz by midday.',
    ['captured | taliban | Kunduz (main square) | stated | 2015-09-28'],
  ],
  // The flag was IS's, which the sentence names.
  [
    '2015-12-28',
    "Iraq's flag is flying over the government compound in Ramadi, a spokesman announced, though IS still held a third of the city.",
    [
      'captured | iraq-government | Ramadi (government compound) | stated | 2015-12-28',
      'held | islamic-state | Ramadi (third) | stated | 2015-12-28',
    ],
  ],
  // The Taliban were in control of what they left to others.
  [
    '2021-08-08',
    'Taliban fighters have taken key buildings in Kunduz, leaving government forces in control of only the airport.',
    [
      'captured | taliban | Kunduz (key buildings) | stated | 2021-08-08',
      'held | afghanistan-government | Kunduz (airport) | stated | 2021-08-08',
    ],
  ],
  // The Americans had left Zaranj.
  [
    '2021-08-06',
    'Zaranj became on Friday the first capital to be lost to the Taliban since the Americans began to leave.',
    ['captured | taliban | Zaranj | stated | 2021-08-06'],
  ],
  // It was handed over to the government.
  [
    '2021-08-15',
    'Jalalabad was handed over by its elders at dawn, which left Kabul the only big city with the government.',
    ['surrendered | taliban | Jalalabad | stated | 2021-08-15'],
  ],
  // Those still at the edge have not come from outside.
  [
    '2025-01-06',
    'Ukrainian soldiers are still in the western outskirts of Kurakhove.',
    ['held | ukraine-government | Kurakhove (western outskirts) | stated | 2025-01-06'],
  ],
  // Units, brigades and assault groups of another state counted as those of the country in focus.
  [
    '2024-05-17',
    'Russian units captured Bakhmut.',
    ['captured | russia-government | Bakhmut | stated | 2024-05-17'],
  ],
  [
    '2020-12-01',
    'Eritrean brigades held Axum.',
    ['held | eritrea-government | Axum | stated | 2020-12-01'],
  ],
  [
    '2024-05-17',
    'Kyiv said Russian assault groups had entered Pokrovsk.',
    ['contested | russia-government | Pokrovsk | stated | 2024-05-17'],
  ],
  // What is called false was told as fact.
  [
    '2025-02-16',
    'The army called the reports of the capture of Bukavu false.',
    ['captured | - | Bukavu | negative | 2025-02-16'],
  ],
  // The denial does not reach a clause on the side.
  [
    '2023-12-19',
    'The RSF denied it intended to attack Sennar, which the army still holds.',
    [
      'contested | rapid-support-forces | Sennar | negative | ',
      'held | sudan-government | Sennar | stated | 2023-12-19',
    ],
  ],
  // It had not left their hands, it never was in them.
  [
    '2020-11-08',
    'The town of Shusha remained out of Azerbaijan\u2019s hands.',
    ['held | azerbaijan-government | Shusha | negative | 2020-11-08'],
  ],
  // Neither was anything.
  [
    '2020-11-08',
    'Armenia said fighting was still under way in Shusha.',
    ['contested | - | Shusha | stated | 2020-11-08'],
  ],
  [
    '2017-10-17',
    'President Duterte declared Marawi liberated.',
    ['recaptured | philippines-government | Marawi City | stated | 2017-10-17'],
  ],
  // What is only possible, or open, was told as fact.
  [
    '2020-11-08',
    'It is possible that Mekelle has fallen.',
    ['captured | - | Mekelle | hedged | 2020-11-08'],
  ],
  [
    '2020-11-08',
    'The fall of Mekelle remains unconfirmed.',
    ['captured | - | Mekelle | hedged | 2020-11-08'],
  ],
  ['2020-11-08', 'The capture of Mekelle is probable.', ['captured | - | Mekelle | predicted | ']],
  // No other name spoke for Afghanistan.
  [
    '2021-07-09',
    'The Taliban captured Islam Qala.',
    ['captured | taliban | Islam Qala | stated | 2021-07-09'],
  ],
  // What is demanded was told as done.
  [
    '2024-02-17',
    'Ukraine demanded that Russia withdraw from Kherson.',
    ['withdrawn | russia-government | Kherson | planned | '],
  ],
  [
    '2024-02-17',
    'Ukraine insisted that Russia leave Kherson.',
    ['withdrawn | russia-government | Kherson | planned | '],
  ],
  [
    '2024-02-17',
    'Ukraine insisted that Russia had left Kherson.',
    ['withdrawn | russia-government | Kherson | stated | 2024-02-17'],
  ],
  // It was Ukraine that had taken it.
  [
    '2024-02-17',
    'The fall of Avdiivka is a blow to Ukraine.',
    ['captured | - | Avdiivka | stated | 2024-02-17'],
  ],
  // The loss of six weeks before was news of the same day, and outweighed the town's retaking.
  [
    '2025-02-02',
    'M23 retook Masisi on Saturday, six weeks after losing it to the army.',
    [
      'recaptured | m23 | Masisi | stated | 2025-02-01',
      'captured | democratic-republic-of-the-congo-government | Masisi | stated | 2024-12-19',
    ],
  ],
  [
    '2025-10-26',
    'The army retook Goma, more than a year after M23 fighters had seized it.',
    [
      'recaptured | democratic-republic-of-the-congo-government | Goma | stated | 2025-10-26',
      'captured | m23 | Goma | background | 2024-04-27',
    ],
  ],
  // At the head of a report it could not be read at all.
  [
    '2025-10-26',
    'Weeks after losing Goma, the army retook the city.',
    [
      // To whom, nobody says; not to the army, which lost it.
      'captured | - | Goma | background | ',
      'recaptured | democratic-republic-of-the-congo-government | Goma | stated | 2025-10-26',
    ],
  ],
  [
    '2025-10-26',
    'The army retook Goma 3,000 years after M23 fighters had seized it.',
    [
      'recaptured | democratic-republic-of-the-congo-government | Goma | stated | 2025-10-26',
      'captured | m23 | Goma | background | ',
    ],
  ],
  // A day or two after it is as good as news.
  [
    '2025-02-02',
    'M23 captured Goma two days after the army left it.',
    [
      'captured | m23 | Goma | stated | 2025-02-02',
      'withdrawn | democratic-republic-of-the-congo-government | Goma | stated | 2025-02-02',
    ],
  ],
  // "The centre" was that of the town named next.
  [
    '2025-12-15',
    'The army controls the north, the east and the centre. The RSF holds El Fasher.',
    ['held | rapid-support-forces | El Fasher | stated | 2025-12-15'],
  ],
  // A unit of the army held towns for itself.
  [
    '2025-12-15',
    "The army's Sixth Infantry Division holds El Fasher.",
    ['held | sudan-government | El Fasher | stated | 2025-12-15'],
  ],
  [
    '2025-12-15',
    "Sudan's Sixth Infantry Division left El Fasher.",
    ['withdrawn | sudan-government | El Fasher | stated | 2025-12-15'],
  ],
  // The loss of what the army has just taken back was its own.
  [
    '2025-09-12',
    'The army recaptured El Fasher on Thursday. The RSF has not commented on the loss of the city.',
    [
      'recaptured | sudan-government | El Fasher | stated | 2025-09-11',
      'captured | sudan-government | El Fasher | hedged | 2025-09-12',
    ],
  ],
  // Who only asks who holds a town once said that the side named last did.
  ['2025-10-28', 'The RSF fights the army. Who controls El Fasher?', []],
  [
    '2025-10-28',
    'The RSF fights the army. Which side controls El Fasher is disputed.',
    ['contested | - | El Fasher | stated | 2025-10-28'],
  ],
  ['2025-10-28', 'The RSF fights the army. It is unclear which side controls El Fasher.', []],
  // What both claim was once one side's.
  [
    '2025-10-28',
    'The army and the RSF both claimed control of Rabak.',
    ['contested | - | Rabak | stated | 2025-10-28'],
  ],
  // "It" was once whoever was named last, and no town fell.
  [
    '2025-10-28',
    'The army fights the RSF. Residents fled El Geneina after it fell to the RSF.',
    ['captured | rapid-support-forces | El Geneina | stated | 2025-10-28'],
  ],
  // The tree lost the names with an article.
  [
    '2024-12-04',
    'The rebels of HTS withdrew from Ras al-Ain, and the Syrian army captured Deir ez-Zor.',
    [
      'withdrawn | hayat-tahrir-al-sham | Ras al-Ain | stated | 2024-12-04',
      'captured | syria-government | Deir ez-Zor | stated | 2024-12-04',
    ],
  ],
  // What does not come in fights for nothing.
  [
    '2025-11-04',
    'JNIM has blockaded Timbuktu since August, and nothing enters the city.',
    ['besieged | jama-at-nusrat-al-islam-wal-muslimin | Timbuktu | stated | 2025-08-01'],
  ],
  // Whose the troops are stands behind them.
  [
    '2021-06-29',
    'Tigray is at war. Troops from neighbouring Eritrea abandoned the town of Shire.',
    ['withdrawn | eritrea-government | Shire | stated | 2021-06-29'],
  ],
  [
    '2021-08-08',
    'The mujahideen of the Islamic Emirate have conquered the city of Kunduz.',
    ['captured | taliban | Kunduz | stated | 2021-08-08'],
  ],
  // A newspaper's town was once the capital spoken of, and what "could be overrun" was.
  [
    '2021-08-12',
    'Kandahar is under attack by the Taliban. An assessment quoted by the Washington Post says the capital itself could be cut off within a month and be overrun within three.',
    [
      'contested | taliban | Kandahar | stated | 2021-08-12',
      'besieged | taliban | Kabul | predicted | ',
      'captured | taliban | Kabul | predicted | ',
    ],
  ],
  // Whoever lays down arms has not yet done so; a flag of their own is no surrender.
  ['2021-08-08', 'Soldiers who lay down their arms may go home to Taloqan, the Taliban said.', []],
  [
    '2021-07-15',
    'A day after Taliban fighters raised their white flag in Spin Boldak, residents stayed indoors.',
    ['captured | taliban | Spin Boldak | stated | 2021-07-15'],
  ],
  // Inmates were freed, and not the prison.
  [
    '2024-12-05',
    'The rebels of HTS reached the central prison of Hama, from which hundreds of inmates were freed.',
    ['contested | hayat-tahrir-al-sham | Hama (central prison) | stated | 2024-12-05'],
  ],
  // Whose backer was named was nobody known.
  [
    '2025-01-28',
    'Rwanda-backed M23 fighters seized Goma on Monday.',
    ['captured | m23 | Goma | stated | 2025-01-27'],
  ],
  // Who was forced to leave was once only meant to.
  [
    '2025-01-28',
    'M23 rebels forced Congolese soldiers to abandon Goma on Monday.',
    ['withdrawn | democratic-republic-of-the-congo-government | Goma | stated | 2025-01-27'],
  ],
  [
    '2025-01-28',
    'The attack could force Congolese soldiers to abandon Goma.',
    ['withdrawn | democratic-republic-of-the-congo-government | Goma | predicted | '],
  ],
  // A name of two words stood under the full stop, and nobody was driven from anywhere.
  [
    '2021-08-05',
    'Taliban fighters were driven from Lashkar Gah.',
    ['withdrawn | taliban | Lashkar Gah | stated | 2021-08-05'],
  ],
];

describe('read otherwise once', () => {
  test.each(CASES)('%s: %s', (published, body, expected) => {
    const report = reportOf(body, { title: null, outlet: 'Example Wire', published });
    const { claims } = readReport(report, resources);
    const control = claims.filter(({ kind }) => kind.startsWith('control.'));
    expect(control.map(summary)).toEqual(expected);
  });
});
