import type { Search } from './draft.ts';
import { unreadLabel } from './line-label.ts';
import { contextPlace, namedByVerb, type Territory } from './territory/index.ts';

const CERTAINTY = 0.55;

/** The place last spoken of, for "it" and for clauses that leave the place out. */
export function contextTerritory(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const unread = unreadLabel(view, view.reading.sentences[view.token(token).sentence]!);
  if (unread !== undefined && !view.actor(unread)) return namedByVerb(search, unread);
  const mention = contextPlace(view, token, ['settlement', 'exact', 'district', 'province']);
  if (!mention) return [];
  return [{ place: mention.place, first: token, last: token + 1, confidence: CERTAINTY }];
}
