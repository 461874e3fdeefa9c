import type { Claim, Reading, Report, Span } from '../domain/index.ts';
import { supplied } from '../domain/index.ts';
import type { Cell, Codebook, Column, Row } from './codebook.ts';

/** A report with what the reader made of it. */
export interface CodedReport {
  readonly report: Report;
  readonly reading: Reading;
  readonly claims: readonly Claim[];
}

/** A scheme that looks at whole reports and not at claims alone. Pure, one report at a time. */
export interface ReportCodebook extends Omit<Codebook, 'code'> {
  codeReport(coded: CodedReport): readonly Row[];
}

/** Which report a row is of: the first columns of every such table. */
export const REPORT_COLUMNS: readonly Column[] = [
  { name: 'report', about: 'id of the report' },
  { name: 'outlet', about: 'who published it' },
  { name: 'published', about: 'day of publication; empty when unknown' },
];

export const reportCells = ({ id, outlet, published }: Report): Row => ({
  report: id,
  outlet: supplied(outlet) ?? null,
  published: supplied(published) ?? null,
});

/** Which sentence a row is of: the last columns of tables with a row for a sentence. */
export const SENTENCE_COLUMNS: readonly Column[] = [
  { name: 'sentence', about: 'the sentence as published' },
  { name: 'start', about: 'where the sentence starts in the body' },
];

export const sentenceCells = ({ body }: Report, { start, end }: Span): Row => ({
  sentence: oneLine(body.slice(start, end)),
  start,
});

/** Several values in one cell; nothing when there are none. */
export const listCell = (values: readonly string[]): Cell => {
  const kept = [...new Set(values.filter((value) => value !== ''))];
  return kept.length === 0 ? null : kept.join('; ');
};

/** Text of a report on one line. */
export const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
