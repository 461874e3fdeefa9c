import type { Context } from 'hono';
import type { AsOf, SourceFilter } from '../assessment/index.ts';
import { actorId, dayNumber, parseDay, type Day } from '../domain/index.ts';
import { badField } from './errors.ts';

/** Longest span of days one request may ask for: a century of daily points is a mistake. */
const MOST_DAYS = 4000;
const MOST_ROWS = 1000;

export function dayOrNone(context: Context, field: string): Day | undefined {
  const text = context.req.query(field);
  if (text === undefined || text === '') return undefined;
  const day = parseDay(text);
  if (day === undefined) throw badField(field, `Expected ${field} as YYYY-MM-DD, saw "${text}".`);
  return day;
}

export function wholeNumber(context: Context, field: string, otherwise: number): number {
  const text = context.req.query(field);
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw badField(field, `Expected ${field} as a whole number, saw "${text}".`);
  }
  return value;
}

export const rows = (context: Context, otherwise: number) =>
  Math.min(MOST_ROWS, wholeNumber(context, 'limit', otherwise));

/** `side:taliban` leaves out a side, `person:…` one source; anything else is the name of an outlet. */
export function withoutOf(names: readonly string[]): SourceFilter | undefined {
  if (names.length === 0) return undefined;
  const sides = names
    .filter((name) => name.startsWith('side:'))
    .map((name) => actorId(name.slice(5)));
  const sources = names.filter((name) => /^(agency|outlet|person|class):/.test(name));
  const outlets = names.filter((name) => !/^(side|agency|outlet|person|class):/.test(name));
  return { sides, sources, outlets };
}

/** The two clocks; `known` follows `at` when it is left out, and both follow `latest`. */
export function asOf(context: Context, latest: Day | null): AsOf {
  const at = dayOrNone(context, 'at') ?? latest;
  if (at === null) throw badField('at', 'The ledger is empty: name a day with at=YYYY-MM-DD.');
  const known = dayOrNone(context, 'known') ?? at;
  const without = withoutOf(context.req.queries('without') ?? []);
  return { at, known, ...(without && { without }) };
}

export function span(context: Context, latest: { readonly from: Day; readonly to: Day }) {
  const from = dayOrNone(context, 'from') ?? latest.from;
  const to = dayOrNone(context, 'to') ?? latest.to;
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1) throw badField('to', `Expected to (${to}) on or after from (${from}).`);
  if (days > MOST_DAYS) throw badField('from', `Expected at most ${MOST_DAYS} days, saw ${days}.`);
  return { from, to };
}
