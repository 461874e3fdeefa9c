import type {
  ActorId,
  ClaimId,
  Day,
  Origin,
  OriginId,
  Pin,
  PlaceId,
  RecordedClaim,
  ReportHead,
  ReportId,
  Standing,
  StandingState,
} from '../domain/index.ts';
import type { ActorSides, PlaceTree } from './context.ts';
import type { AssessmentParameters } from './parameters.ts';
import type { PastLimits } from './remembering/pasts.ts';

export interface AssessmentContext {
  readonly places: PlaceTree;
  readonly actors: ActorSides;
  readonly parameters: AssessmentParameters;
  readonly pins?: Pins;
  /** How much of what was heard is remembered: no answer depends on it. */
  readonly remembering?: PastLimits;
}

/** What users have fixed, by source key (`Reliability.source`). */
export type Pins = ReadonlyMap<string, Pin>;

/** What to leave out, to see the picture without it. */
export interface SourceFilter {
  readonly outlets?: readonly string[];
  readonly sides?: readonly ActorId[];
  /** Source keys, as in `Reliability.source`. */
  readonly sources?: readonly string[];
  readonly claims?: readonly ClaimId[];
}

/** A question about the past takes two clocks. */
export interface AsOf {
  readonly at: Day;
  readonly known: Day;
  /**
   * Which clock `known` reads. `said` (the default): the day the report was published, else the day
   * the source spoke. `recorded`: the day the ledger learned it.
   */
  readonly clock?: 'said' | 'recorded';
  readonly without?: SourceFilter;
  /** Other pins than those that hold: what the picture would be with them. */
  readonly pins?: Pins;
}

export interface Batch {
  readonly claims: readonly RecordedClaim[];
  readonly reports: Iterable<ReportHead>;
}

/** The part of a standing that a map draws. */
export interface MapStanding {
  readonly place: PlaceId;
  readonly best: StandingState;
  readonly probability: number;
  readonly besieged: ActorId | 'unnamed' | null;
  readonly newest: Day | null;
}

/** Belief on one day. `filtered`: as known that day; `smoothed`: as known on `known`. */
export interface DayBelief {
  readonly day: Day;
  readonly filtered: Standing['beliefs'];
  readonly smoothed: Standing['beliefs'];
}

/** One line of what changed between two pairs of clocks. */
export interface Change {
  readonly place: PlaceId;
  readonly from: StandingState;
  readonly fromProbability: number;
  readonly to: StandingState;
  readonly toProbability: number;
  /** Most moving first; positive log-odds speak for the new state. */
  readonly because: readonly {
    readonly claim: ClaimId;
    readonly report: ReportId;
    readonly logOdds: number;
  }[];
  /** One sentence: "Zaranj: unknown → held by taliban (very likely, 0.91)". */
  readonly text: string;
}

/** How much each state has of the places asked about. `expected` sums beliefs. */
export interface Total {
  readonly state: StandingState;
  readonly places: number;
  readonly expected: number;
  readonly population: number;
  /** Square kilometres; null when the gazetteer has no areas. */
  readonly area: number | null;
}

export interface Totals {
  readonly asOf: AsOf;
  readonly of: {
    readonly places: number;
    readonly population: number;
    /** Places whose population is not known. */
    readonly noPopulation: number;
    readonly area: number | null;
  };
  readonly totals: readonly Total[];
}

export interface OriginView {
  readonly of: (report: ReportId, known?: Day) => readonly OriginId[];
  readonly list: (known?: Day) => readonly Origin[];
}
