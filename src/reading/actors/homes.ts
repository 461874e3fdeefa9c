import { actorId } from '../../domain/index.ts';
import type { ActorList } from '../actor-list.ts';

/** Codes of the countries that armed groups fight in, as the list has them: a text on them is seldom about others. */
export function homesOf(
  mentions: readonly { readonly actor?: string }[],
  actors: ActorList,
): ReadonlySet<string> {
  const codes = mentions.flatMap(({ actor }) => {
    const group = actors.get(actorId(actor ?? ''));
    if (group?.kind !== 'armed-group') return [];
    return group.countries ?? (group.country === undefined ? [] : [group.country]);
  });
  return new Set(codes);
}
