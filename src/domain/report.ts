import type { ReportId } from './ids.ts';
import type { Day, Instant } from './time.ts';

/** What is known of a field, and whether the item said it or somebody supplied it. */
export type Supplied<T> =
  | { readonly basis: 'stated' | 'given'; readonly value: T }
  | { readonly basis: 'unknown'; readonly reason: string };

/** One published item as captured. Never altered. */
export interface Report {
  readonly id: ReportId;
  /** Hex SHA-256 of the raw bytes. */
  readonly sha256: string;
  readonly outlet: Supplied<string>;
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  /** Place of filing as printed, "KABUL, Aug. 5 (Agency)". */
  readonly dateline: string | null;
  readonly published: Supplied<Day>;
  readonly captured: Instant;
  /** BCP 47 tag; `und` when it cannot be told. */
  readonly language: string;
  /** The text that offsets point into. */
  readonly body: string;
}

/** An item whose bytes are kept but cannot be read; what is known of it all the same. */
export interface UnreadReport extends Partial<
  Pick<Report, 'outlet' | 'url' | 'title' | 'published' | 'language'>
> {
  readonly id: ReportId;
  readonly sha256: string;
  readonly captured: Instant;
  readonly unread: string;
}

/** Something a reader of the output should know; `code` is stable, `message` is for people. */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

export const supplied = <T>(field: Supplied<T>): T | undefined =>
  field.basis === 'unknown' ? undefined : field.value;
