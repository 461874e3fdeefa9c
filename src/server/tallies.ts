import type { ActorSides } from '../assessment/index.ts';
import type { ActorId, Claim, Day, PlaceId, RecordedClaim } from '../domain/index.ts';

/** What the claims that name a place come to. */
export interface PlaceTally {
  /** Claims that bear on who holds it, with the first and last day they were said. */
  bearing: number;
  from: Day;
  to: Day;
  /** Last day of those whose report, or source, has a day of its own; null when none has. */
  latest: Day | null;
  /** Some of them are about control. */
  control: boolean;
  /** Those who can hold a place, by how often they are spoken of. */
  readonly sides: Map<ActorId, number>;
}

/** Kinds of actor that can hold a place: a person or an agency cannot. */
const CAN_HOLD = new Set(['state', 'force', 'armed-group']);

/** Kept up claim by claim: a report that comes in must not make a million others be counted anew. */
export class Tallies {
  readonly #actors: ActorSides;
  readonly #places = new Map<PlaceId, PlaceTally>();

  constructor(actors: ActorSides) {
    this.#actors = actors;
  }

  get places(): ReadonlyMap<PlaceId, PlaceTally> {
    return this.#places;
  }

  /**
   * @param said the day the record learned of it
   * @param dated whether it was told: else it is the day on which the report was taken in
   */
  add({ claim }: RecordedClaim, place: PlaceId, said: Day, dated: boolean): void {
    const isControl = claim.kind.startsWith('control.');
    if (!isControl && claim.kind !== 'clash') return;
    let tally = this.#places.get(place);
    if (!tally) {
      tally = {
        bearing: 0,
        from: said,
        to: said,
        latest: null,
        control: false,
        sides: new Map(),
      };
      this.#places.set(place, tally);
    }
    tally.bearing += 1;
    tally.control ||= isControl;
    if (said < tally.from) tally.from = said;
    if (said > tally.to) tally.to = said;
    if (dated && said > (tally.latest ?? '')) tally.latest = said;
    this.#addSides(claim, tally.sides);
  }

  #addSides(claim: Claim, sides: Map<ActorId, number>): void {
    for (const reference of [claim.actor, claim.target]) {
      if (reference?.id === undefined) continue;
      const side = this.#actors.side(reference.id);
      const kind = this.#actors.actor(side)?.kind;
      if (kind !== undefined && CAN_HOLD.has(kind)) sides.set(side, (sides.get(side) ?? 0) + 1);
    }
  }
}
