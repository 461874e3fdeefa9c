import {
  type Claim,
  type Instant,
  type Problem,
  type RecordedClaim,
  type Report,
  type ReportHead,
  type ReportId,
  reportId,
  type UnreadReport,
} from '../domain/index.ts';
import { insertClaims, insertProblems, insertReports } from './append.ts';
import { findDrift } from './drift.ts';
import type { Engine, Row, Run, Statement } from './engine.ts';
import { explain } from './errors.ts';
import {
  type Appended,
  type Directory,
  EMPTY_DIRECTORY,
  isReadReport,
  type Ledger,
  type LedgerCounts,
  type LedgerEntry,
  type Mark,
  type PinEntry,
  type RecordedPin,
  type RecordedReview,
  type Review,
} from './ledger.ts';
import { claimPages, reportPages } from './pages.ts';
import { insertPin, selectPins, toRecordedPin } from './pins.ts';
import { countClaims, INSTANT, selectClaims, selectMarks, selectRetracted } from './query.ts';

export interface LedgerSettings {
  readonly schema: string;
  readonly directory?: Directory | undefined;
  readonly now?: (() => Date) | undefined;
  /** Where the ledger is, for messages. */
  readonly where: string;
}

const text = (row: Row, column: string) => row[column] as string;
const statement = (sql: string, values: readonly unknown[] = []): Statement => ({
  text: sql,
  values,
});
const recordedOf = (row: Row) => text(row, 'recorded') as Instant;

const toRecordedClaim = (row: Row): RecordedClaim => ({
  claim: row['data'] as Claim,
  recorded: recordedOf(row),
});

const toRecordedHead = (row: Row) => ({
  head: row['head'] as ReportHead,
  recorded: recordedOf(row),
});

async function* each<T>(pages: AsyncIterable<readonly Row[]>, to: (row: Row) => T) {
  for await (const rows of pages) yield rows.map(to);
}

/** Writes new reports with their claims and problems; says which were new. */
async function write(
  run: Run,
  entries: readonly LedgerEntry[],
  recorded: Instant,
  directory: Directory,
): Promise<ReadonlySet<ReportId>> {
  // One order for all writers: two that append the same reports wait for each other, never both.
  const distinct = new Map(entries.map((entry) => [entry.report.id, entry]));
  const sorted = [...distinct.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
  const inserted = await run(insertReports(sorted, recorded, directory));
  const added = new Set(inserted.map((row) => reportId(text(row, 'report_id'))));
  const fresh = sorted.filter(({ report }) => added.has(report.id));
  for (const each of insertClaims(fresh, recorded, directory)) await run(each);
  for (const each of insertProblems(fresh)) await run(each);
  return added;
}

const MARK_FIELDS = [
  'claim',
  'report',
  'place',
  'kind',
  'actor',
  'side',
  'day',
  'said',
  'modality',
  'polarity',
  'confidence',
] as const satisfies readonly (keyof Mark)[];

const toMark = (row: readonly unknown[]) =>
  Object.fromEntries(MARK_FIELDS.map((field, i) => [field, row[i]])) as unknown as Mark;

/** What some entries came to; of a report given twice, the first was not there before. */
function countsOf(entries: readonly LedgerEntry[], added: ReadonlySet<ReportId>) {
  const fresh = [...new Map(entries.map((entry) => [entry.report.id, entry])).values()].filter(
    ({ report }) => added.has(report.id),
  );
  const unread = fresh.filter(({ report }) => !isReadReport(report)).length;
  return {
    reports: fresh.length - unread,
    unread,
    claims: fresh.reduce((sum, { claims }) => sum + claims.length, 0),
    problems: fresh.reduce((sum, { problems }) => sum + problems.length, 0),
  };
}

const summed = (a: LedgerCounts, b: Partial<LedgerCounts>): LedgerCounts => ({
  reports: a.reports + (b.reports ?? 0),
  unread: a.unread + (b.unread ?? 0),
  claims: a.claims + (b.claims ?? 0),
  problems: a.problems + (b.problems ?? 0),
  reviews: a.reviews + (b.reviews ?? 0),
  pins: a.pins + (b.pins ?? 0),
});

const UPKEEP_WHILE_OPEN = 20_000;
const UPKEEP_AT_CLOSE = 1000;

/** A ledger over an engine whose schema is up to date. */
export function createLedger(engine: Engine, settings: LedgerSettings): Ledger {
  const { directory = EMPTY_DIRECTORY, now = () => new Date() } = settings;
  const instant = () => now().toISOString() as Instant;
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explain(error, settings.where);
    }
  };
  const query = (each: Statement) => guard(() => engine.run(each));

  // Claims since the last upkeep: it costs about half a second, so small batches wait for each other.
  let fresh = 0;
  const keepUp = async (threshold: number) => {
    if (fresh < threshold) return;
    fresh = 0;
    await guard(() => engine.upkeep());
  };

  let counted: LedgerCounts | undefined;
  // A count is kept only when nothing was written while it was made.
  let [begun, ended] = [0, 0];
  const counting = async <T>(
    write: () => Promise<T>,
    more: (written: T) => Partial<LedgerCounts>,
  ) => {
    begun++;
    try {
      const written = await write();
      if (counted) counted = summed(counted, more(written));
      return written;
    } finally {
      ended++;
    }
  };

  const appendMany = async (entries: readonly LedgerEntry[]): Promise<readonly Appended[]> => {
    if (entries.length === 0) return [];
    const recorded = instant();
    const added = await counting(
      () => guard(() => engine.transaction((run) => write(run, entries, recorded, directory))),
      (ids) => countsOf(entries, ids),
    );
    fresh += countsOf(entries, added).claims;
    await keepUp(UPKEEP_WHILE_OPEN);
    const told = new Set<ReportId>();
    return entries.map(({ report: { id } }) => {
      const first = !told.has(id);
      told.add(id);
      return { report: id, outcome: first && added.has(id) ? 'added' : 'known' };
    });
  };

  const problemsOf = async (id: ReportId): Promise<readonly Problem[]> =>
    (await query(
      statement('SELECT code, message FROM problems WHERE report_id = $1 ORDER BY ordinal', [id]),
    )) as unknown as readonly Problem[];

  const review = (entry: Review): Promise<RecordedReview> =>
    counting(
      () =>
        guard(() =>
          engine.transaction(async (run) => {
            const recorded = instant();
            // The row of the report is the lock under which its reviews are numbered.
            const found = await run(
              statement('SELECT 1 FROM reports WHERE report_id = $1 FOR UPDATE', [entry.report]),
            );
            if (found.length === 0) throw new RangeError(`no report ${entry.report} in the ledger`);
            await run(
              statement(
                `INSERT INTO reviews SELECT $1, coalesce(max(ordinal), -1) + 1, $2, $3, $4, $5, $6::timestamptz
             FROM reviews WHERE report_id = $1`,
                [entry.report, entry.claim ?? '', entry.verdict, entry.reason, entry.by, recorded],
              ),
            );
            return { ...entry, recorded };
          }),
        ),
      () => ({ reviews: 1 }),
    );

  const pin = async (entry: PinEntry): Promise<RecordedPin> => {
    const recorded = instant();
    await counting(
      () => query(insertPin(entry, recorded)),
      () => ({ pins: 1 }),
    );
    return { ...entry, recorded };
  };

  return {
    engine: engine.kind,
    append: async (entry) => (await appendMany([entry]))[0]!,
    appendMany,
    review,
    pin,
    pins: async () => (await query(selectPins())).map(toRecordedPin),
    has: async (id) =>
      (await query(statement('SELECT 1 FROM reports WHERE report_id = $1', [id]))).length > 0,
    claims: async (filter = {}) => (await query(selectClaims(filter))).map(toRecordedClaim),
    claimPages: (paging) => each(claimPages(query, paging), toRecordedClaim),
    count: async (filter = {}) => Number((await query(countClaims(filter)))[0]!['n']),
    claim: async (id) => {
      const sql = `SELECT data, ${INSTANT('recorded')} AS recorded FROM claims WHERE claim_id = $1`;
      return (await query(statement(sql, [id]))).map(toRecordedClaim)[0];
    },
    marks: async (filter) => {
      const retracted = (await query(selectRetracted())).map((row) => ({
        report: text(row, 'report_id'),
        claim: text(row, 'claim_id'),
      }));
      const rows = await query(selectMarks(filter, retracted));
      return (JSON.parse(text(rows[0]!, 'marks')) as unknown[][]).map(toMark);
    },
    report: async (id) => {
      const sql = `SELECT head, body, ${INSTANT('recorded')} AS recorded FROM reports WHERE report_id = $1`;
      const row = (await query(statement(sql, [id])))[0];
      if (!row) return undefined;
      const head = row['head'] as ReportHead | UnreadReport;
      const report =
        row['body'] === null
          ? (head as UnreadReport)
          : ({ ...head, body: text(row, 'body') } as Report);
      return { report, recorded: recordedOf(row), problems: await problemsOf(id) };
    },
    raw: async (id) => {
      const rows = await query(statement('SELECT raw FROM reports WHERE report_id = $1', [id]));
      const raw = rows[0]?.['raw'] as Uint8Array | null | undefined;
      return raw ? new Uint8Array(raw) : undefined;
    },
    reports: async () => {
      const sql = `SELECT head, ${INSTANT('recorded')} AS recorded FROM reports WHERE unread IS NULL ORDER BY reports.recorded, report_id`;
      const rows = await query(statement(sql));
      return rows.map(toRecordedHead);
    },
    reportPages: (paging) => each(reportPages(query, paging), toRecordedHead),
    unread: async () => {
      const sql = `SELECT head, ${INSTANT('recorded')} AS recorded FROM reports WHERE unread IS NOT NULL ORDER BY reports.recorded, report_id`;
      const rows = await query(statement(sql));
      return rows.map((row) => ({
        report: row['head'] as UnreadReport,
        recorded: recordedOf(row),
      }));
    },
    reviews: async (id) => {
      const sql = `SELECT report_id AS report, nullif(claim_id, '') AS claim, verdict, reason, reviewer AS by, ${INSTANT('recorded')} AS recorded FROM reviews WHERE report_id = $1 ORDER BY ordinal`;
      return (await query(statement(sql, [id]))) as unknown as readonly RecordedReview[];
    },
    counts: async () => {
      if (counted) return counted;
      const before = begun === ended ? begun : -1;
      const sql = `SELECT (SELECT count(*)::int FROM reports WHERE unread IS NULL) AS reports,
        (SELECT count(*)::int FROM reports WHERE unread IS NOT NULL) AS unread,
        (SELECT count(*)::int FROM claims) AS claims,
        (SELECT count(*)::int FROM problems) AS problems,
        (SELECT count(*)::int FROM reviews) AS reviews,
        (SELECT count(*)::int FROM pins) AS pins`;
      const found = (await query(statement(sql)))[0]! as unknown as LedgerCounts;
      if (engine.alone === true && begun === before) counted = found;
      return found;
    },
    drift: () => guard(() => findDrift(engine.run, settings.schema)),
    close: async () => {
      try {
        await keepUp(UPKEEP_AT_CLOSE);
      } finally {
        await engine.close();
      }
    },
  };
}
