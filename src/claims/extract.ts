import type { Claim, Reading } from '../domain/index.ts';
import type { Lexicon } from './lexicon.ts';

/** Claims of one reading, in order of their evidence. */
export function extractClaims(_reading: Reading, _lexicon: Lexicon): readonly Claim[] {
  return [];
}
