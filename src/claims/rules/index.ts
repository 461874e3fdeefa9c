import type { ClaimRule } from '../draft.ts';
import { nounFrame } from './noun-frame.ts';
import { verbFrame } from './verb-frame.ts';

/** Every rule, in order; where two find the same thing in one sentence, the first keeps it. */
export const CLAIM_RULES: readonly ClaimRule[] = [
  // Verbs say most, and say it most surely: voice, tense and arguments are all there.
  verbFrame,
  // Nouns leave out who and when more often than not.
  nounFrame,
];
