import type { ActorId, StandingState } from '../../domain/index.ts';
import type { Pointing, StandingParameters } from '../parameters.ts';

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

/** Plain numbers of the model, taken out of the parameters once. */
export class Model {
  readonly #parameters: StandingParameters;
  readonly #powers = new Map<number, Vector[]>();
  readonly #announced = new Map<number, Vector>();
  readonly #points: Readonly<Record<Pointing, readonly [number, number, number, number, number]>>;

  constructor(parameters: StandingParameters) {
    this.#parameters = parameters;
    this.#points = Object.fromEntries(
      Object.entries(parameters.points).map(
        ([name, { subject, other, contested, unknown, falsely }]) => [
          name,
          [subject.value, other.value, contested.value, unknown.value, falsely.value],
        ],
      ),
    ) as unknown as Record<Pointing, [number, number, number, number, number]>;
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

  /** How often this is said falsely, next to 1 for a true claim of it where it is so. */
  falsely(pointing: Pointing): number {
    return this.#points[pointing][4];
  }

  /**
   * How readily this is said in each state. `trust`: probability that the source tells the truth and
   * was read right; else it is a false claim of the sort. `about`: probability that it is about this
   * place and day at all; else it says nothing, and every state is as likely as before.
   */
  likelihood(
    states: States,
    pointing: Pointing,
    subject: number,
    { trust, about }: Weight,
  ): Vector {
    const [own, other, contested, unknown, falsely] = this.#points[pointing];
    const floor = about * (1 - trust) * falsely + 1 - about;
    const weight = about * trust;
    const vector = new Float64Array(states.size);
    for (let i = 0; i < states.contested; i++) {
      vector[i] = weight * (i === subject ? own : other) + floor;
    }
    vector[states.contested] = weight * contested + floor;
    vector[states.unknown] = weight * unknown + floor;
    return vector;
  }

  /**
   * Belief `days` later: the daily change, so many times. On the last day hands may change as often
   * as they do when it is `announced`; on the others as often as it goes unsaid.
   */
  forward(states: States, belief: Vector, { days, announced }: Gap): Vector {
    if (days === 0) return belief;
    let vector = belief;
    const quiet = announced ? days - 1 : days;
    for (let bit = 0, left = quiet; left > 0; bit++, left = Math.floor(left / 2)) {
      if (left % 2 === 1) vector = timesRow(vector, this.#power(states, bit), states.size);
    }
    return announced ? timesRow(vector, this.#announcedStep(states), states.size) : vector;
  }

  /** The same for messages that run back in time. */
  backward(states: States, message: Vector, { days, announced }: Gap): Vector {
    if (days === 0) return message;
    let vector = message;
    if (announced) vector = timesColumn(this.#announcedStep(states), vector, states.size);
    const quiet = announced ? days - 1 : days;
    for (let bit = 0, left = quiet; left > 0; bit++, left = Math.floor(left / 2)) {
      if (left % 2 === 1) vector = timesColumn(this.#power(states, bit), vector, states.size);
    }
    return vector;
  }

  /** Quiet daily change to the power of 2^bit; depends on the number of holders only. */
  #power(states: States, bit: number): Vector {
    let powers = this.#powers.get(states.size);
    if (!powers) {
      powers = [this.#change(states, this.#parameters.change.unsaid.value)];
      this.#powers.set(states.size, powers);
    }
    while (powers.length <= bit) powers.push(square(powers.at(-1)!, states.size));
    return powers[bit]!;
  }

  #announcedStep(states: States): Vector {
    let step = this.#announced.get(states.size);
    if (!step) this.#announced.set(states.size, (step = this.#change(states, 1)));
    return step;
  }

  /**
   * Row-major matrix: chance of each state tomorrow (column) given today's (row). `share` of the
   * changes into a holder's hands count.
   */
  #change({ holders, contested, unknown, size }: States, share: number): Vector {
    const p = this.#parameters.change;
    const n = holders.length;
    const matrix = new Float64Array(size * size);
    const set = (from: number, to: number, value: number) => {
      matrix[from * size + to] = value;
    };
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) if (j !== i) set(i, j, (share * p.heldToOther.value) / (n - 1));
      set(i, contested, p.heldToContested.value);
      set(i, unknown, p.heldToUnknown.value);
      set(contested, i, (share * p.contestedToHeld.value) / n);
      set(unknown, i, (share * p.unknownToHeld.value) / n);
    }
    set(contested, unknown, p.contestedToUnknown.value);
    set(unknown, contested, p.unknownToContested.value);
    for (let i = 0; i < size; i++) {
      let leaving = 0;
      for (let j = 0; j < size; j++) if (j !== i) leaving += matrix[i * size + j]!;
      set(i, i, 1 - leaving);
    }
    return matrix;
  }
}

function timesRow(vector: Vector, matrix: Vector, size: number): Vector {
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const weight = vector[i]!;
    for (let j = 0; j < size; j++) result[j]! += weight * matrix[i * size + j]!;
  }
  return result;
}

function timesColumn(matrix: Vector, vector: Vector, size: number): Vector {
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += matrix[i * size + j]! * vector[j]!;
    result[i] = sum;
  }
  return result;
}

function square(matrix: Vector, size: number): Vector {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    result.set(timesRow(matrix.subarray(i * size, (i + 1) * size), matrix, size), i * size);
  }
  return result;
}

/** Divides by the sum, in place. */
export function normalise(vector: Vector): Vector {
  let sum = 0;
  for (const value of vector) sum += value;
  for (let i = 0; i < vector.length; i++) vector[i]! /= sum;
  return vector;
}

/** Element by element, then normalised. */
export function times(a: Vector, b: Vector): Vector {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = a[i]! * b[i]!;
  return normalise(result);
}
