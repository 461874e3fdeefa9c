import type { ActorSides, Assessor } from '../assessment/index.ts';
import {
  isResolved,
  supplied,
  type Day,
  type PlaceId,
  type RecordedClaim,
  type ReportHead,
  type ReportId,
} from '../domain/index.ts';
import { Compactor } from '../ledger/index.ts';
import { Tallies, type PlaceTally } from './tallies.ts';

function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What the claims of an assessor are found by: their place, and how many bear on it. */
export class HeldClaims {
  readonly #assessor: Assessor;
  readonly #compactor = new Compactor();
  readonly #byPlace = new Map<PlaceId, RecordedClaim[]>();
  readonly #tallies: Tallies;

  constructor(assessor: Assessor, actors: ActorSides) {
    this.#assessor = assessor;
    this.#tallies = new Tallies(actors);
  }

  /** Reports go before their claims; what is there already is passed over. */
  take(heads: readonly ReportHead[], claims: readonly RecordedClaim[]): void {
    const added = claims
      .filter(({ claim }) => !this.#assessor.claim(claim.id))
      .map((recorded) => this.#compactor.compact(recorded));
    this.#assessor.add({ claims: added, reports: heads });
    for (const recorded of added) {
      const { place } = recorded.claim;
      if (!isResolved(place)) continue;
      pushTo(this.#byPlace, place.id, recorded);
      this.#tallies.add(recorded, place.id, this.saidDay(recorded), this.#isDated(recorded));
    }
  }

  at(place: PlaceId): readonly RecordedClaim[] {
    return this.#byPlace.get(place) ?? [];
  }

  get tallies(): ReadonlyMap<PlaceId, PlaceTally> {
    return this.#tallies.places;
  }

  /** The day the record learned of a claim: its publication, else when its source spoke. */
  saidDay({ claim, recorded }: RecordedClaim): Day {
    const published = this.#published(claim.report);
    if (published) return published;
    return claim.said.basis === 'unknown' ? (recorded.slice(0, 10) as Day) : claim.said.end;
  }

  #isDated({ claim }: RecordedClaim): boolean {
    return claim.said.basis !== 'unknown' || this.#published(claim.report) !== undefined;
  }

  #published(report: ReportId): Day | undefined {
    const head = this.#assessor.report(report);
    return head && supplied(head.published);
  }
}
