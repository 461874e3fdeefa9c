import type { SourceFilter } from '../types.ts';
import type { Registry } from './registry.ts';
import type { Units } from './units.ts';
import { keeps } from './witnesses.ts';

/** What is left out, and which units that leaves. */
export interface Filter {
  readonly keep: (units: Units, row: number) => boolean;
}

/** Makes of what is left out one object for all places of a question, and for the next that leaves out the same. */
export class Filters {
  readonly #registry: Registry;
  #given: SourceFilter | undefined;
  #key = '';
  #filter: Filter | undefined;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  of(without: SourceFilter | undefined): Filter | undefined {
    if (!without) return undefined;
    if (this.#given === without) return this.#filter;
    const key = JSON.stringify(without);
    if (key !== this.#key) this.#filter = { keep: keeps(without, this.#registry) };
    this.#key = key;
    this.#given = without;
    return this.#filter;
  }
}
