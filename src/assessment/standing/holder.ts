import { actorId, type ActorId, type ActorReference } from '../../domain/index.ts';
import type { AssessmentContext } from '../types.ts';
import { partyIn, slug } from './source.ts';

/**
 * The side under which an actor's gains count. A name the list does not have may hold one that it
 * has ("Taliban commanders"); common words stand for the government's forces ("troops"), or for
 * nobody in particular ("militants"): lists of both are in `sources.json`.
 */
export function holderOf(
  reference: ActorReference | null,
  { actors, parameters }: Pick<AssessmentContext, 'actors' | 'parameters'>,
  country = '',
): ActorId | null {
  if (reference === null) return null;
  if (reference.id !== undefined) return actors.side(reference.id);
  if (reference.side !== undefined) return actors.side(reference.side);
  const listed = actors.find(reference.name);
  if (listed) return actors.side(listed.id);
  const words = slug(reference.name).split('-');
  const party = partyIn(words, actors);
  if (party) return actors.side(party.id);
  const { government, nobody } = parameters.sources.common;
  const last = words.at(-1)!;
  if (nobody.includes(last)) return null;
  if (government.includes(last)) return actors.government(country) ?? null;
  return actorId(`name:${words.join('-')}`);
}
