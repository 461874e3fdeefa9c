import type { ActorId, StandingState } from '../../domain/index.ts';
import type { Numbers } from './numbers.ts';

/**
 * States of one place as positions: the holders in the order of their names, then contested, then
 * unknown. Vectors over them are plain arrays of probabilities.
 */
export interface States {
  readonly holders: readonly ActorId[];
  readonly contested: number;
  readonly unknown: number;
  readonly size: number;
  /** The states themselves by position. */
  readonly all: readonly StandingState[];
}

export function statesOf(holders: Iterable<ActorId>): States {
  const sorted = [...new Set(holders)].sort();
  const n = sorted.length;
  const held = sorted.map((by): StandingState => ({ state: 'held', by }));
  const all = [...held, { state: 'contested' } as const, { state: 'unknown' } as const];
  return { holders: sorted, contested: n, unknown: n + 1, size: n + 2, all };
}

/** With the numbers of the holders, and one of its own. */
export interface KnownStates extends States {
  readonly number: number;
  readonly actors: readonly number[];
  /** Where each stands, by its number. */
  readonly positions: readonly number[];
}

/** The states of every place, made once for each set of holders: most places have those of others. */
export class StatesTable {
  readonly #actors: Numbers<ActorId>;
  readonly #byKey = new Map<string, KnownStates>();
  readonly #all: KnownStates[] = [];

  constructor(actors: Numbers<ActorId>) {
    this.#actors = actors;
  }

  /** Of holders by number, each once, in any order. */
  of(holders: readonly number[]): KnownStates {
    const key = holders.toSorted((a, b) => a - b).join();
    let found = this.#byKey.get(key);
    if (!found) {
      const states = statesOf(holders.map((actor) => this.#actors.at(actor)));
      const actors = states.holders.map((id) => this.#actors.of(id));
      const positions: number[] = [];
      actors.forEach((actor, position) => (positions[actor] = position));
      found = { ...states, actors, positions, number: this.#all.length };
      this.#all.push(found);
      this.#byKey.set(key, found);
    }
    return found;
  }

  at(number: number): KnownStates {
    return this.#all[number]!;
  }
}
