import type { Claim, Reading } from '../domain/index.ts';
import type { Draft, Search } from './draft.ts';
import { finish } from './finish.ts';
import type { Lexicon } from './lexicon.ts';
import { merge } from './merge.ts';
import { CLAIM_RULES } from './rules/index.ts';
import { viewOf } from './text-view.ts';

/** Claims of one reading, in order of their evidence. */
export function extractClaims(reading: Reading, lexicon: Lexicon): readonly Claim[] {
  const search: Search = { view: viewOf(reading), lexicon };
  const drafts: Draft[] = [];
  for (const sentence of reading.sentences)
    for (const rule of CLAIM_RULES) drafts.push(...rule.find(search, sentence));
  return merge(finish(search, drafts));
}
