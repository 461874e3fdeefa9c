import { dayFromNumber, dayNumber, type Day } from '../../domain/index.ts';

/** Days since 1970-01-01, both ends inclusive. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Regular-expression sources; names with an initial capital or all in capitals. */
export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December' +
  '|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER' +
  '|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?' +
  '|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\\b\\.?)';
export const WEEKDAY =
  '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday' +
  '|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY' +
  '|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\\.)';
export const YEAR = '(?:1[5-9]|20)\\d\\d';
export const DAY_OF_MONTH = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';

/** 1–12 for a month's name or abbreviation, else 0. */
export const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
/** 0 for Monday to 6 for Sunday, or -1. */
export const weekdayOf = (name: string) => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());

export const number = (value: Day) => dayNumber(value);
export const toDay = dayFromNumber;

const MILLISECONDS_A_DAY = 86_400_000;

/** Day number of a date that may overflow its month: day 0 is the last of the month before. */
export const civil = (year: number, month: number, dayOfMonth: number) =>
  Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS_A_DAY;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dateOf(value: number): CivilDate {
  const date = new Date(value * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const exists = (year: number, month: number, dayOfMonth: number) =>
  dayOfMonth >= 1 && dayOfMonth <= dateOf(civil(year, month + 1, 0)).day;

/** 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday. */
export const weekday = (value: number) => (((value + 3) % 7) + 7) % 7;

export const oneDay = (value: number): Period => ({ start: value, end: value });

export const monthPeriod = (year: number, month: number): Period => ({
  start: civil(year, month, 1),
  end: civil(year, month + 1, 0),
});

export const yearPeriod = (year: number): Period => ({
  start: civil(year, 1, 1),
  end: civil(year, 12, 31),
});

/** Monday to Sunday around a day. */
export const weekPeriod = (value: number): Period => ({
  start: value - weekday(value),
  end: value - weekday(value) + 6,
});

export type Part = 'early' | 'middle' | 'late' | 'end';

/** A third of a period, as "early July" or "late 2020" name it; "the end of" is its last sixth. */
export function partOf({ start, end }: Period, part: Part): Period {
  const length = end - start + 1;
  const third = Math.round(length / 3);
  if (part === 'early') return { start, end: start + third - 1 };
  if (part === 'middle') return { start: start + third, end: end - third };
  return { start: end - (part === 'late' ? third : Math.round(length / 6)) + 1, end };
}

export function partNamed(word: string): Part | undefined {
  const lower = word.toLowerCase();
  if (/^(?:early|beginning|start)/.test(lower)) return 'early';
  if (/^(?:mid|middle)/.test(lower)) return 'middle';
  if (lower.startsWith('late')) return 'late';
  return lower.startsWith('end') ? 'end' : undefined;
}
