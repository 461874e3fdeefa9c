import type { Claim } from './claim.ts';
import type { Report } from './report.ts';
import type { Instant } from './time.ts';

/** A report without its text: what an assessment needs to know of it. */
export type ReportHead = Omit<Report, 'body'>;

/** A claim as the ledger holds it; `recorded` is when the ledger learned it. */
export interface RecordedClaim {
  readonly claim: Claim;
  readonly recorded: Instant;
}
