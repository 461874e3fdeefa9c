import type { ActorId, ClaimId, OriginId, PlaceId } from './ids.ts';
import type { Day } from './time.ts';

/** Words of likelihood and their ranges: ICD 203 (2015), section D.6.e.2.a. */
export type Likelihood =
  | 'almost no chance'
  | 'very unlikely'
  | 'unlikely'
  | 'roughly even chance'
  | 'likely'
  | 'very likely'
  | 'almost certain';

export type StandingState =
  | { readonly state: 'held'; readonly by: ActorId }
  | { readonly state: 'contested' }
  | { readonly state: 'unknown' };

/** One push on a standing: positive log-odds speak for `towards`. */
export interface Movement {
  readonly claim: ClaimId;
  readonly origin: OriginId;
  readonly day: Day;
  readonly towards: StandingState;
  readonly logOdds: number;
  /** The factors that made the weight, in order, each with its reason. */
  readonly factors: readonly {
    readonly name: string;
    readonly value: number;
    readonly reason: string;
  }[];
}

/** What one side, or everybody outside the sides, says of a place; nothing is weighed here. */
export interface Claimed {
  /** Side that speaks; null for sources that are no party. */
  readonly by: ActorId | null;
  readonly says: 'holds' | 'lost' | 'contested' | 'besieged' | 'denies';
  /** Whom it is said of. */
  readonly of: ActorId | null;
  readonly newest: Day;
  readonly claims: readonly ClaimId[];
}

/** A standing without what moved it, and its claims counted: all that a map and its lists show. */
export interface StandingSummary extends Omit<Standing, 'movements' | 'claims' | 'claimed'> {
  /** How many were heard. */
  readonly claims: number;
  /**
   * Who is said to hold it, of the newest day of which that is said, and who denies it since; the
   * standing has the rest.
   */
  readonly claimed: readonly Omit<Claimed, 'claims'>[];
}

/** The state of a place, computed for one (at, known). */
export interface Standing {
  readonly place: PlaceId;
  readonly at: Day;
  readonly known: Day;
  /** Whole distribution; probabilities sum to 1. */
  readonly beliefs: readonly { readonly state: StandingState; readonly probability: number }[];
  readonly best: StandingState;
  readonly probability: number;
  readonly likelihood: Likelihood;
  readonly besieged: { readonly by: ActorId | null; readonly probability: number } | null;
  /** How well founded: independent origins, newest evidence, Admiralty letters kept apart. */
  readonly origins: number;
  readonly newest: Day | null;
  readonly source: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly information: 1 | 2 | 3 | 4 | 5 | 6;
  readonly claims: readonly ClaimId[];
  readonly movements: readonly Movement[];
  /** Days from the newest evidence to `at`; null when there is none. */
  readonly age: number | null;
  /** What each side and class of source says, beside what is assessed. Newest first. */
  readonly claimed: readonly Claimed[];
}

/**
 * Sides that deny that the likeliest holder took the place. A denial stands until somebody other than
 * who gains by it says of a later day who holds the place.
 */
export function deniedBy({
  best,
  claimed,
}: Pick<StandingSummary, 'best' | 'claimed'>): readonly ActorId[] {
  if (best.state !== 'held') return [];
  const told = claimed
    .filter(({ says, by, of }) => says === 'holds' && by !== of)
    .reduce((last, { newest }) => (newest > last ? newest : last), '');
  const denials = claimed.filter(
    ({ says, of, newest }) => says === 'denies' && of === best.by && newest >= told,
  );
  return denials.flatMap(({ by }) => (by === null || by === best.by ? [] : [by]));
}
