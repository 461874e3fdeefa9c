import { day, reportId, type Instant, type Report } from '../../src/domain/index.ts';

export const reportOf = (body: string): Report => ({
  id: reportId('r0000000000000000'),
  sha256: '0'.repeat(64),
  outlet: { basis: 'unknown', reason: 'composed for a test' },
  url: null,
  title: null,
  byline: null,
  dateline: null,
  published: { basis: 'given', value: day('2021-08-06') },
  captured: '2021-08-06T00:00:00Z' as Instant,
  language: 'en',
  body,
});
