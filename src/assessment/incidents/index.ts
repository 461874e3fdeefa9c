import type { Incident, IncidentGroup, PlaceId } from '../../domain/index.ts';
import type { IncidentParameters } from '../parameters.ts';
import { incidentsOf, type Told, type Trace } from './incidents.ts';

/** Claims by area and group: an incident crosses neither, so each block is clustered by itself. */
export class Happenings {
  readonly #blocks = new Map<PlaceId, Map<IncidentGroup, Told[]>>();
  readonly #parameters: IncidentParameters;

  constructor(parameters: IncidentParameters) {
    this.#parameters = parameters;
  }

  add(told: Told): void {
    let groups = this.#blocks.get(told.area);
    if (!groups) this.#blocks.set(told.area, (groups = new Map()));
    const block = groups.get(told.group);
    if (block) block.push(told);
    else groups.set(told.group, [told]);
  }

  /** Incidents begun by `at` as known by `known`, both whole days since 1970; at `place` if given. */
  list(
    days: { readonly at: number; readonly known: number },
    trace: Trace,
    place?: PlaceId,
  ): Incident[] {
    const blocks = [...this.#blocks.values()].flatMap((groups) => [...groups.values()]);
    return blocks.flatMap((block) => {
      const here = ({ area, place: exact }: Told) => area === place || exact === place;
      if (place !== undefined && !block.some(here)) return [];
      const told = block.filter(({ said, start }) => said <= days.known && start <= days.at);
      return incidentsOf(told, trace, this.#parameters);
    });
  }
}
