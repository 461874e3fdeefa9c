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

/** "that …" or "to have …" after the noun. */
function clauseOf(context: SpeechContext, index: number): Range | undefined {
  const { tree } = context;
  const clause =
    tree.children(index).find((child) => child > index && opensWithThat(context, child)) ??
    rightAfter(context, index);
  return clause === undefined
    ? undefined
    : trimmed(context, {
        first: Math.max(index + 1, tree.left[clause]!),
        last: tree.right[clause]! + 1,
      });
}

function opensWithThat(context: SpeechContext, clause: number): boolean {
  const { tree } = context;
  const kind = relation(tree.tokens[clause]!);
  const opens = tree.tokens[tree.left[clause]!]!.text.toLowerCase();
  return (kind === 'acl' || kind === 'ccomp') && opens === 'that' && isComplement(context, clause);
}

/** "the claim that he made" is relative: its "that" is an argument, not a mark. */
const isComplement = ({ tree }: SpeechContext, clause: number) =>
  tree
    .children(clause)
    .some((child) => tree.tokens[child]!.deprel === 'mark' && child === tree.left[clause]);

/** "Russia's claim that the town had fallen", "… to have taken it", wherever the tree hung the clause. */
function rightAfter({ tree }: SpeechContext, index: number): number | undefined {
  const [word, next, after] = [1, 2, 3].map((step) => tree.tokens[index + step]);
  if (!tree.children(index).some((child) => tree.tokens[child]!.deprel === 'nmod:poss'))
    return undefined;
  const verb = tree.tokens[(next?.lemma === 'have' ? after : word)?.head ?? -1];
  const perfect =
    word?.lemma === 'to' && next?.lemma === 'have' ? tree.tokens[word.head] : undefined;
  if (perfect?.upos === 'VERB') return perfect.index;
  if (word?.text !== 'that' || verb?.upos !== 'VERB' || verb.index < index) return undefined;
  // "the claim that he made": its "that" is what is made.
  const full = tree
    .children(verb.index)
    .some(
      (child) => child > verb.index && /^(?:obj|ccomp|xcomp|obl)/.test(tree.tokens[child]!.deprel),
    );
  return word.deprel === 'mark' || full || TAKES_NOTHING.test(verb.lemma) ? verb.index : undefined;
}

const TAKES_NOTHING =
  /^(?:fall|collapse|flee|withdraw|retreat|surrender|advance|end|die|arrive|begin)$/;

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
