import type { PlaceId } from '../../domain/index.ts';
import { ClaimsSaid } from './claimed.ts';
import type { Registry } from './registry.ts';
import { TextPlaces } from './text-places.ts';
import { Units, type Weighed } from './units.ts';

/** All that was told of one place. */
export interface PlaceRecord {
  readonly place: PlaceId;
  readonly units: Units;
  readonly number: number;
  sorted: boolean;
  /** Changes with what was heard of the place, or with whose words that is. */
  version: number;
  /** What is claimed; made when it is asked for. */
  said: ClaimsSaid | undefined;
}

/** What was told of every place, found by the place and by the report. */
export class PlaceRecords {
  readonly #registry: Registry;
  readonly #byPlace = new Map<PlaceId, PlaceRecord>();
  /** By the number that a registry gives the place. */
  readonly #byNumber: (PlaceRecord | undefined)[] = [];
  readonly #all: PlaceRecord[] = [];
  readonly #ofTexts = new TextPlaces();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  get places(): Iterable<PlaceId> {
    return this.#byPlace.keys();
  }

  [Symbol.iterator](): Iterator<PlaceRecord> {
    return this.#all[Symbol.iterator]();
  }

  add(unit: Weighed): PlaceRecord {
    let record = this.#byNumber[unit.at];
    if (!record) {
      const { length: number } = this.#all;
      const empty = { sorted: true, version: 0, said: undefined };
      record = { place: unit.place, units: new Units(), number, ...empty };
      this.#byPlace.set(unit.place, record);
      this.#byNumber[unit.at] = record;
      this.#all.push(record);
    }
    record.units.add(unit);
    record.sorted = false;
    record.version++;
    record.said = undefined;
    this.#ofTexts.add(unit.text, record.number);
    return record;
  }

  of(place: PlaceId): PlaceRecord | undefined {
    return this.#byPlace.get(place);
  }

  /** The same with its units in order. */
  sorted(place: PlaceId): PlaceRecord | undefined {
    const record = this.#byPlace.get(place);
    if (record && !record.sorted) {
      record.units.sort((claim) => this.#registry.claims.idOf(claim));
      record.sorted = true;
    }
    return record;
  }

  saidOf(record: PlaceRecord): ClaimsSaid {
    return (record.said ??= new ClaimsSaid(record.units, this.#registry));
  }

  /** Of places that some of these reports speak of. */
  ofTexts(texts: Iterable<number>): ReadonlySet<PlaceRecord> {
    const found = new Set<PlaceRecord>();
    for (const text of texts) {
      for (const number of this.#ofTexts.of(text)) found.add(this.#all[number]!);
    }
    return found;
  }
}
