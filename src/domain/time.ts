import type { Brand } from './brand.ts';

/** Calendar day, `YYYY-MM-DD`, proleptic Gregorian, no zone. */
export type Day = Brand<string, 'Day'>;
/** Point in time, RFC 3339 in UTC. */
export type Instant = Brand<string, 'Instant'>;

/**
 * When something was so. `stated`: the text gives it, outright or relative to a date it gives
 * ("last month"). `implied`: taken from the report's own date or from context. `unknown` says why.
 * `start` and `end` are both inclusive; "2020" is 2020-01-01 to 2020-12-31.
 */
export type Time = KnownTime | UnknownTime;

export interface KnownTime {
  readonly basis: 'stated' | 'implied';
  readonly start: Day;
  readonly end: Day;
  /** The words that gave it; empty when implied without words of its own. */
  readonly text: string;
  /** What the words left out and the report's date supplied: "Aug. 6" has no year. */
  readonly assumed?: 'year' | 'month';
}

export interface UnknownTime {
  readonly basis: 'unknown';
  readonly start: null;
  readonly end: null;
  readonly text: string;
  readonly reason: string;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** The day, or undefined when `text` is not `YYYY-MM-DD` or no such day exists. */
export function parseDay(text: string): Day | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text
    ? undefined
    : (text as Day);
}

/** @throws RangeError when `text` is not a day. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`expected a day as YYYY-MM-DD, saw "${text}"`);
  return parsed;
}

/** Whole days since 1970-01-01. */
export const dayNumber = (value: Day) => Date.parse(`${value}T00:00:00Z`) / MILLISECONDS_A_DAY;

export const dayFromNumber = (number: number) =>
  new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as Day;

export const addDays = (value: Day, days: number) => dayFromNumber(dayNumber(value) + days);

export const dayOf = (instant: Instant) => instant.slice(0, 10) as Day;

export const unknownTime = (reason: string, text = ''): UnknownTime => ({
  basis: 'unknown',
  start: null,
  end: null,
  text,
  reason,
});

export const statedTime = (start: Day, end: Day, text: string): KnownTime => ({
  basis: 'stated',
  start,
  end,
  text,
});

export const impliedTime = (start: Day, end: Day = start): KnownTime => ({
  basis: 'implied',
  start,
  end,
  text: '',
});
