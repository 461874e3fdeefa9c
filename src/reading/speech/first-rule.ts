import type { Attribution, SpeechContext } from './rule.ts';
import { SPEECH_RULES } from './rules.ts';

/** What the first rule that answers makes of a token. */
export function ruleAt(index: number, context: SpeechContext): Attribution | undefined {
  for (const rule of SPEECH_RULES) {
    const found = rule.find(index, context);
    if (found !== undefined) return found;
  }
  return undefined;
}
