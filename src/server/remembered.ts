import type { AsOf, Assessor, Basis } from '../assessment/index.ts';
import type { PlaceId, StandingState, StandingSummary } from '../domain/index.ts';
import { settled } from './settled.ts';

/** Standings kept: some kilobytes each. */
const KEPT = 20_000;

interface Kept {
  readonly version: number;
  readonly standing: StandingSummary;
}

interface Asked {
  readonly basis: Basis;
  readonly places: Map<PlaceId, Kept>;
}

/**
 * Standings that were worked out, by question: a report that comes in makes only those of its own
 * places worked out again, and the day before is mostly what was asked a moment ago.
 */
export class RememberedStandings {
  readonly #assessor: Assessor;
  /** The one asked last comes last. */
  readonly #asked = new Map<string, Asked>();
  #count = 0;

  constructor(assessor: Assessor) {
    this.#assessor = assessor;
  }

  /** Of each place in turn, a function that is good while nothing else comes in. */
  at(asOf: AsOf): (place: PlaceId) => StandingSummary {
    const places = this.#placesOf(asOf);
    return (place) => {
      const version = this.#assessor.versionOf(place, asOf);
      const kept = places.get(place);
      if (kept?.version === version) return kept.standing;
      const standing = this.#assessor.summary(place, asOf);
      if (!kept) this.#count += 1;
      places.set(place, { version, standing });
      return standing;
    };
  }

  /** What is said outright of each place; it is worked out no further than that. */
  statesAt(asOf: AsOf): (place: PlaceId) => StandingState {
    const places = this.#placesOf(asOf);
    return (place) => {
      const kept = places.get(place);
      const isKept = kept?.version === this.#assessor.versionOf(place, asOf);
      return settled(isKept ? kept.standing : this.#assessor.mapStanding(place, asOf));
    };
  }

  #placesOf(asOf: AsOf): Map<PlaceId, Kept> {
    const { at, known, clock, without, pins } = asOf;
    const key = JSON.stringify([at, known, clock, without, pins && [...pins]]);
    const basis = this.#assessor.basis(asOf);
    const found = this.#asked.get(key);
    if (found) this.#asked.delete(key);
    const isGood = found?.basis.learned === basis.learned;
    const asked = isGood ? found : { basis, places: new Map<PlaceId, Kept>() };
    if (found && !isGood) this.#count -= found.places.size;
    this.#asked.set(key, asked);
    this.#makeRoom();
    return asked.places;
  }

  #makeRoom(): void {
    for (const [key, { places }] of this.#asked) {
      if (this.#count <= KEPT || this.#asked.size === 1) return;
      this.#asked.delete(key);
      this.#count -= places.size;
    }
  }
}
