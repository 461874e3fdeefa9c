import type { ReportCodebook, Row } from '../codebooks/index.ts';
import type { Report, ReportId } from '../domain/index.ts';
import { isReadReport, type Ledger } from '../ledger/index.ts';
import { isHead } from '../report/index.ts';
import { type ClaimFilters, queryOf } from './claim-filters.ts';
import type { Context } from './context.ts';

/** Rows of a scheme that looks at whole reports: each is read again from its kept text. */
export async function reportRows(
  codebook: ReportCodebook,
  options: ClaimFilters,
  { context, ledger }: { readonly context: Context; readonly ledger: Ledger },
): Promise<readonly Row[]> {
  const read = await context.reader();
  const rows: Row[] = [];
  for (const id of await reportsOf(options, context, ledger)) {
    const report = await bodyOf(id, options, ledger);
    if (report) rows.push(...codebook.codeReport(read(report)).filter(isOfText));
  }
  return rows;
}

/** Lines above a text that somebody saved stand this near to its start. */
const HEAD_LETTERS = 500;

/** "Outlet: The Example", above a text, is no sentence of it. */
const isOfText = ({ sentence, start }: Row) =>
  typeof sentence !== 'string' || Number(start) >= HEAD_LETTERS || !isHead(sentence);

/** Parts of a query that ask for reports and not for claims. */
const WHOLE = new Set(['report', 'withRetracted']);

/** All reports, or those with a claim that the filters let through. */
async function reportsOf(
  options: ClaimFilters,
  context: Context,
  ledger: Ledger,
): Promise<readonly ReportId[]> {
  const query = await queryOf(options, context, ledger);
  const { report } = query;
  const narrowing = Object.keys(query).filter((key) => !WHOLE.has(key));
  if (narrowing.length === 0) {
    const all = (await ledger.reports()).map(({ head }) => head.id);
    return report === undefined ? all : all.filter((id) => id === report);
  }
  return [...new Set((await ledger.claims(query)).map(({ claim }) => claim.report))];
}

/** The report, unless a reviewer took all of it back. */
async function bodyOf(
  id: ReportId,
  { retracted }: ClaimFilters,
  ledger: Ledger,
): Promise<Report | undefined> {
  const stored = await ledger.report(id);
  if (!stored || !isReadReport(stored.report)) return undefined;
  const last = (await ledger.reviews(id)).findLast(
    ({ claim, verdict }) => claim === null && (verdict === 'retracted' || verdict === 'restored'),
  );
  return last?.verdict === 'retracted' && retracted !== true ? undefined : stored.report;
}
