import type { Day, Instant, Place } from '../domain/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { ReaderResources } from '../reader.ts';
import { countriesOf } from './countries.ts';
import type { DisplayRule } from './display.ts';
import { badField, notFound } from './errors.ts';
import type { LiveAssessment } from './live-assessment.ts';

/** What every route works on. */
export interface ServerContext {
  readonly ledger: Ledger;
  readonly resources: ReaderResources;
  readonly live: LiveAssessment;
  readonly display: readonly DisplayRule[];
  /** Folder of `<country>.json` boundary files. */
  readonly boundaries: string;
  readonly instant: () => Instant;
  readonly log: (error: unknown) => void;
}

/** The country a request names by its ISO code, if any. */
export function countryOf(
  { resources }: ServerContext,
  code: string | undefined,
): Place | undefined {
  if (code === undefined || code === '') return undefined;
  if (!/^[A-Za-z]{2}$/.test(code))
    throw badField('country', `Expected an ISO 3166-1 alpha-2 code, saw "${code}".`);
  const country = resources.gazetteer.country(code.toUpperCase());
  if (!country) throw notFound(`country ${code}`);
  return country;
}

/**
 * First and last day the record speaks of, in one country or at all; `latest` is the last that a report
 * gives, and the day that is meant where none is named.
 */
export function daysOf(
  { live, resources }: ServerContext,
  country?: Place,
): { from: Day; to: Day; latest: Day } | null {
  const spans = countriesOf(live, resources.gazetteer).filter(
    ({ id }) => !country || id === country.id,
  );
  if (spans.length === 0) return null;
  const from = spans.map((span) => span.from).sort()[0]!;
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1)!;
  const latest = spans
    .map((span) => span.latest)
    .sort()
    .at(-1)!;
  return { from, to, latest };
}
