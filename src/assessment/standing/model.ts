import type { ActorId, StandingState } from '../../domain/index.ts';
import { POINTINGS, type Pointing, type StandingParameters } from '../parameters.ts';
import { advance, compose, dailyStep, retreat, type Step } from './step.ts';

/**
 * States of one place as positions: the holders in the order given, then contested, then unknown.
 * Vectors over them are plain arrays of probabilities.
 */
export interface States {
  readonly holders: readonly ActorId[];
  readonly contested: number;
  readonly unknown: number;
  readonly size: number;
}

export type Vector = Float64Array;

/** Days from one belief to the next, and whether somebody then said that a place changed hands. */
export interface Gap {
  readonly days: number;
  readonly announced: boolean;
}

/** Two ways in which a claim can be off, both probabilities. */
export interface Weight {
  readonly trust: number;
  readonly about: number;
}

export function statesOf(holders: Iterable<ActorId>): States {
  const sorted = [...new Set(holders)].sort();
  const n = sorted.length;
  return { holders: sorted, contested: n, unknown: n + 1, size: n + 2 };
}

export function stateAt(states: States, index: number): StandingState {
  const by = states.holders[index];
  if (by !== undefined) return { state: 'held', by };
  return { state: index === states.contested ? 'contested' : 'unknown' };
}

interface Points {
  readonly subject: number;
  readonly other: number;
  readonly contested: number;
  readonly unknown: number;
  readonly falsely: number;
}

/** Plain numbers of the model, taken out of the parameters once. */
export class Model {
  readonly #parameters: StandingParameters;
  /** By number of holders, then days. */
  readonly #quiet: Step[][] = [];
  readonly #announced: Step[] = [];
  readonly #points: Readonly<Record<Pointing, Points>>;

  constructor(parameters: StandingParameters) {
    this.#parameters = parameters;
    this.#points = Object.fromEntries(
      POINTINGS.map((name) => {
        const { subject, other, contested, unknown, falsely } = parameters.points[name];
        const values = [subject, other, contested, unknown, falsely].map(({ value }) => value);
        const [a, b, c, d, e] = values as [number, number, number, number, number];
        return [name, { subject: a, other: b, contested: c, unknown: d, falsely: e }];
      }),
    ) as Record<Pointing, Points>;
  }

  initial(states: States): Vector {
    const { held, contested } = this.#parameters.initial;
    const vector = new Float64Array(states.size);
    const n = states.holders.length;
    for (let i = 0; i < n; i++) vector[i] = held.value / n;
    vector[states.contested] = contested.value;
    vector[states.unknown] = 1 - contested.value - (n === 0 ? 0 : held.value);
    return vector;
  }

  /**
   * How readily this is said in each state. `trust`: probability that the source tells the truth and
   * was read right; else it is a false claim of the sort. `about`: probability that it is about this
   * place and day at all; else it says nothing, and every state is as likely as before.
   */
  likelihood(states: States, pointing: Pointing, subject: number, weight: Weight): Vector {
    const vector = new Float64Array(states.size).fill(1);
    this.weigh(vector, pointing, subject, weight);
    return vector;
  }

  /** Multiplies a belief by that likelihood, in place. */
  weigh(vector: Vector, pointing: Pointing, subject: number, { trust, about }: Weight): void {
    const points = this.#points[pointing];
    const floor = about * (1 - trust) * points.falsely + 1 - about;
    const share = about * trust;
    const contested = vector.length - 2;
    const other = share * points.other + floor;
    for (let i = 0; i < contested; i++) vector[i]! *= other;
    if (subject >= 0) vector[subject]! *= (share * points.subject + floor) / other;
    vector[contested]! *= share * points.contested + floor;
    vector[contested + 1]! *= share * points.unknown + floor;
  }

  /** How readily it is said, over all states by how likely each is. */
  expected(belief: Vector, pointing: Pointing, subject: number, { trust, about }: Weight): number {
    const points = this.#points[pointing];
    const contested = belief.length - 2;
    let held = 0;
    for (let i = 0; i < contested; i++) held += belief[i]!;
    const own = subject >= 0 ? belief[subject]! : 0;
    const said =
      own * points.subject +
      (held - own) * points.other +
      belief[contested]! * points.contested +
      belief[contested + 1]! * points.unknown;
    const all = held + belief[contested]! + belief[contested + 1]!;
    return about * (trust * said + (1 - trust) * points.falsely * all) + (1 - about) * all;
  }

  /**
   * Belief `days` later, in place: the daily change, so many times. On the last day hands may change
   * as often as they do when it is `announced`; on the others as often as it goes unsaid.
   */
  forward(vector: Vector, { days, announced }: Gap): void {
    const holders = vector.length - 2;
    const quiet = announced && days > 0 ? days - 1 : days;
    if (quiet > 0) advance(this.#quietStep(holders, quiet), vector, 0, holders);
    if (announced && days > 0) advance(this.#announcedStep(holders), vector, 0, holders);
  }

  /** The same for messages that run back in time. */
  backward(vector: Vector, { days, announced }: Gap): void {
    const holders = vector.length - 2;
    const quiet = announced && days > 0 ? days - 1 : days;
    if (announced && days > 0) retreat(this.#announcedStep(holders), vector, 0, holders);
    if (quiet > 0) retreat(this.#quietStep(holders, quiet), vector, 0, holders);
  }

  #quietStep(holders: number, days: number): Step {
    const steps = (this.#quiet[holders] ??= []);
    let step = steps[days];
    if (!step) {
      if (days === 1) {
        const { change } = this.#parameters;
        step = dailyStep(holders, change.unsaid.value, change);
      } else {
        const half = this.#quietStep(holders, days >> 1);
        const even = compose(holders, half, half);
        step = days % 2 === 0 ? even : compose(holders, even, this.#quietStep(holders, 1));
      }
      steps[days] = step;
    }
    return step;
  }

  #announcedStep(holders: number): Step {
    return (this.#announced[holders] ??= dailyStep(holders, 1, this.#parameters.change));
  }
}

/** Divides by the sum, in place. */
export function normalise(vector: Vector): Vector {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vector[i]!;
  for (let i = 0; i < vector.length; i++) vector[i]! /= sum;
  return vector;
}

/** Element by element, then normalised. */
export function times(a: Vector, b: Vector): Vector {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = a[i]! * b[i]!;
  return normalise(result);
}
