import type { ActorId } from '../domain/index.ts';
import { contradicts, suits } from '../reading/actors/belligerents.ts';
import type { Search } from './search.ts';
import type { TextView } from './text-view.ts';

/** A group, and whether the report names it or only the list tells of it. */
export interface GroupMeant {
  readonly group: ActorId;
  readonly from: 'report' | 'list';
}

/**
 * Whom words for fighters mean that name nobody: the group the report speaks of, by the kind the words
 * tell ("jihadists") and by how much it is spoken of; else the one that fought there in those days.
 */
export function groupMeant(search: Search, words: string, token: number): GroupMeant | undefined {
  const [first, second] = groupsNamed(search, words, token);
  const war = search.belligerent(words);
  const listed = war && (war.side ?? war.id);
  if (first && second && first.total === second.total) {
    // Two that fit as well as one another: neither, unless those days' war is known to be with one.
    const ofWar = [first, second].find(({ side }) => side === listed);
    return ofWar && { group: ofWar.side, from: 'report' };
  }
  const only = search.onlyGroup();
  const group = first?.side ?? (only && isRuledOut(search, only, words) ? undefined : only);
  if (group !== undefined) return { group, from: first?.listed ? 'list' : 'report' };
  return war && { group: war.id, from: 'list' };
}

const isRuledOut = ({ actor }: Search, side: ActorId, words: string) =>
  contradicts(actor(side), words);

/** The armed groups of the report, those of the kind that the words tell where there are such. */
function groupsNamed(search: Search, words: string, token: number): Search['groups'] {
  const { groups, actor } = search;
  const others = foesBeside(search, token);
  const left = groups.filter(({ side }) => !others.has(side) && !contradicts(actor(side), words));
  const fitting = left.filter(({ side }) => suits(actor(side), words) !== false);
  return fitting.length > 0 ? fitting : left;
}

/** "Insurgents took the town from the Islamic State": they are not those who stand in the same clause. */
function foesBeside({ view }: Search, token: number): ReadonlySet<string> {
  const verb = verbOver(view, token);
  if (verb === undefined) return new Set();
  const { sentence } = view.token(token);
  return new Set(
    view.reading.mentions.flatMap((one) =>
      one.type === 'actor' &&
      one.sentence === sentence &&
      !(one.first <= token && token < one.last) &&
      verbOver(view, one.head) === verb
        ? (one.side ?? one.actor ?? [])
        : [],
    ),
  );
}

function verbOver(view: TextView, token: number): number | undefined {
  let at = token;
  while (NOMINAL.test(view.token(at).deprel) && view.token(at).head >= 0) at = view.token(at).head;
  const { head } = view.token(at);
  return head >= 0 && view.token(head).upos === 'VERB' ? head : undefined;
}

const NOMINAL = /^(?:nmod|compound|conj|appos|flat|amod)/;
