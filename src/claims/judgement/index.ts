import type { Search } from '../search.ts';
import { climb } from './governors.ts';
import { ownWords, question } from './own-words.ts';
import { untrue } from './untrue.ts';
import { type Judgement, type State } from './state.ts';

/**
 * Polarity and modality of what a trigger speaks of, from its own auxiliaries outwards to the root.
 * Governing words have signatures in the manner of Nairn, Condoravdi & Karttunen (2006); the lists
 * are in `data/lexicon/words.json`.
 */
export function judge(search: Search, trigger: number): Judgement {
  const state: State = {
    polarity: 'positive',
    modality: 'stated',
    attempted: false,
    unable: false,
    because: [],
  };
  ownWords(search, trigger, state);
  climb(search, trigger, state);
  untrue(search, trigger, state);
  question(search, trigger, state);
  return Object.freeze({ ...state });
}

export type { Judgement } from './state.ts';
