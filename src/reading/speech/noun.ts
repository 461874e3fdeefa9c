import { type Range, type SpeechContext, type SpeechRule, trimmed } from './rule.ts';
import { phrase, type Speaker, withoutCase } from './source.ts';
import { relation } from './tree.ts';

/** "Russia's claim that it had taken the town", "reports of fighting", "a denial by the ministry that". */
export const noun: SpeechRule = {
  name: 'speech.noun',
  find(index, context) {
    const token = context.text.tokens[index]!;
    if (token.upos !== 'NOUN') return undefined;
    const stance = context.lexicon.nouns.get(token.lemma.toLowerCase());
    if (stance === undefined) return undefined;
    const clause = clauseOf(context, index);
    if (clause === undefined) return undefined;
    const speaker = ownerOf(context, index);
    return {
      rule: 'speech.noun',
      head: index,
      cue: { first: index, last: index + 1 },
      source: speaker?.range ?? null,
      speaker: speaker?.head ?? null,
      content: [clause],
      relays: [],
      stance,
      hedged: speaker === undefined,
      act: 'speech',
    };
  },
};

/** "that …" after the noun. */
function clauseOf(context: SpeechContext, index: number): Range | undefined {
  const { tree } = context;
  const clause = tree.children(index).find((child) => {
    if (child < index) return false;
    const kind = relation(tree.tokens[child]!);
    const opens = tree.tokens[tree.left[child]!]!.text.toLowerCase();
    return (kind === 'acl' || kind === 'ccomp') && opens === 'that' && isComplement(context, child);
  });
  return clause === undefined
    ? undefined
    : trimmed(context, { first: tree.left[clause]!, last: tree.right[clause]! + 1 });
}

/** "the claim that he made" is relative: its "that" is an argument, not a mark. */
const isComplement = ({ tree }: SpeechContext, clause: number) =>
  tree
    .children(clause)
    .some((child) => tree.tokens[child]!.deprel === 'mark' && child === tree.left[clause]);

/** "Russia's claim", "a claim by Russia". */
function ownerOf(context: SpeechContext, index: number): Speaker | undefined {
  const { tree } = context;
  for (const child of tree.children(index)) {
    const { deprel } = tree.tokens[child]!;
    if (deprel === 'nmod:poss') return phrase(context, child, index);
    const by = tree.children(child).some((mark) => /^(?:by|from)$/.test(tree.tokens[mark]!.lemma));
    if (deprel === 'nmod' && by) return withoutCase(context, child, index);
  }
  return undefined;
}
