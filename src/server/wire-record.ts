import type {
  ActorId,
  Claim,
  ClaimId,
  Day,
  Instant,
  OriginId,
  PlaceId,
  Problem,
  Report,
  ReportId,
  Speech,
} from '../domain/index.ts';

/** What the HTTP API sends of the record itself: reports, claims, countries, days. */

/** Every answer that is not 2xx has this shape; `code` is stable, `message` is for people. */
export interface ErrorAnswer {
  readonly error: { readonly code: string; readonly message: string; readonly field?: string };
}

/** `index` orders the holders of a country by how much is said of them; it gives their colour. */
export interface Holder {
  readonly id: ActorId;
  readonly name: string;
  readonly index: number;
}

export interface CountryHead {
  readonly id: PlaceId;
  readonly code: string;
  readonly name: string;
  readonly claims: number;
  /** First and last day of publication of what is said about it. */
  readonly from: Day;
  readonly to: Day;
  /**
   * Last day of publication that a report gives: one without a date counts as said when it was taken
   * in, which may be long after all others.
   */
  readonly latest: Day;
  readonly holders: readonly Holder[];
}

export interface Meta {
  /** Changes whenever the ledger does. */
  readonly revision: string;
  readonly reports: number;
  readonly claims: number;
  /** Items that are kept and could not be read. */
  readonly unread: number;
  readonly origins: number;
  /** Sources of which a user has fixed what to believe. */
  readonly pinned: number;
  /** First and last day the record speaks of, by publication; null when the ledger is empty. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly countries: readonly CountryHead[];
}

export interface ReportBrief {
  readonly id: ReportId;
  readonly title: string | null;
  readonly outlet: string;
  readonly published: Day | null;
  readonly origin: OriginId;
}

export interface ClaimView {
  readonly claim: Claim;
  readonly report: ReportBrief;
  readonly recorded: Instant;
}

export interface ReviewView {
  readonly report: ReportId;
  /** Null for the whole report. */
  readonly claim: ClaimId | null;
  readonly verdict: 'retracted' | 'restored' | 'confirmed' | 'noted';
  readonly reason: string;
  readonly by: string;
  readonly recorded: Instant;
}

export interface ReviewAnswer {
  readonly entry: ReviewView;
}

export interface ReportView {
  readonly report: Report;
  readonly origin: OriginId;
  readonly copies: readonly ReportBrief[];
  readonly claims: readonly ClaimView[];
  /** Claims that a reader took back: they count nowhere. */
  readonly retracted: readonly ClaimView[];
  /** Entries about the report and its claims, oldest first. */
  readonly reviews: readonly ReviewView[];
  readonly speech: readonly Speech[];
}

export interface TimelineDay {
  readonly day: Day;
  readonly reports: number;
  readonly claims: number;
  /** Places whose best state, as known that day, became held by somebody else. */
  readonly gains: readonly {
    readonly by: ActorId;
    readonly place: PlaceId;
    readonly name: string;
  }[];
}

export interface Timeline {
  readonly days: readonly TimelineDay[];
}

export interface ClaimList {
  readonly total: number;
  readonly claims: readonly ClaimView[];
}

/** Names of places in claims that the gazetteer lacks: they are on no map. */
export interface UnplacedList {
  readonly names: readonly {
    readonly name: string;
    readonly total: number;
    /** Some of the claims, newest first. */
    readonly claims: readonly ClaimView[];
  }[];
}

export interface UnreadView {
  readonly id: ReportId;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: Day | null;
  /** Why it could not be read. */
  readonly reason: string;
  readonly recorded: Instant;
}

/** Newest first. */
export interface UnreadList {
  readonly unread: readonly UnreadView[];
}

export interface OutletView {
  readonly name: string;
  readonly reports: number;
  readonly claims: number;
}

export interface AddedReport {
  readonly id: ReportId;
  readonly title: string | null;
  /** `known`: the ledger had it already, and nothing was added. `unread`: kept, but not readable. */
  readonly outcome: 'added' | 'known' | 'unread';
  readonly claims: number;
  readonly problems: readonly Problem[];
}

/** One entry for each item in what was sent. */
export interface AddAnswer {
  readonly added: readonly AddedReport[];
}
