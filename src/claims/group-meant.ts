import type { ActorId } from '../domain/index.ts';
import { suits } from '../reading/actors/belligerents.ts';
import type { Search } from './search.ts';

/** A group, and whether the report names it or only the list tells of it. */
export interface GroupMeant {
  readonly group: ActorId;
  readonly from: 'report' | 'list';
}

/**
 * Whom words for fighters mean that name nobody: the group the report speaks of, by the kind the words
 * tell ("jihadists") and by how much it is spoken of; else the one that fought there in those days.
 */
export function groupMeant(search: Search, words: string): GroupMeant | undefined {
  const [first, second] = groupsNamed(search, words);
  const listed = search.belligerent(words)?.id;
  if (first && second && first.total === second.total) {
    // Two that fit as well as one another: neither, unless those days' war is known to be with one.
    const war = [first, second].find(({ side }) => side === listed);
    return war && { group: war.side, from: 'report' };
  }
  const group = first?.side ?? search.onlyGroup();
  if (group !== undefined) return { group, from: 'report' };
  return listed === undefined ? undefined : { group: listed, from: 'list' };
}

/** The armed groups of the report, those of the kind that the words tell where there are such. */
function groupsNamed({ groups, sideName }: Search, words: string): Search['groups'] {
  const fitting = groups.filter(({ side }) => suits(sideName(side) ?? '', words) !== false);
  return fitting.length > 0 ? fitting : groups;
}
