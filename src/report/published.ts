import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  parseDay,
  type Supplied,
} from '../domain/index.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d*)?$/;
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})\\b`, 'i');
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i');
const NUMERIC = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;
/** Newspapers are older, but nothing that Dateline reads is. */
const EARLIEST = '1800-01-01';

const pad = (year: string, month: number, date: string) =>
  `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;

const monthNumber = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Reads the written date; a string is the reason why it cannot. */
function written(text: string): { readonly day: string } | string {
  const iso = ISO.exec(text);
  if (iso) return { day: iso[0] };
  const compact = COMPACT.exec(text);
  if (compact) return { day: pad(compact[1]!, Number(compact[2]), compact[3]!) };
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return { day: pad(dayMonth[3]!, monthNumber(dayMonth[2]!), dayMonth[1]!) };
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) return { day: pad(monthDay[3]!, monthNumber(monthDay[1]!), monthDay[2]!) };
  const numeric = NUMERIC.exec(text);
  if (!numeric) return `no date in "${text.slice(0, 60)}"`;
  const [, a, b, year] = numeric as unknown as [string, string, string, string];
  if (Number(a) <= 12 && Number(b) <= 12 && a !== b) {
    return `"${numeric[0]}" can be read day first or month first`;
  }
  return { day: Number(a) > 12 ? pad(year, Number(b), a) : pad(year, Number(a), b) };
}

/** Why the day is unknown where nothing was given for it. */
export const NOT_GIVEN = 'the item gives no date of publication';

/**
 * The day of publication, as printed where it was printed (no zone is converted). A day that does
 * not exist, or that lies after the capture, is unknown with its reason: it is never repaired.
 */
export function publishedDay(text: string | undefined, captured: Instant): Supplied<Day> {
  if (text === undefined || text.trim() === '') {
    return { basis: 'unknown', reason: NOT_GIVEN };
  }
  const found = written(text.trim());
  if (typeof found === 'string') return { basis: 'unknown', reason: found };
  const value = parseDay(found.day);
  if (value === undefined) return { basis: 'unknown', reason: `no such day: "${found.day}"` };
  if (value < EARLIEST) return { basis: 'unknown', reason: `too early to be right: ${value}` };
  // A day of grace: it is tomorrow already east of here.
  if (value > addDays(dayOf(captured), 1)) {
    return { basis: 'unknown', reason: `${value} lies after the capture on ${dayOf(captured)}` };
  }
  return { basis: 'stated', value };
}
