import { dayMonth, dayOfMonth, monthDay, numericDate, september11 } from './dates.ts';
import { feast, hijri, solarHijri } from './islamic.ts';
import { month, quarter, season, weekOfMonth } from './months.ts';
import { ago, calendarUnit, duration, earlierLater, neighbour, span } from './relative.ts';
import { weekend } from './weekend.ts';
import type { TimeRule } from './rule.ts';
import { namedDay, timeOfDay, weekday } from './weekdays.ts';
import { decade, fiscalYear, year } from './years.ts';

/** At each word the first rule that finds a time wins. */
export const TIME_RULES: readonly TimeRule[] = [
  // Whole dates before their parts: "5 August 2021" holds a month, a year and a number.
  numericDate,
  september11,
  solarHijri,
  hijri,
  monthDay,
  dayMonth,
  // "at 5 p.m." before "5" can be taken for anything else.
  timeOfDay,
  quarter,
  weekOfMonth,
  month,
  season,
  decade,
  fiscalYear,
  year,
  weekday,
  namedDay,
  // Counted from the text before counted from publication: "two days earlier" is not "earlier".
  earlierLater,
  neighbour,
  ago,
  duration,
  span,
  calendarUnit,
  weekend,
  feast,
  // Last, since "the 5th" opens "the 5th of August" too.
  dayOfMonth,
];
