import { type Attribution, lower, type SpeechContext } from './rule.ts';
import { childWith } from './tree.ts';

/** "are threatening to take the town": what is about to happen, not what anybody said. */
const DOING = /^(?:continue|begin|start|try|attempt|manage|fail|struggle)$/;

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
      // A quotation around both is the writer's fragment; one of the threat alone is a threat uttered.
      context.quoteAt[content[0]!.first] === context.quoteAt[head];
    // "continue to try to take the town"
    const does = DOING.test(lemma) && lower(context, head + 1) === 'to';
    return looms || does ? { ...attribution, act: 'attitude' } : attribution;
  });
