import { type Attribution, lower, type SpeechContext } from './rule.ts';

const MEANWHILE = /^(?:as|while)$/;

/**
 * "The town has fallen, a witness said, as gunfire was heard": what went on while somebody spoke is none of
 * his words. Words that follow an "as" within a quote are.
 */
export const withoutMeanwhile = (
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] =>
  found.map((attribution) => {
    const { content, cue } = attribution;
    if (content.length < 2 || content[0]!.first >= cue.first) return attribution;
    const kept = content.filter(
      ({ first }) =>
        first < cue.last ||
        context.quoteAt[first]! >= 0 ||
        !MEANWHILE.test(lower(context, first)) ||
        lower(context, first - 1) !== ',',
    );
    return kept.length === content.length ? attribution : { ...attribution, content: kept };
  });
