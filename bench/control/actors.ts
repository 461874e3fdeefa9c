import type { ActorReference } from '../../src/domain/index.ts';
import type { ActorList } from '../../src/reading/actor-list.ts';

const OF_STATE = /government|army|forces|junta|military|regime|police|ministry|troops|commandos/i;

/** Whose gains count: id of the side, else the name itself in lower case. */
export function sideOfName(name: string, actors: ActorList): string {
  const exact = actors.find(name)[0];
  if (exact) return exact.side ?? exact.id;
  const words = name.toLowerCase().split(/[\s/-]+/);
  const longest = actors.namesAt(words, 0)[0];
  const state = longest?.entries.find(({ use }) => use === 'demonym' || use === 'state');
  if (state) return OF_STATE.test(name) ? state.actor.id : name.toLowerCase();
  const named = longest?.entries.find(({ use }) => use === 'name');
  return named ? (named.actor.side ?? named.actor.id) : name.toLowerCase();
}

export function sideOfReference(actor: ActorReference | null, actors: ActorList): string | null {
  if (!actor) return null;
  const listed = actor.id === undefined ? undefined : actors.get(actor.id);
  if (listed) return listed.side ?? listed.id;
  return actor.id ?? actor.side ?? sideOfName(actor.name, actors);
}
