import type { ActorMention, Reading } from '../domain/index.ts';
import type { Lexicon } from './lexicon.ts';
import type { TextView } from './text-view.ts';

/** What a rule sees. */
export interface Search {
  readonly view: TextView;
  readonly lexicon: Lexicon;
  /** The armed sides of the text, most mentioned first. */
  readonly sides: readonly ActorMention[];
}

const ARMED: ReadonlySet<string> = new Set(['state', 'force', 'armed-group']);

export const armedKind = ({ kind }: ActorMention) => ARMED.has(kind);

/** `title` is read apart, for the sides it names; claims are never drawn from it. */
export function searchOf(view: TextView, lexicon: Lexicon, title?: Reading): Search {
  const count = new Map<string, { readonly mention: ActorMention; total: number }>();
  for (const mention of [...view.reading.mentions, ...(title?.mentions ?? [])]) {
    if (mention.type !== 'actor' || !armedKind(mention)) continue;
    const key = mention.side ?? mention.actor;
    if (key === undefined) continue;
    const known = count.get(key);
    if (known) known.total++;
    else count.set(key, { mention, total: 1 });
  }
  const ordered = [...count.values()].sort((a, b) => b.total - a.total);
  return Object.freeze({ view, lexicon, sides: ordered.map(({ mention }) => mention) });
}
