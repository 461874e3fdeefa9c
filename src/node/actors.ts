import type { ActorList } from '../reading/actor-list.ts';

/** Loads the actor list from `data/actors/`. */
export function loadActors(_root: string): Promise<ActorList> {
  return Promise.resolve({
    actors: [],
    get: () => undefined,
    find: () => [],
    startsAlias: () => false,
  });
}
