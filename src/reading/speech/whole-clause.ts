import { type Attribution, lower, type Range, type SpeechContext, trimmed } from './rule.ts';

const FINITE = /^(?:VB[DZP]|MD)$/;

/**
 * "announced that its units, supported by tanks, took the town": what is said behind "that" goes on until
 * its verb has come, whatever a comma cuts off.
 */
export const withWholeClauses = (
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] =>
  found.map((attribution) => {
    const content = attribution.content.map((range) => whole(range, attribution, context));
    const changed = content.some((range, k) => range !== attribution.content[k]);
    return changed ? { ...attribution, content } : attribution;
  });

function whole(range: Range, { cue }: Attribution, context: SpeechContext): Range {
  const { tokens, sentences } = context.text;
  if (lower(context, range.first) !== 'that' || range.first < cue.last) return range;
  for (let i = range.first; i < range.last; i++) if (FINITE.test(tokens[i]!.xpos)) return range;
  const { last } = sentences[tokens[cue.first]!.sentence]!;
  return trimmed(context, { first: range.first, last }) ?? range;
}
