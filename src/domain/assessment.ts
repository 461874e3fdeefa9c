import type { ClaimKind } from './claim.ts';
import type { ActorId, ClaimId, IncidentId, OriginId, PlaceId, ReportId } from './ids.ts';
import type { Day } from './time.ts';

/** Copies and rewrites of one text. `first` is the earliest report known; `credits` are agencies it names. */
export interface Origin {
  readonly id: OriginId;
  readonly first: ReportId;
  readonly reports: readonly ReportId[];
  readonly credits: readonly string[];
}

/** A number as several sources give it: kept side by side, never averaged away. */
export interface AmountRange {
  readonly role: string;
  readonly unit: string;
  readonly min: number;
  /** Middle of what independent origins say. */
  readonly best: number;
  readonly max: number | null;
  readonly by: readonly {
    readonly claim: ClaimId;
    readonly source: string;
    readonly min: number;
    readonly max: number | null;
  }[];
}

/** The claims, from any number of reports, about one happening. */
export interface Incident {
  readonly id: IncidentId;
  readonly group: IncidentGroup;
  readonly kinds: readonly ClaimKind[];
  readonly place: PlaceId;
  readonly actor: ActorId | null;
  readonly target: ActorId | null;
  readonly start: Day;
  readonly end: Day;
  readonly claims: readonly ClaimId[];
  readonly reports: readonly ReportId[];
  readonly origins: readonly OriginId[];
  /** Named people or bodies quoted, apart from origins: two outlets may quote one spokesman. */
  readonly speakers: readonly string[];
  readonly denials: readonly ClaimId[];
  readonly amounts: readonly AmountRange[];
}

export type IncidentGroup =
  | 'gain'
  | 'leave'
  | 'hold'
  | 'fight'
  | 'siege'
  | 'violence'
  | 'detention'
  | 'movement'
  | 'alert'
  | 'talks'
  | 'words';

export type SourceClass =
  | 'party'
  | 'party-official'
  | 'local-official'
  | 'resident'
  | 'monitor'
  | 'agency'
  | 'outlet'
  | 'unnamed';

/** Which way a claim points, seen from its speaker's side. */
export type Interest = 'gain' | 'admission' | 'denial' | 'neutral';

/** How often claims of one source and one interest were borne out; a Beta posterior. */
export interface Reliability {
  readonly source: string;
  readonly name: string;
  readonly class: SourceClass;
  readonly interest: Interest;
  readonly mean: number;
  /** 90 % interval. */
  readonly low: number;
  readonly high: number;
  /** Claims it rests on, each origin counted once. */
  readonly n: number;
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  /** Mean of what its claims were borne out: another than `mean` where a user fixed that. */
  readonly learned: number;
  /** A user fixed the grade; then `mean` is the middle of that grade, or the number that was given. */
  readonly pinned: boolean;
}

/** What a user has fixed of a source: an Admiralty letter, or the share of its claims that is true, 0–1. */
export type Pin = Reliability['grade'] | number;
