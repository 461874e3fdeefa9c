import { parseDay, type Day } from '../../domain/index.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = String.raw`\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?`;
const FULL = new RegExp(String.raw`${MONTH}\s*(\d{1,2})\s*[,.]\s*(20\d\d)`);
const SHORT = new RegExp(String.raw`(?:\(|^)\s*${MONTH}\s*(\d{1,2})\b`);
/** "2010-09-CA-005": the release's number begins with year and month. */
const SERIAL = /\b(20\d\d)-(\d\d)-[A-Z]{1,2}[-–]/;

/**
 * From December 2011 to the spring of 2012 the releases bore neither number nor year: "KABUL,
 * Afghanistan (Jan. 27)". No other release of the set's dev half is headed so.
 */
const WINTER_OF_UNNUMBERED = { Dec: '2011', Jan: '2012', Feb: '2012', Mar: '2012', Apr: '2012' };
const unnumberedYear = (month: string): string | undefined =>
  Object.entries(WINTER_OF_UNNUMBERED).find(([name]) => name === month)?.[1];

/**
 * The day of a release of ISAF's joint command: written out, or month and day with the year of its
 * number. Later releases appended to the text are not looked at.
 */
export function releaseDay(text: string): Day | undefined {
  const serial = SERIAL.exec(text);
  const full = FULL.exec(text);
  if (full) return dayOf(full[3]!, full[1]!, full[2]!);
  const short = SHORT.exec(text);
  if (!short) return undefined;
  const year = serial?.[1] ?? unnumberedYear(short[1]!);
  return year === undefined ? undefined : dayOf(year, short[1]!, short[2]!);
}

function dayOf(year: string, month: string, date: string): Day | undefined {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return parseDay(`${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`);
}
