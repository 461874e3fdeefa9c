import { actorId, type ActorMention } from '../domain/index.ts';
import { isBare } from './bare-words.ts';
import type { Search } from './search.ts';
import { sideMeant } from './side-meant.ts';

/**
 * A report that names no armed group, but tells of "militants" or "rebels": the group that such words
 * mean in that war is a side of it, so that what fell on its day fell to it.
 */
export function withWar(search: Search): Search {
  if (search.groups.length > 0 || search.onlyGroup() !== undefined) return search;
  const counted = search.view.reading.mentions.flatMap((one) => {
    const unnamed = one.type === 'actor' && one.rule === 'actor.fighters' && one.side === undefined;
    const meant = unnamed && isBare(search, one) ? sideMeant(search, one.head) : undefined;
    return unnamed && meant?.reason !== undefined && meant.id !== undefined
      ? [{ ...one, name: meant.name, actor: meant.id, side: actorId(meant.side) }]
      : [];
  });
  const [mention]: readonly ActorMention[] = counted;
  if (mention?.side === undefined) return search;
  if (counted.some(({ side }) => side !== mention.side)) return search;
  const group = { side: mention.side, total: counted.length, listed: true };
  return Object.freeze({ ...search, groups: [group], sides: [mention, ...search.sides] });
}
