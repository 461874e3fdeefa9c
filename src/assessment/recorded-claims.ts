import type { ClaimId, RecordedClaim } from '../domain/index.ts';
import { IdTable } from './id-table.ts';

/** The claims of a record by id, each with a number: what is worked out of them names them by it. */
export class RecordedClaims implements ReadonlyMap<ClaimId, RecordedClaim> {
  readonly #table = new IdTable<ClaimId>();
  readonly #claims: RecordedClaim[] = [];

  /** Its number; undefined when it is there already. */
  add(recorded: RecordedClaim): number | undefined {
    const number = this.#table.add(recorded.claim.id);
    if (number !== undefined) this.#claims.push(recorded);
    return number;
  }

  numberOf(id: ClaimId): number | undefined {
    return this.#table.numberOf(id);
  }

  at(number: number): RecordedClaim {
    return this.#claims[number]!;
  }

  // Beside the claims: hundreds of thousands are compared by it.
  idOf(number: number): ClaimId {
    return this.#table.ids[number]!;
  }

  get(id: ClaimId): RecordedClaim | undefined {
    const number = this.#table.numberOf(id);
    return number === undefined ? undefined : this.#claims[number];
  }

  has(id: ClaimId): boolean {
    return this.#table.numberOf(id) !== undefined;
  }

  get size(): number {
    return this.#claims.length;
  }

  keys(): MapIterator<ClaimId> {
    return this.#table.ids.values();
  }

  *values(): MapIterator<RecordedClaim> {
    yield* this.#claims;
  }

  *entries(): MapIterator<[ClaimId, RecordedClaim]> {
    for (const recorded of this.#claims) yield [recorded.claim.id, recorded];
  }

  [Symbol.iterator](): MapIterator<[ClaimId, RecordedClaim]> {
    return this.entries();
  }

  forEach(
    visit: (value: RecordedClaim, id: ClaimId, map: ReadonlyMap<ClaimId, RecordedClaim>) => void,
  ): void {
    for (const recorded of this.#claims) visit(recorded, recorded.claim.id, this);
  }
}
