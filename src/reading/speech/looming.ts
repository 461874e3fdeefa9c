import type { Attribution, SpeechContext } from './rule.ts';
import { childWith } from './tree.ts';

/** "are threatening to take the town": what is about to happen, not what anybody said. */
export const withoutLooming = (
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] =>
  found.map((attribution) => {
    const { head, content } = attribution;
    const { lemma, xpos } = context.tree.tokens[head]!;
    const looms =
      lemma === 'threaten' &&
      xpos === 'VBG' &&
      childWith(context.tree, head, 'aux') !== undefined &&
      context.quoteAt[content[0]!.first]! < 0;
    return looms ? { ...attribution, act: 'attitude' } : attribution;
  });
