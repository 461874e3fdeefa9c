import type { Reliability } from '../../domain/index.ts';
import type { Hearing } from './hearing.ts';
import { CODES } from './in-its-day.ts';
import type { Vector } from './model.ts';
import type { Siege } from './siege.ts';
import type { KnownStates } from './states.ts';

/** Witnesses of the last days before one: those after it may repeat their words. */
export interface Carried {
  /** First day that is still to be heard. */
  readonly day: number;
  /**
   * In the order in which they were heard, the place of each among those of its days in the order of the
   * units. No row of the units is kept: what is said later of those days moves all rows after it.
   */
  readonly carried: Int32Array;
  readonly strengths: Float64Array;
  /** Which of them each was found to repeat, or to be, if it was the strongest; -1 when an older one. */
  readonly strongest: Int32Array;
}

/**
 * What was heard of a place before a day, as far as it bears on what is heard after: from it an answer
 * goes on without hearing those days again, and comes to the same to the last digit.
 */
export interface Past extends Carried {
  /** Numbers of those said to hold the place before the day, in no order. */
  readonly holders: readonly number[];
  /** The states when it was remembered: with others the belief is no good. */
  readonly states: KnownStates;
  /** On the last day with evidence. */
  readonly belief: BeliefOn;
  /** Undefined while nobody had said that there is one. */
  readonly siege: SiegePast | undefined;
  /** Last day with a witness who counts. */
  readonly newest: number;
  /** Origins that counted. */
  readonly origins: number;
  /** Those of them that are heard of again. */
  readonly roots: readonly number[];
  /** The best letter of those who counted. */
  readonly grade: Reliability['grade'];
}

/** Belief after the evidence of a day. */
export interface BeliefOn {
  readonly day: number;
  readonly forward: Vector;
}

/** Whether a place was besieged on the last day that somebody spoke of it. */
export interface SiegePast extends Siege {
  readonly day: number;
}

/** Whether a witness, by position, says of its actor that it holds the place, or did. */
const isOfHolder = ({ actors, codes, trust }: Hearing, at: number) =>
  actors[at]! >= 0 && trust[at]! > 0 && codes[at] !== CODES.clash;

/** Those said to hold a place, by number, of the witnesses before a position and of the past. */
export function holdersBefore(hearing: Hearing, end: number): readonly number[] {
  const { actors, met, past } = hearing;
  const holders = [...(past?.holders ?? [])];
  met.reset();
  for (const actor of holders) met.meet(actor);
  for (let i = 0; i < end; i++) {
    if (isOfHolder(hearing, i) && met.meet(actors[i]!)) holders.push(actors[i]!);
  }
  return holders;
}

/** Whether what was heard has the states that its past has: only then can a chain go on from it. */
export function hasStatesOfPast(hearing: Hearing, { holders, states }: Past): boolean {
  const { actors, count, met } = hearing;
  met.reset();
  for (const actor of holders) met.meet(actor);
  for (let i = 0; i < count; i++) if (isOfHolder(hearing, i)) met.meet(actors[i]!);
  return met.count === states.actors.length && states.actors.every((actor) => met.has(actor));
}
