import type { Instant } from '../domain/index.ts';
import type { Row, Run, Statement } from './engine.ts';
import { INSTANT, notRetracted } from './query.ts';

/** Rows a page: some megabytes, whatever the size of the ledger. */
const PAGE = 5000;

export interface Paging {
  /** Only what was recorded from then on. */
  readonly since?: Instant | undefined;
  /** Rows a page. */
  readonly size?: number;
}

/** Where a page ended: rows are in order of recording, then of report, then of place in it. */
interface Mark {
  readonly recorded: string;
  readonly report: string;
  readonly ordinal: number;
}

const startAt = (since: Instant | undefined): Mark => ({
  recorded: since ?? '-infinity',
  report: '',
  ordinal: -1,
});

/** A page as one value: a driver takes longer over the parts of each row than over all that is in them. */
const asOne = (text: string) => `SELECT json_agg(page) AS rows FROM (${text}) page`;

const claimPage = ({ recorded, report, ordinal }: Mark, size: number): Statement => ({
  text: asOne(`SELECT c.data, ${INSTANT('c.recorded')} AS recorded, c.report_id, c.ordinal
FROM claims c
WHERE (c.recorded, c.report_id, c.ordinal) > ($1::timestamptz, $2::text, $3::int)
  AND ${notRetracted(null)}
ORDER BY c.recorded, c.report_id, c.ordinal
LIMIT $4::int`),
  values: [recorded, report, ordinal, size],
});

const reportPage = ({ recorded, report }: Mark, size: number): Statement => ({
  text: asOne(`SELECT head, ${INSTANT('recorded')} AS recorded, report_id, 0 AS ordinal
FROM reports
WHERE unread IS NULL AND (reports.recorded, report_id) > ($1::timestamptz, $2::text)
ORDER BY reports.recorded, report_id
LIMIT $3::int`),
  values: [recorded, report, size],
});

const markOf = (row: Row): Mark => ({
  recorded: row['recorded'] as string,
  report: row['report_id'] as string,
  ordinal: row['ordinal'] as number,
});

async function* pages(
  run: Run,
  page: (after: Mark, size: number) => Statement,
  { since, size = PAGE }: Paging,
): AsyncGenerator<readonly Row[]> {
  for (let after = startAt(since); ;) {
    const [found] = await run(page(after, size));
    const rows = (found?.['rows'] ?? []) as readonly Row[];
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = markOf(rows.at(-1)!);
  }
}

export const claimPages = (run: Run, paging: Paging = {}) => pages(run, claimPage, paging);
export const reportPages = (run: Run, paging: Paging = {}) => pages(run, reportPage, paging);
