import type { Day, Instant, Problem, Report, UnreadReport } from '../domain/index.ts';

/** Bytes as they came, with what the person or program who brought them knows of them. */
export interface RawItem {
  readonly bytes: Uint8Array;
  /** File name or URL; its ending is a hint of the format. */
  readonly name: string;
  /** "line 4", "row 4": where it stands in a file of many. */
  readonly part?: string;
  /** Media type with optional charset, as an HTTP header gives it. */
  readonly contentType?: string;
  readonly captured: Instant;
  readonly outlet?: string;
  readonly published?: Day;
  readonly url?: string;
}

/** One item taken in. `raw` is null when it was too large to keep. */
export type Captured = CapturedReport | CapturedUnread;

export interface CapturedReport {
  readonly report: Report;
  readonly raw: Uint8Array;
  readonly problems: readonly Problem[];
}

export interface CapturedUnread {
  readonly report: UnreadReport;
  readonly raw: Uint8Array | null;
  readonly problems: readonly Problem[];
}

export const isRead = (captured: Captured): captured is CapturedReport => 'body' in captured.report;

export interface Limits {
  /** Largest item taken in, in bytes; larger ones are refused with a reason. */
  readonly maxBytes: number;
  /** Longest text of one report: the length of a book, which no report has; reading it takes a minute. */
  readonly maxCharacters: number;
  /** Largest HTML tree, in elements: extraction time grows faster than the tree. */
  readonly maxElements: number;
  /** Deepest HTML nesting: extraction recurses. */
  readonly maxDepth: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxBytes: 10_000_000,
  maxCharacters: 500_000,
  maxElements: 100_000,
  maxDepth: 500,
};

/** The limits with another size: who asks for larger items wants their text read too. */
export const limitsOf = (maxBytes: number | undefined): Limits =>
  maxBytes === undefined
    ? DEFAULT_LIMITS
    : {
        ...DEFAULT_LIMITS,
        maxBytes,
        maxCharacters: Math.max(maxBytes, DEFAULT_LIMITS.maxCharacters),
      };

/** What a format's own reader found in an item; absent means that the item does not say. */
export interface Found {
  readonly body: string;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  readonly byline?: string | undefined;
  readonly dateline?: string | undefined;
  /** As printed; {@link ./published.ts} makes a day of it. */
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly problems: readonly Problem[];
}

/** Why an item cannot be read; becomes `UnreadReport.unread`. */
export class Unreadable extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
