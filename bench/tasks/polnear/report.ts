import { type Instant, type Report, reportId } from '../../../src/domain/index.ts';

/** A report around a bare text, for data sets that give no more. */
export const captureReport = ({
  id,
  text,
}: {
  readonly id: string;
  readonly text: string;
}): Report => ({
  id: reportId(id),
  sha256: '',
  outlet: { basis: 'unknown', reason: 'not in the data set' },
  url: null,
  title: null,
  byline: null,
  dateline: null,
  published: { basis: 'unknown', reason: 'not in the data set' },
  captured: '1970-01-01T00:00:00Z' as Instant,
  language: 'en',
  body: text,
});
