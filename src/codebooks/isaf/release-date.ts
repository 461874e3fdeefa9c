import { parseDay, type Day } from '../../domain/index.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = String.raw`\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?`;
const FULL = new RegExp(String.raw`${MONTH}\s*(\d{1,2})\s*[,.]\s*(20\d\d)`);
const SHORT = new RegExp(String.raw`(?:\(|^)\s*${MONTH}\s*(\d{1,2})\b`);
/** "2010-09-CA-005": the release's number begins with year and month. */
const SERIAL = /\b(20\d\d)-(\d\d)-[A-Z]{1,2}[-–]/;

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
  const year = serial?.[1];
  return year === undefined ? undefined : dayOf(year, short[1]!, short[2]!);
}

function dayOf(year: string, month: string, date: string): Day | undefined {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return parseDay(`${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`);
}
