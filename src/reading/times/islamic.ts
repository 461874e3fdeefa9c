import { civil, dateOf, type Period } from './calendar.ts';
import { type Finding, stated, type TimeRule, UNDATED } from './rule.ts';

/** Solar Hijri months, Afghan names with spelling variants, then Iranian. */
const SOLAR =
  'hamal|farvardin,sawr|saur|sowr|thawr|ordibehesht,jawza|jauza|khordad,saratan|tir,asad|mordad,sunbula|sonbola|shahrivar,mizan|mehr,aqrab|aban,qaws|qaus|azar,jadi|jaddi|dey,dalw|dalwa|dalv|bahman,hut|hoot|esfand'.split(
    ',',
  );

const LUNAR = [
  'muharram|moharram',
  'safar',
  "rabi['’]? ?al-?[ -]?awwal|rabi i",
  "rabi['’]? ?al-?[ -]?(?:thani|akhir)|rabi ii",
  'jumada ?al-?[ -]?(?:awwal|ula|awal)|jumada i',
  'jumada ?al-?[ -]?(?:thani|thaniya|akhira?|akhirah)|jumada ii',
  'rajab',
  "sha['’]?ban",
  'rama[dz]h?an',
  'shawwal',
  "(?:dhu|zul|dhul)[ -]?(?:al-?[ -]?)?(?:qa['’]?dah?|qidah?|qi['’]dah?)",
  '(?:dhu|zul|dhul)[ -]?(?:al-?[ -]?)?(?:hijjah?|hijja)',
];

const group = (names: readonly string[]) => names.map((name) => `(?:${name})`).join('|');
const indexIn = (names: readonly string[], written: string) =>
  names.findIndex((name) => new RegExp(`^(?:${name})$`, 'i').test(written));

/** Years of the 33-year cycle that are leap; holds for 1244–1531 SH. */
const LEAP = new Set([1, 5, 9, 13, 17, 22, 26, 30]);
/** 1 Hamal 1400 was 21 March 2021. */
const EPOCH_1400 = civil(2021, 3, 21);

function solarNewYear(year: number): number {
  let value = EPOCH_1400;
  for (let i = 1400; i < year; i++) value += LEAP.has(i % 33) ? 366 : 365;
  for (let i = 1399; i >= year; i--) value -= LEAP.has(i % 33) ? 366 : 365;
  return value;
}

const solarMonth = (year: number, month: number): Period => {
  const start = solarNewYear(year) + (month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30);
  const length = month <= 6 ? 31 : month < 12 || LEAP.has(year % 33) ? 30 : 29;
  return { start, end: start + length - 1 };
};

/** "15 Asad 1400": the solar year is needed, since Asad, Tir and Hut are also names. */
export const solarHijri: TimeRule = {
  name: 'time.solar-hijri',
  words: ['digit', ...SOLAR.flatMap((names) => names.split('|'))],
  pattern: new RegExp(
    `(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${group(SOLAR)})|(?<monthFirst>${group(SOLAR)})(?: (?<dayAfter>\\d{1,2})(?!\\d))?),? (?<year>1[34]\\d\\d)\\b`,
    'iy',
  ),
  resolve({ groups }) {
    const { day, dayAfter, month, monthFirst, year } = groups!;
    const period = solarMonth(Number(year), indexIn(SOLAR, (month ?? monthFirst)!) + 1);
    return dayWithin(period, day ?? dayAfter, 0);
  },
};

function dayWithin(period: Period, day: string | undefined, slack: number): Finding {
  if (day === undefined) return stated({ start: period.start - slack, end: period.end + slack });
  const value = period.start + Number(day) - 1;
  if (Number(day) < 1 || value > period.end + slack)
    return { basis: 'unknown', reason: 'no such day in the calendar' };
  return stated({ start: value - slack, end: value + slack }, slack === 0 ? 'day' : 'period');
}

/** Tabular Islamic calendar: 30-year cycle with 11 leap years; 1 Muharram 1 AH is 16 July 622 (Julian). */
const LUNAR_EPOCH = civil(622, 7, 19);
const lunarDay = (year: number, month: number) =>
  LUNAR_EPOCH + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30);

/** The moon is sighted from place to place; the tables may be a day off. */
const SIGHTING = 1;

/** The lunar year whose month lies nearest to a day. */
function lunarYear(month: number, near: number | undefined) {
  if (near === undefined) return undefined;
  const guess = Math.round((dateOf(near).year - 622) * (365.2425 / 354.367));
  const years = [guess - 1, guess, guess + 1, guess + 2];
  return years.reduce((best, year) =>
    Math.abs(lunarDay(year, month) - near) < Math.abs(lunarDay(best, month) - near) ? year : best,
  );
}

/** "27 Dhu al-Hijjah", "during Ramadan", "Muharram 1443". */
export const hijri: TimeRule = {
  name: 'time.hijri',
  words: [
    'digit',
    ...'muharram,moharram,safar,rabi,jumada,rajab,shaban,ramadan,ramazan,shawwal,dhu,zul,dhul'.split(
      ',',
    ),
  ],
  pattern: new RegExp(
    `(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?<month>${group(LUNAR)})(?:,? (?:(?<year>1[34]\\d\\d)|(?:of )?(?<common>20\\d\\d)))?(?![a-z])`,
    'iy',
  ),
  resolve({ groups, 0: whole }, context) {
    const { day, month, year: given, common } = groups!;
    // "Safar" and "Rajab" are given names too.
    if (!day && !given && !/^(?:rama|muharram|dhu|zul)/i.test(whole)) return undefined;
    const index = indexIn(LUNAR, month!) + 1;
    const near = common === undefined ? context.published : civil(Number(common), 7, 1);
    const year = given === undefined ? lunarYear(index, near) : Number(given);
    if (year === undefined) return UNDATED;
    const start = lunarDay(year, index);
    const finding = dayWithin({ start, end: lunarDay(year, index + 1) - 1 }, day, SIGHTING);
    return given || common || finding.basis === 'unknown'
      ? finding
      : { ...finding, assumed: 'year' };
  },
};

const FEASTS: readonly (readonly [RegExp, number, number])[] = [
  [/^eid[ -](?:al|ul)-?[ -]?fitr/i, 10, 1],
  [/^eid[ -](?:al|ul)-?[ -]?ad[hz]?a/i, 12, 10],
  [/^ashura/i, 1, 10],
];

/** "Eid al-Adha", "Nowruz", "Christmas", "New Year's Eve". */
export const feast: TimeRule = {
  name: 'time.feast',
  words: ['eid', 'ashura', 'nowruz', 'nawruz', 'christmas', 'new'],
  pattern:
    /(?<name>[Ee]id[ -](?:al|ul|Al|Ul)-?[ -]?(?:[Ff]itr|[Aa]d[hz]?a)|Ashura|N[ao]wruz|Christmas(?: (?:Day|Eve))?|New Year['’]s (?:Day|Eve))(?:,? (?<year>(?:19|20)\d\d))?/y,
  resolve({ groups }, context) {
    const name = groups!['name']!;
    const given = groups!['year'];
    const lunar = FEASTS.find(([pattern]) => pattern.test(name));
    const at = (year: number) =>
      lunar === undefined ? solarFeast(name, year) : lunarFeast(lunar[1], lunar[2], year);
    const { published } = context;
    if (given === undefined && published === undefined) return UNDATED;
    const now = dateOf(published ?? 0).year;
    const year = given
      ? Number(given)
      : [now - 1, now, now + 1].reduce((best, candidate) =>
          Math.abs(at(candidate) - published!) < Math.abs(at(best) - published!) ? candidate : best,
        );
    const value = at(year);
    const slack = lunar === undefined ? 0 : SIGHTING;
    const finding = stated({ start: value - slack, end: value + slack });
    return given || finding.basis === 'unknown' ? finding : { ...finding, assumed: 'year' };
  },
};

function solarFeast(name: string, year: number) {
  if (name.endsWith('wruz')) return solarNewYear(year - 621);
  if (name.endsWith('Eve')) return name.startsWith('C') ? civil(year, 12, 24) : civil(year, 12, 31);
  return name.startsWith('C') ? civil(year, 12, 25) : civil(year, 1, 1);
}

function lunarFeast(month: number, day: number, year: number) {
  const guess = Math.round((year - 622) * (365.2425 / 354.367));
  const found = [guess - 1, guess, guess + 1, guess + 2].find(
    (candidate) => dateOf(lunarDay(candidate, month) + day - 1).year === year,
  );
  return lunarDay(found ?? guess, month) + day - 1;
}
