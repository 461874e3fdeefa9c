import type {
  ActorId,
  Claim,
  ClaimId,
  ClaimKind,
  Fingerprint,
  Day,
  Instant,
  Modality,
  Pin,
  PlaceId,
  Polarity,
  Problem,
  RecordedClaim,
  Report,
  ReportHead,
  ReportId,
  UnreadReport,
} from '../domain/index.ts';

import type { Paging } from './pages.ts';

/** One report with everything read from it: the unit of writing, and one transaction. */
export interface LedgerEntry {
  readonly report: Report | UnreadReport;
  /** The bytes as captured; null when they were too large to keep. */
  readonly raw: Uint8Array | null;
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}

/** `known`: the ledger had this report already, and nothing was written. */
export interface Appended {
  readonly report: ReportId;
  readonly outcome: 'added' | 'known';
}

export interface StoredReport {
  readonly report: Report | UnreadReport;
  readonly recorded: Instant;
  readonly problems: readonly Problem[];
}

export interface RecordedHead {
  readonly head: ReportHead;
  readonly recorded: Instant;
}

export interface RecordedUnread {
  readonly report: UnreadReport;
  readonly recorded: Instant;
}

/** Which claims. Every field narrows; days are inclusive. */
export interface ClaimQuery {
  /** A kind, or a group of kinds by its first word: "control". */
  readonly kinds?: readonly (ClaimKind | (string & {}))[];
  readonly place?: PlaceId;
  /** The place itself or anywhere in it. */
  readonly inside?: PlaceId;
  readonly actor?: ActorId;
  /** The holder under which the actor's gains count. */
  readonly side?: ActorId;
  readonly outlet?: string;
  /** Part of the name of anybody in the chain, in any case. */
  readonly source?: string;
  readonly modality?: Modality;
  readonly polarity?: Polarity;
  readonly report?: ReportId;
  /** Part of the evidence, in any case. */
  readonly text?: string;
  /** Overlap with the time it happened; claims of unknown time count by the day they were said. */
  readonly from?: Day;
  readonly to?: Day;
  /** Clock *said*: only what had been published (or, in undated reports, said) by then. */
  readonly saidBy?: Day;
  /** Clock *recorded*: only what the ledger had learned by then. */
  readonly recordedBy?: Instant;
  /** Retracted claims too. A retraction counts from when it was recorded, on the clock *recorded*. */
  readonly withRetracted?: boolean;
  readonly order?: 'happened' | 'said' | 'recorded';
  readonly descending?: boolean;
  readonly limit?: number;
  readonly offset?: number;
}

export interface MapQuery {
  readonly at: Day;
  readonly known: Day;
  /** Id of the country; absent for all places. */
  readonly country?: PlaceId;
  /** Newest marks for each place; default 5. */
  readonly perPlace?: number;
  readonly kinds?: readonly string[];
}

/** One claim as a map needs it. `day` is when it happened, or was said when that is unknown. */
export interface Mark {
  readonly claim: ClaimId;
  readonly report: ReportId;
  readonly place: PlaceId;
  readonly kind: ClaimKind;
  readonly actor: ActorId | null;
  readonly side: ActorId | null;
  readonly day: Day;
  readonly said: Day;
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly confidence: number;
}

/** A human's entry about a claim, or about a whole report when `claim` is null. */
export interface Review {
  readonly report: ReportId;
  readonly claim: ClaimId | null;
  readonly verdict: 'retracted' | 'restored' | 'confirmed' | 'noted';
  readonly reason: string;
  readonly by: string;
}

export interface RecordedReview extends Review {
  readonly recorded: Instant;
}

/** A human's entry about a source: what to believe of it instead of what is learned. */
export interface PinEntry {
  /** Key of the source, as in `Reliability.source`. */
  readonly source: string;
  /** Null takes back what was fixed before. */
  readonly pin: Pin | null;
  readonly reason: string;
  readonly by: string;
}

export interface RecordedPin extends PinEntry {
  readonly recorded: Instant;
}

export interface LedgerCounts {
  readonly reports: number;
  readonly unread: number;
  readonly claims: number;
  readonly problems: number;
  readonly reviews: number;
  readonly pins: number;
}

/** The append-only store. One contract; PGlite and PostgreSQL run the same suite. */
export interface Ledger {
  readonly engine: 'pglite' | 'postgresql';
  append(entry: LedgerEntry): Promise<Appended>;
  /** All of them in one transaction; the answers are in the order of the entries. */
  appendMany(entries: readonly LedgerEntry[]): Promise<readonly Appended[]>;
  has(id: ReportId): Promise<boolean>;
  claims(query?: ClaimQuery): Promise<readonly RecordedClaim[]>;
  count(query?: ClaimQuery): Promise<number>;
  /** All that stand, some thousand at a time, in order of recording. */
  claimPages(paging?: Paging): AsyncIterable<readonly RecordedClaim[]>;
  claim(id: ClaimId): Promise<RecordedClaim | undefined>;
  marks(query: MapQuery): Promise<readonly Mark[]>;
  report(id: ReportId): Promise<StoredReport | undefined>;
  raw(id: ReportId): Promise<Uint8Array | undefined>;
  /** Reports that were read, without their text, in order of recording. */
  reports(): Promise<readonly RecordedHead[]>;
  /** The same, some thousand at a time. */
  reportPages(paging?: Paging): AsyncIterable<readonly RecordedHead[]>;
  unread(): Promise<readonly RecordedUnread[]>;
  review(review: Review): Promise<RecordedReview>;
  reviews(report: ReportId): Promise<readonly RecordedReview[]>;
  pin(entry: PinEntry): Promise<RecordedPin>;
  /** All of them, in order of recording: the last word on a source holds. */
  pins(): Promise<readonly RecordedPin[]>;
  counts(): Promise<LedgerCounts>;
  /** Differences between this ledger's schema and the one this program was built with. */
  drift(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What the ledger asks of the gazetteer and the actor list when it files a claim. */
export interface Directory {
  /** Ids from the country down to the parent. */
  within(place: PlaceId): readonly PlaceId[];
  side(actor: ActorId): ActorId | undefined;
  /** What finding copies needs of a text, kept with the report so that nobody reads it again. */
  fingerprint?(report: Report): Fingerprint;
}

export const EMPTY_DIRECTORY: Directory = { within: () => [], side: () => undefined };

export const isReadReport = (report: Report | UnreadReport): report is Report => 'body' in report;
