import { day, type Instant, type Report, reportId } from '../src/domain/index.ts';

export interface Given {
  readonly id?: string;
  readonly outlet?: string;
  readonly title?: string | null;
  readonly url?: string | null;
  /** "2021-08-05"; without it the day of publication is unknown. */
  readonly published?: string;
}

const NOT_GIVEN = { basis: 'unknown', reason: 'not given' } as const;

/** A report around a bare text, for data sets and tests that give little more. */
export const reportOf = (body: string, given: Given = {}): Report => ({
  id: reportId(given.id ?? 'r0'),
  sha256: '',
  outlet: given.outlet === undefined ? NOT_GIVEN : { basis: 'given', value: given.outlet },
  url: given.url ?? null,
  title: given.title ?? null,
  byline: null,
  dateline: null,
  published:
    given.published === undefined ? NOT_GIVEN : { basis: 'given', value: day(given.published) },
  captured: `${given.published ?? '2020-01-01'}T12:00:00Z` as Instant,
  language: 'en',
  body,
});
