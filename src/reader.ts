import { extractClaims } from './claims/extract.ts';
import type { Lexicon } from './claims/lexicon.ts';
import type { Sureness } from './claims/sureness/model.ts';
import type { Claim, Problem, Reading, Report } from './domain/index.ts';
import { read } from './reading/read.ts';
import type { ReadingResources } from './reading/resources.ts';

export interface ReaderResources extends ReadingResources {
  readonly lexicon: Lexicon;
  readonly sureness: Sureness;
}

export interface ReadReport {
  readonly report: Report;
  readonly reading: Reading;
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}

/** The whole way from a captured report to its claims. Runs in a browser as it does in Node. */
export function readReport(report: Report, resources: ReaderResources): ReadReport {
  const reading = read(report, resources);
  const { title } = report;
  const apart = title !== null && !report.body.includes(title);
  const heading = apart ? read({ ...report, body: title }, resources) : undefined;
  const claims = extractClaims(reading, resources, heading);
  return { report, reading, claims, problems: [] };
}
