import type { Claim, ClaimKind, Incident, IncidentGroup, PlaceId } from '../../domain/index.ts';
import { isResolved } from '../../domain/index.ts';
import type { IncidentParameters } from '../parameters.ts';
import { widened } from '../room.ts';
import { Numbers } from '../standing/numbers.ts';
import { GROUP_OF } from './groups.ts';
import { incidentsOf, type Told, type Trace } from './incidents.ts';

const GROUPS: readonly IncidentGroup[] = [...new Set(Object.values(GROUP_OF))];
const GROUP_NUMBERS = new Map(
  Object.entries(GROUP_OF).map(([kind, group]) => [kind as ClaimKind, GROUPS.indexOf(group)]),
);
const FIRST_ROOM = 1024;

/** What the clustering asks of others, by the number of a claim or the id of a place. */
interface Teller {
  /** The claim as the clustering sees it; undefined when it tells of nothing that happened. */
  readonly tell: (claim: number) => Told | undefined;
  /** Place with a district centre counted as its district. */
  readonly areaOf: (place: PlaceId) => PlaceId;
}

/** What is told of one area and group, as far as somebody asked. */
interface Block {
  readonly told: Told[];
  /** The newest claim that is among them. */
  until: number;
}

/**
 * Claims by area and group: an incident crosses neither, so each block is clustered by itself. Most
 * blocks are never asked about: of a claim no more is kept than which came before it in its block.
 */
export class Happenings {
  readonly #parameters: IncidentParameters;
  readonly #teller: Teller;
  readonly #areas = new Numbers<PlaceId>();
  readonly #places: Numbers<PlaceId>;
  /** By number of a place. */
  readonly #areasOf: (number | undefined)[] = [];
  /** By block: its newest claim, and one more; 0 for none. */
  #newest = new Int32Array(FIRST_ROOM);
  /** By claim: the one before it in its block, and one more. */
  #before = new Int32Array(FIRST_ROOM);
  readonly #blocks = new Map<number, Block>();

  constructor(parameters: IncidentParameters, places: Numbers<PlaceId>, teller: Teller) {
    this.#places = places;
    this.#parameters = parameters;
    this.#teller = teller;
  }

  /** A claim by its number, each once and rising. */
  add(number: number, { place, kind }: Claim): void {
    if (!isResolved(place)) return;
    const block = this.#areaOf(place.id) * GROUPS.length + GROUP_NUMBERS.get(kind)!;
    if (block >= this.#newest.length) this.#newest = widened(this.#newest, block);
    if (number >= this.#before.length) this.#before = widened(this.#before, number);
    this.#before[number] = this.#newest[block]!;
    this.#newest[block] = number + 1;
  }

  #areaOf(place: PlaceId): number {
    const number = this.#places.of(place);
    return (this.#areasOf[number] ??= this.#areas.of(this.#teller.areaOf(place)));
  }

  /** Incidents begun by `at` as known by `known`, both whole days since 1970; at `place` if given. */
  list(
    days: { readonly at: number; readonly known: number },
    trace: Trace,
    place?: PlaceId,
  ): Incident[] {
    const here = ({ area, place: exact }: Told) => area === place || exact === place;
    return this.#areasAbout(place).flatMap((area) =>
      GROUPS.flatMap((_, group) => {
        const all = this.#told(area * GROUPS.length + group);
        if (place !== undefined && !all.some(here)) return [];
        const told = all.filter(({ said, start }) => said <= days.known && start <= days.at);
        return incidentsOf(told, trace, this.#parameters);
      }),
    );
  }

  /** Itself, and the one it lies in the centre of. */
  #areasAbout(place: PlaceId | undefined): readonly number[] {
    if (place === undefined) return Array.from({ length: this.#areas.size }, (_, area) => area);
    const number = this.#places.numberOf(place);
    const around = number === undefined ? undefined : this.#areasOf[number];
    const areas = [this.#areas.numberOf(place), around];
    return [...new Set(areas.filter((area) => area !== undefined))];
  }

  #told(number: number): readonly Told[] {
    const newest = this.#newest[number] ?? 0;
    if (newest === 0) return [];
    let block = this.#blocks.get(number);
    if (!block) this.#blocks.set(number, (block = { told: [], until: 0 }));
    for (let next = newest; next !== block.until; next = this.#before[next - 1]!) {
      const told = this.#teller.tell(next - 1);
      if (told) block.told.push(told);
    }
    block.until = newest;
    return block.told;
  }
}
