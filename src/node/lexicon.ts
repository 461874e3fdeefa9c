import type { Lexicon } from '../claims/lexicon.ts';

/** Loads the claim lexicon from `data/lexicon/`. */
export function loadLexicon(_root: string): Promise<Lexicon> {
  return Promise.resolve({ name: 'empty' });
}
