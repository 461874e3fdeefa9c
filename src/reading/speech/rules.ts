import { according } from './according.ts';
import { adverb } from './adverb.ts';
import { block } from './block.ts';
import { colon } from './colon.ts';
import { dash } from './dash.ts';
import { noun } from './noun.ts';
import { passive } from './passive.ts';
import type { SpeechRule } from './rule.ts';
import { verb } from './verb.ts';

/** At each token the first rule that answers wins. */
export const SPEECH_RULES: readonly SpeechRule[] = [
  // A passive's subject is what is said, so it must be seen before the active reading.
  passive,
  // Before the verb rule, which looks no further than the sentence.
  block,
  verb,
  according,
  noun,
  adverb,
  // Only where no word attributes.
  colon,
  dash,
];
