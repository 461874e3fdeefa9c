import type { Claim, Incident, OriginId, PlaceId } from '../../domain/index.ts';
import type { IncidentParameters } from '../parameters.ts';
import { incidentsOf, type Told } from './incidents.ts';

/** Claims by area and group: an incident crosses neither, so each block is clustered by itself. */
export class Happenings {
  readonly #blocks = new Map<string, Told[]>();
  readonly #parameters: IncidentParameters;

  constructor(parameters: IncidentParameters) {
    this.#parameters = parameters;
  }

  add(told: Told): void {
    const key = `${told.area}|${told.group}`;
    const block = this.#blocks.get(key);
    if (block) block.push(told);
    else this.#blocks.set(key, [told]);
  }

  /** Incidents begun by `at` as known by `known`, both whole days since 1970; at `place` if given. */
  list(
    days: { readonly at: number; readonly known: number },
    originsOf: (claim: Claim) => readonly OriginId[],
    place?: PlaceId,
  ): Incident[] {
    return [...this.#blocks.values()].flatMap((block) => {
      const here = ({ area, place: exact }: Told) => area === place || exact === place;
      if (place !== undefined && !block.some(here)) return [];
      const told = block.filter(({ said, start }) => said <= days.known && start <= days.at);
      return incidentsOf(told, originsOf, this.#parameters);
    });
  }
}
