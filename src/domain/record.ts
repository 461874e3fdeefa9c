import type { Claim } from './claim.ts';
import type { Report } from './report.ts';
import type { Instant } from './time.ts';

/**
 * What remains of a text for finding its copies: made once, when the report is captured, and stored
 * with it as JSON.
 */
export interface Fingerprint {
  /** Words in title and body. */
  readonly words: number;
  /** One shingle in `rate` was kept: those whose hash divided by 2^32 is below 1 / rate. */
  readonly rate: number;
  /** Unsigned 32-bit hashes of the kept shingles of consecutive words, ascending. */
  readonly shingles: readonly number[];
  /** Agencies credited in byline, dateline or text: "AFP", "Reuters". */
  readonly credits: readonly string[];
  /** Key of the numbers and agencies it was made with; one made with others is made anew. */
  readonly madeWith: string;
}

/** A report without its text: what an assessment needs to know of it. */
export type ReportHead = Omit<Report, 'body'> & { readonly fingerprint?: Fingerprint };

/** A claim as the ledger holds it; `recorded` is when the ledger learned it. */
export interface RecordedClaim {
  readonly claim: Claim;
  readonly recorded: Instant;
}
