import { MONTH, monthOf, monthPeriod, partNamed, partOf, YEAR, dateOf } from './calendar.ts';
import { assumeYear, OPENS_MONTH } from './dates.ts';
import { type Finding, stated, type TimeContext, type TimeRule } from './rule.ts';

const PREPOSITIONS = new Set(
  'in since by until till during from through of to between late early mid and before after around'.split(
    ' ',
  ),
);
const FALSE_FRIENDS = new Set(['march', 'may', 'april', 'june', 'august']);

function yearOf(month: number, which: string | undefined, context: TimeContext) {
  const { published } = context;
  if (published === undefined) return undefined;
  const now = dateOf(published);
  if (which === 'last') return month < now.month ? now.year : now.year - 1;
  if (which === 'next') return month > now.month ? now.year : now.year + 1;
  if (which === 'this') return now.year;
  return assumeYear((year) => monthPeriod(year, month).start, context);
}

/** "August 2021", "late July", "last May", "the end of June", "in March". */
export const month: TimeRule = {
  name: 'time.month',
  words: [...OPENS_MONTH, ...'late,early,mid,last,next,this,the,end,mid-'.split(',')],
  pattern: new RegExp(
    `(?:(?<which>last|next|this) |(?:the )?(?<part>[Ee]arly|[Mm]id|[Ll]ate|[Mm]iddle of|beginning of|start of|end of)[ -]+)?` +
      `(?<month>${MONTH})(?:(?:,? (?:of )?)(?:(?<year>${YEAR})(?![\\d,.]\\d|\\d)|(?<rel>last year|this year)))?(?![a-z])`,
    'y',
  ),
  resolve({ groups, 0: whole, index }, context) {
    const { which, part, month: name, year: given, rel } = groups!;
    if (!which && !part && !given && !rel && !standsAlone(name!, index + whole.length, context))
      return undefined;
    const named = monthOf(name!);
    const year = given
      ? Number(given)
      : (relativeYear(rel, context) ?? yearOf(named, which, context));
    if (year === undefined) return { basis: 'unknown', reason: 'the year is not known' };
    const period = monthPeriod(year, named);
    const third = part === undefined ? undefined : partNamed(part);
    const finding: Finding = stated(third === undefined ? period : partOf(period, third));
    return given || which || rel ? finding : { ...finding, assumed: 'year' };
  },
};

function relativeYear(rel: string | undefined, { published }: TimeContext) {
  if (rel === undefined || published === undefined) return undefined;
  return dateOf(published).year - (rel === 'last year' ? 1 : 0);
}

const WEEKS = ['first', 'second', 'third', 'fourth'];

/** "the first week of July", "the last week of May 2022": by sevens from the first, or to the end. */
export const weekOfMonth: TimeRule = {
  name: 'time.week-of-month',
  words: ['the', ...WEEKS, 'last'],
  pattern: new RegExp(
    `(?:the )?(?<which>first|second|third|fourth|last) week of (?<month>${MONTH})(?:,? (?<year>${YEAR})(?!\\d))?(?![a-z])`,
    'iy',
  ),
  resolve({ groups }, context) {
    const { which, month: name, year: given } = groups!;
    const named = monthOf(name!);
    const year = given ? Number(given) : yearOf(named, undefined, context);
    if (year === undefined) return { basis: 'unknown', reason: 'the year is not known' };
    const { start, end } = monthPeriod(year, named);
    const nth = WEEKS.indexOf(which!.toLowerCase());
    const first = nth < 0 ? end - 6 : start + 7 * nth;
    const finding: Finding = stated({ start: first, end: first + 6 });
    return given ? finding : { ...finding, assumed: 'year' };
  },
};

/** A bare month name must not be a verb, a person or part of a name ("Black May", "April Glaspie"). */
function standsAlone(name: string, end: number, context: TimeContext) {
  const follows = context.body.slice(end, end + 3);
  if (/^(?: [A-Z]|-)/.test(follows) && !PREPOSITIONS.has(context.before)) return false;
  if (!FALSE_FRIENDS.has(name.toLowerCase())) return !name.endsWith('.') || name.length > 3;
  return PREPOSITIONS.has(context.before) || follows.startsWith("'s") || follows.startsWith('’s');
}

const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
};

/** "spring of 2014", "last summer", "this winter". Northern seasons by whole months. */
export const season: TimeRule = {
  name: 'time.season',
  words: 'the,spring,summer,autumn,fall,winter,last,this,next,early,late,mid'.split(','),
  pattern: new RegExp(
    `(?:the |(?<which>last|this|next) )?(?:(?<part>early|late|mid)[ -])?(?<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)?(?: (?<year>${YEAR})\\b)?`,
    'y',
  ),
  resolve({ groups }, { published }) {
    const { which, part, season: name, year: given } = groups!;
    if (!which && !given) return undefined;
    if (!given && published === undefined)
      return { basis: 'unknown', reason: "the report's date is not known" };
    const [first, last] = SEASONS[name!.toLowerCase()]!;
    const now = dateOf(published ?? 0);
    const shift =
      which === 'last'
        ? last < now.month
          ? 0
          : -1
        : which === 'next' && first <= now.month
          ? 1
          : 0;
    const year = given ? Number(given) : now.year + shift;
    const period = { start: monthPeriod(year, first).start, end: monthPeriod(year, last).end };
    const third = part === undefined ? undefined : partNamed(part);
    return stated(third === undefined ? period : partOf(period, third));
  },
};

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** "the first quarter of 2021", "the second half of last year", "Q2 2021". */
export const quarter: TimeRule = {
  name: 'time.quarter',
  words: ['the', 'first', 'second', 'third', 'fourth', 'q1', 'q2', 'q3', 'q4'],
  pattern: new RegExp(
    `(?:(?:the )?(?<ordinal>first|second|third|fourth) (?<size>quarter|half) of|Q(?<digit>[1-4]))[ ,]+(?:(?<year>${YEAR})|(?<rel>last|this) year)\\b`,
    'y',
  ),
  resolve({ groups }, { published }) {
    const { ordinal, size, digit, year: given, rel } = groups!;
    if (!given && published === undefined)
      return { basis: 'unknown', reason: "the report's date is not known" };
    const year = given ? Number(given) : dateOf(published!).year - (rel === 'last' ? 1 : 0);
    const index = digit ? Number(digit) - 1 : ORDINALS.indexOf(ordinal!);
    const months = size === 'half' ? 6 : 3;
    if (index * months >= 12) return undefined;
    return stated({
      start: monthPeriod(year, index * months + 1).start,
      end: monthPeriod(year, index * months + months).end,
    });
  },
};
