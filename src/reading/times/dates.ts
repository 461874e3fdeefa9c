import {
  civil,
  DAY_OF_MONTH,
  dateOf,
  exists,
  MONTH,
  monthOf,
  oneDay,
  WEEKDAY,
  YEAR,
} from './calendar.ts';
import { type Finding, stated, type TimeContext, type TimeRule, UNDATED } from './rule.ts';

const MONTH_WORDS = [
  'january,february,march,april,may,june,july,august,september,october,november,december',
  'jan,jan.,feb,feb.,mar,mar.,apr,apr.,jun,jun.,jul,jul.,aug,aug.,sep,sep.,sept,sept.,oct,oct.',
  'nov,nov.,dec,dec.',
]
  .join()
  .split(',');

export const OPENS_MONTH: readonly string[] = MONTH_WORDS;

/** A forecast rarely looks further ahead than this without naming the year. */
const LOOK_AHEAD = 200;

/**
 * The year of a month and day written without one: the nearest to publication that the verb allows.
 * A day of slack, for a report published before midnight somewhere.
 */
export function assumeYear(
  at: (year: number) => number,
  { published, outlook }: TimeContext,
): number | undefined {
  if (published === undefined) return undefined;
  const { year } = dateOf(published);
  const distance = (candidate: number) => at(candidate) - published;
  const years = [year - 1, year, year + 1];
  const allowed = years.filter((candidate) =>
    outlook === 'past'
      ? distance(candidate) <= 1
      : outlook === 'open' || (distance(candidate) >= -1 && distance(candidate) <= LOOK_AHEAD),
  );
  const pool = allowed.length > 0 ? allowed : years;
  return pool.reduce((best, candidate) =>
    Math.abs(distance(candidate)) < Math.abs(distance(best)) ? candidate : best,
  );
}

interface DayParts {
  readonly year: string | undefined;
  readonly month: number;
  readonly day: number;
  readonly endMonth: number;
  readonly endDay: number;
}

function resolveDays(parts: DayParts, context: TimeContext): Finding {
  const { month, day, endMonth, endDay } = parts;
  const given = parts.year === undefined ? undefined : Number(parts.year);
  const year = given ?? assumeYear((candidate) => civil(candidate, month, day), context);
  const leap = 2000;
  if (!exists(year ?? leap, month, day) || !exists(year ?? leap, endMonth, endDay))
    return { basis: 'unknown', reason: 'no such day in the calendar' };
  if (year === undefined) return { basis: 'unknown', reason: 'the year is not known' };
  const wraps = endMonth < month;
  // "July 28 to August 3, 2021": the year belongs to the end; "December 28 to January 3, 2021" too.
  const startYear = wraps && given !== undefined ? year - 1 : year;
  const start = civil(startYear, month, day);
  const end = civil(wraps ? startYear + 1 : year, endMonth, endDay);
  if (end < start) return { basis: 'unknown', reason: 'the range ends before it starts' };
  return {
    ...stated({ start, end }, start === end ? 'day' : 'period'),
    ...(given === undefined ? { assumed: 'year' as const } : {}),
  };
}

const WEEKDAY_BEFORE = `(?:${WEEKDAY},? (?:the )?)?`;
const WEEKDAY_WORDS =
  'monday,tuesday,wednesday,thursday,friday,saturday,sunday,mon.,tue.,tues.,wed.,thu.,thur.,thurs.,fri.,sat.,sun.'.split(
    ',',
  );
const TO = '(?: ?[-–—/] ?| to | until | through | and | & )';
const YEAR_AFTER = `(?:(?:,? (?:of )?|/)(?<year>${YEAR})(?![\\d,.]\\d|\\d))?`;

/** "August 5", "Aug. 5-10, 2021", "Thursday, August 5", "July 28 to August 3". */
export const monthDay: TimeRule = {
  name: 'time.month-day',
  words: [...MONTH_WORDS, ...WEEKDAY_WORDS],
  pattern: new RegExp(
    `${WEEKDAY_BEFORE}(?<month>${MONTH}) (?:the )?(?<day>${DAY_OF_MONTH})(?![\\d:]|[.,]\\d|%)` +
      `(?:${TO}(?:(?<endMonth>${MONTH}) )?(?<endDay>${DAY_OF_MONTH})(?![\\d:]|[.,]\\d|%))?${YEAR_AFTER}`,
    'y',
  ),
  resolve({ groups }, context) {
    const { month, day, endMonth, endDay, year } = groups!;
    return resolveDays(
      {
        year,
        month: monthOf(month!),
        day: Number.parseInt(day!),
        endMonth: monthOf(endMonth ?? month!),
        endDay: Number.parseInt(endDay ?? day!),
      },
      context,
    );
  },
};

/** "5 August 2021", "5-10 August", "28 July to 3 August", "the 5th of August". */
export const dayMonth: TimeRule = {
  name: 'time.day-month',
  words: ['digit', 'the', ...WEEKDAY_WORDS],
  pattern: new RegExp(
    `${WEEKDAY_BEFORE}(?:the )?(?<day>${DAY_OF_MONTH})(?: of)?(?: (?<startMonth>${MONTH}))?` +
      `(?:${TO}(?:the )?(?<endDay>${DAY_OF_MONTH})(?: of)?)? ?(?<month>(?<= |\\d|-)${MONTH})(?![a-z])${YEAR_AFTER}`,
    'y',
  ),
  resolve({ groups }, context) {
    const { startMonth, month, day, endDay, year } = groups!;
    if (startMonth !== undefined && endDay === undefined) return undefined;
    return resolveDays(
      {
        year,
        month: monthOf(startMonth ?? month!),
        day: Number.parseInt(day!),
        endMonth: monthOf(month!),
        endDay: Number.parseInt(endDay ?? day!),
      },
      context,
    );
  },
};

/** "2021-08-05", "5.8.2021", "08/25/2021". Day and month stay unknown when both orders are possible. */
export const numericDate: TimeRule = {
  name: 'time.numeric-date',
  words: ['digit'],
  pattern:
    /(?:(?<isoYear>\d{4})(?<isoMark>[-/.])(?<isoMonth>\d{1,2})\k<isoMark>(?<isoDay>\d{1,2})|(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<year>(?:19|20)\d\d))(?![\d-])/y,
  resolve({ groups }, { published }) {
    const { isoYear, isoMonth, isoDay, first, second, mark, year } = groups!;
    if (isoYear !== undefined) return oneOf([[+isoYear, +isoMonth!, +isoDay!]], published);
    const dayFirst = [+year!, +second!, +first!] as const;
    const monthFirst = [+year!, +first!, +second!] as const;
    return oneOf(mark === '.' ? [dayFirst] : [dayFirst, monthFirst], published);
  },
};

function oneOf(
  dates: readonly (readonly [number, number, number])[],
  published: number | undefined,
): Finding {
  const real = dates.filter(
    ([year, month, day]) => month >= 1 && month <= 12 && exists(year, month, day),
  );
  const days = [...new Set(real.map(([year, month, day]) => civil(year, month, day)))];
  if (days.length === 0) return { basis: 'unknown', reason: 'no such day in the calendar' };
  const past =
    published === undefined || days.length === 1 ? days : days.filter((day) => day <= published);
  return past.length === 1
    ? stated(oneDay(past[0]!), 'day')
    : { basis: 'unknown', reason: 'day and month cannot be told apart' };
}

/** "on the 5th", "from the 5th to the 10th": days of the month the text is in. */
export const dayOfMonth: TimeRule = {
  name: 'time.day-of-month',
  words: ['the'],
  pattern:
    /the (?<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th))(?: (?:to|until|through|and) the (?<endDay>(?:3[01]|[12]?\d)(?:st|nd|rd|th)))?(?: of (?<which>this|last|the) month)?(?! ?[-\w$"“'‘])/y,
  resolve({ groups }, context) {
    const { day, endDay, which } = groups!;
    if (!which && !['on', 'from', 'between', 'since', 'until', 'by'].includes(context.before))
      return undefined;
    const reference = context.anchor?.start ?? context.published;
    if (reference === undefined) return UNDATED;
    const { year, month } = dateOf(reference);
    const shift = which === 'last' ? -1 : 0;
    const start = civil(year, month + shift, Number.parseInt(day!));
    const end = civil(year, month + shift, Number.parseInt(endDay ?? day!));
    if (end < start) return { basis: 'unknown', reason: 'the range ends before it starts' };
    return { ...stated({ start, end }, start === end ? 'day' : 'period'), assumed: 'month' };
  },
};

/** "the Sept. 11 attacks", "9/11": a name, whatever the report's year. */
export const september11: TimeRule = {
  name: 'time.september-11',
  words: ['september', 'sept', 'sept.', 'sep', 'sep.', 'digit'],
  pattern:
    /(?:Sep(?:t|tember)?\.? 11(?:th)?(?=,? (?:terror|attack|hijack|strikes))|9\/11(?![\d/]))/y,
  resolve: () => stated(oneDay(civil(2001, 9, 11)), 'day'),
};
