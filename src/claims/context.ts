import type { Search } from './draft.ts';
import { contextPlace, type Territory } from './territory/index.ts';

const CERTAINTY = 0.55;

/** The place last spoken of, for "it" and for clauses that leave the place out. */
export function contextTerritory({ view }: Search, token: number): readonly Territory[] {
  const mention = contextPlace(view, token, ['settlement', 'exact', 'district', 'province']);
  if (!mention) return [];
  return [{ place: mention.place, first: token, last: token + 1, confidence: CERTAINTY }];
}
