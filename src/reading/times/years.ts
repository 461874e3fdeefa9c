import { civil, partNamed, partOf, YEAR, yearPeriod } from './calendar.ts';
import { stated, type TimeContext, type TimeRule } from './rule.ts';

/** Words after which four digits are a name or an amount, not a year. */
const NOT_BEFORE = new Set(
  (
    'resolution no number nr flight boeing room article highway route level code unit brigade some ' +
    'about least than over around nearly almost to roughly approximately another of $ £ € # m'
  ).split(' '),
);
const YEAR_BEFORE = new Set(
  'in since by until till during from through before after between the and late early mid of for as'.split(
    ' ',
  ),
);
/** Things that come in thousands: "2000 troops" is no year, "the 2001 invasion" is. */
const COUNTED =
  /^(?:troops|soldiers|people|civilians|fighters|men|women|children|families|militants|personnel|members|police|refugees|dead|killed|wounded|metres|meters|miles|feet|km|kilometres|kilometers|yards|hectares|tonnes|tons|rounds|dollars|rupees|euros|vehicles|homes|houses|villages|prisoners|residents|hours|hrs|GMT|insurgents|rebels|students|others|square|kg|acres|pounds)\b/;

function isYear(context: TimeContext, end: number) {
  const follows = context.body.slice(end, end + 24);
  if (/^(?:%|[.,:]\d|\d|[-/](?!\d)\S|° )/.test(follows)) return false;
  if (COUNTED.test(follows.trimStart())) return false;
  const { before } = context;
  if (YEAR_BEFORE.has(before) && before !== 'of') return true;
  if (before === 'of') return !/^ [a-z]+s\b/.test(follows);
  return !NOT_BEFORE.has(before) && !/^[\d+-]/.test(before);
}

/** "in 2020", "the 2001 invasion", "2001-2014", "1994-96". */
export const year: TimeRule = {
  name: 'time.year',
  words: ['digit', 'early', 'late', 'mid', 'the'],
  pattern: new RegExp(
    `(?:(?:the )?(?<part>[Ee]arly|[Ll]ate|[Mm]id|beginning of|start of|middle of|end of)[ -])?` +
      `(?<first>${YEAR})(?: ?[-–/] ?(?<last>${YEAR}|\\d\\d)(?![\\d-])| (?:to|through|until) (?<to>${YEAR})\\b)?`,
    'y',
  ),
  resolve({ groups, 0: whole, index }, context) {
    const { part, first, last, to } = groups!;
    if (!part && !isYear(context, index + whole.length)) return undefined;
    const start = Number(first);
    const endText = last ?? to;
    if (endText === undefined) {
      const third = part === undefined ? undefined : partNamed(part);
      const period = yearPeriod(start);
      return stated(third === undefined ? period : partOf(period, third));
    }
    const end = endText.length === 2 ? start - (start % 100) + Number(endText) : Number(endText);
    if (end <= start) return undefined;
    return stated({ start: civil(start, 1, 1), end: civil(end, 12, 31) });
  },
};

/** "the 1990s", "the early 2000s", "the late 19th century". */
export const decade: TimeRule = {
  name: 'time.decade',
  words: ['the', 'digit', 'early', 'late', 'mid'],
  pattern:
    /(?:the )?(?:(?<part>early|late|mid)[ -])?(?:(?<decade>(?:1[5-9]|20)\d0)['’]?s\b|(?<century>1\d|2[01])(?:st|nd|rd|th)[ -]century)/y,
  resolve({ groups }) {
    const { part, decade: tens, century } = groups!;
    const first = tens ? Number(tens) : Number(century) * 100 - 99;
    const period = {
      start: civil(first, 1, 1),
      end: civil(tens ? first + 9 : first + 99, 12, 31),
    };
    const third = part === undefined ? undefined : partNamed(part);
    return stated(third === undefined ? period : partOf(period, third));
  },
};

/** "fiscal year 2021", "FY2021". Known only for the United States, whose year opens on 1 October. */
export const fiscalYear: TimeRule = {
  name: 'time.fiscal-year',
  words: ['fiscal', 'financial', 'the', 'fy'],
  pattern:
    /(?:the )?(?:(?:fiscal|financial) year|FY) ?(?<year>(?:19|20)\d\d)(?:[-/]\d\d(?:\d\d)?)?\b/y,
  resolve({ groups, 0: whole }, { before }) {
    const last = Number(groups!['year']);
    if (/^(?:u\.?s\.?|american|federal|pentagon|'s)$/.test(before) && !/[-/]/.test(whole))
      return stated({ start: civil(last - 1, 10, 1), end: civil(last, 9, 30) });
    return { basis: 'unknown', reason: 'whose fiscal year is meant is not known' };
  },
};
