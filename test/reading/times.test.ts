import { describe, expect, test } from 'vitest';
import { findTimes } from '../../src/reading/times.ts';
import { parsed } from './parsed.ts';

/** "words = start..end", or "words ? reason"; `~` marks an assumed year or month. */
const shown = (body: string, published?: string) =>
  findTimes(parsed(body, published)).map(({ text, time }) => {
    if (time.basis === 'unknown') return `${text} ? ${time.reason}`;
    const days = time.start === time.end ? time.start : `${time.start}..${time.end}`;
    const basis = time.basis === 'implied' ? ' implied' : '';
    return `${text} = ${days}${time.assumed === undefined ? '' : ' ~'}${basis}`;
  });

/** Published on Thursday, 5 August 2021. */
const PUBLISHED = '2021-08-05';

const CASES: readonly (readonly [string, readonly string[]])[] = [
  // Dates.
  ['The city fell on August 6, 2021.', ['August 6, 2021 = 2021-08-06']],
  ['The city fell on 6 August 2021.', ['6 August 2021 = 2021-08-06']],
  ['Fighting began on Aug. 2.', ['Aug. 2 = 2021-08-02 ~']],
  ['Fighting began on 2 August.', ['2 August = 2021-08-02 ~']],
  ['Drills take place from August 5 to 10.', ['August 5 to 10 = 2021-08-05..2021-08-10 ~']],
  ['It lasted from 28 July to 3 August.', ['28 July to 3 August = 2021-07-28..2021-08-03 ~']],
  ['It lasted from July 28 to August 3.', ['July 28 to August 3 = 2021-07-28..2021-08-03 ~']],
  ['The strikes of Aug. 1-3 hit depots.', ['Aug. 1-3 = 2021-08-01..2021-08-03 ~']],
  ['They met on Thursday, August 5, 2021, in Doha.', ['Thursday, August 5, 2021 = 2021-08-05']],
  ['The attack came on December 28.', ['December 28 = 2020-12-28 ~']],
  ['They will leave by August 31.', ['by August 31 = 2021-08-05..2021-08-31 ~']],
  ['Filed 2021-08-05 in Kabul.', ['2021-08-05 = 2021-08-05']],
  ['Dated 25/07/2021 in Kabul.', ['25/07/2021 = 2021-07-25']],
  ['Dated 5.8.2021 in Kabul.', ['5.8.2021 = 2021-08-05']],
  ['Dated 05/06/2021.', ['05/06/2021 ? day and month cannot be told apart']],
  ['It happened on 31 February.', ['31 February ? no such day in the calendar']],
  ['It happened on June 31, 2021.', ['June 31, 2021 ? no such day in the calendar']],
  ['The drills ran from the 5th to the 10th.', ['the 5th to the 10th = 2021-08-05..2021-08-10 ~']],
  ['After the Sept. 11 attacks the war began.', ['Sept. 11 = 2001-09-11']],
  // Months, seasons, years.
  ['They seized Bakhmut last May.', ['last May = 2021-05-01..2021-05-31']],
  ['Fighting has gone on since May.', ['since May = 2021-05-01..2021-08-05 ~']],
  ['They have held the port since this month.', ['since this month = 2021-08-01..2021-08-05']],
  ['The front moved in late July.', ['late July = 2021-07-22..2021-07-31 ~']],
  ['The front moved in mid-July.', ['mid-July = 2021-07-11..2021-07-21 ~']],
  ['Crimea was taken in the spring of 2014.', ['the spring of 2014 = 2014-03-01..2014-05-31']],
  ['Talks began in September 2020.', ['September 2020 = 2020-09-01..2020-09-30']],
  ['The 2001 invasion ousted them.', ['2001 = 2001-01-01..2001-12-31']],
  ['They ruled from 1996 to 2001.', ['1996 to 2001 = 1996-01-01..2001-12-31']],
  ['The civil war of the 1990s ruined Kabul.', ['the 1990s = 1990-01-01..1999-12-31']],
  ['In the first quarter of 2021 it rose.', ['the first quarter of 2021 = 2021-01-01..2021-03-31']],
  [
    'Losses in fiscal year 2021 rose.',
    ['fiscal year 2021 ? whose fiscal year is meant is not known'],
  ],
  ['It was in the first week of July.', ['the first week of July = 2021-07-01..2021-07-07 ~']],
  ['In the last week of May 2020 it fell.', ['the last week of May 2020 = 2020-05-25..2020-05-31']],
  // Weekdays.
  ['The truce holds until Sunday.', ['until Sunday = 2021-08-05..2021-08-08']],
  ['The truce held until Sunday.', ['Sunday = 2021-08-01']],
  ['Troops left in the night to Wednesday.', ['the night to Wednesday = 2021-08-03..2021-08-04']],
  ['Over the weekend, two towns fell.', ['the weekend = 2021-07-31..2021-08-01']],
  ['They will vote at the weekend.', ['the weekend = 2021-08-07..2021-08-08']],
  ['The siege has gone on for days now.', ['for days now = 2021-07-30..2021-08-05 implied']],
  ['It fell on 14 Asad 1400.', ['14 Asad 1400 = 2021-08-05']],
  [
    'It fell on 2 August. Two days earlier its garrison had fled.',
    ['2 August = 2021-08-02 ~', 'Two days earlier = 2021-07-31'],
  ],
  ['Vikantov said on Thursday.', ['Thursday = 2021-08-05']],
  ["Friday's attack killed many.", ['Friday = 2021-07-30']],
  ['He was killed early on Monday.', ['early on Monday = 2021-08-02']],
  ['The town fell last Friday.', ['last Friday = 2021-07-30']],
  ['Envoys will meet on Tuesday.', ['Tuesday = 2021-08-10']],
  ['Envoys meet next Tuesday.', ['next Tuesday = 2021-08-10']],
  ['Fighting raged from Monday to Wednesday.', ['Monday to Wednesday = 2021-08-02..2021-08-04']],
  ['It was hit at 5 p.m. on Wednesday.', ['5 p.m. on Wednesday = 2021-08-04']],
  ['It fell on Wednesday last week.', ['Wednesday last week = 2021-07-28']],
  [
    'Shelling went on overnight into Wednesday.',
    ['overnight into Wednesday = 2021-08-03..2021-08-04'],
  ],
  // Counted from publication.
  ['Districts were lost last month.', ['last month = 2021-07-01..2021-07-31']],
  ['Talks started last year.', ['last year = 2020-01-01..2020-12-31']],
  ['It grew worse this week.', ['this week = 2021-08-02..2021-08-08']],
  ['It fell earlier this year.', ['earlier this year = 2021-01-01..2021-08-05']],
  ['It ends by the end of the month.', ['by the end of the month = 2021-08-05..2021-08-31']],
  ['Rockets landed overnight.', ['overnight = 2021-08-04..2021-08-05']],
  ['It fell three days ago.', ['three days ago = 2021-08-02']],
  ['It began two decades ago.', ['two decades ago = 2001-01-01..2001-12-31']],
  ['In the past 24 hours it worsened.', ['the past 24 hours = 2021-08-04..2021-08-05']],
  ['Fighting has been going on for days now.', ['for days now = 2021-07-30..2021-08-05 implied']],
  ['Clashes went on for a third day.', ['for a third day = 2021-08-03..2021-08-05']],
  ['At 14:05 GMT shells fell.', ['14:05 GMT = 2021-08-05 implied']],
  // Counted from the text.
  [
    'The base fell on August 1, 2021. A day earlier, two villages fell.',
    ['August 1, 2021 = 2021-08-01', 'A day earlier = 2021-07-31'],
  ],
  [
    'The base fell on August 1, 2021. The next day, troops left.',
    ['August 1, 2021 = 2021-08-01', 'The next day = 2021-08-02'],
  ],
  ['The next day, troops left.', ['The next day ? no day is named before it']],
  // Other calendars.
  ['The decree of 15 Asad 1400 says so.', ['15 Asad 1400 = 2021-08-06']],
  ['It is the 27 Dhu al-Hijjah.', ['27 Dhu al-Hijjah = 2021-08-05..2021-08-07 ~']],
  ['They hoped for quiet over Eid al-Adha.', ['Eid al-Adha = 2021-07-19..2021-07-21 ~']],
];

describe('times against a report of 5 August 2021', () => {
  test.each(CASES)('%s', (body, expected) => {
    expect(shown(body, PUBLISHED)).toEqual(expected);
  });

  test.each([
    'They guard it 24/7.',
    'They may go.',
    'Some 2,000 troops came.',
    'Some 2000 troops came.',
    'The army will march on the city.',
    'March on Kabul!',
    'The sun rose.',
    'He sat down.',
    'Resolution 1973 was adopted.',
    'The 5th Corps arrived.',
    'The 10th anniversary passed.',
    'They won 2:1.',
    'April Glaspie met him.',
    'Theresa May resigned.',
    'Version 2.0 is out.',
    'A second later it blew up.',
    'The 20-year-old died.',
  ])('no time: %s', (body) => {
    expect(shown(body, PUBLISHED)).toEqual([]);
  });
});

describe('times against a report of unknown date', () => {
  test('relative times say why they are unknown', () => {
    expect(shown('He said on Thursday that it fell last month.')).toEqual([
      "Thursday ? the report's date is not known",
      "last month ? the report's date is not known",
    ]);
  });

  test('a date with its year stands', () => {
    expect(shown('It fell on August 6, 2021.')).toEqual(['August 6, 2021 = 2021-08-06']);
    expect(shown('It fell on August 6.')).toEqual(['August 6 ? the year is not known']);
  });
});
