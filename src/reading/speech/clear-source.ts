import type { Attribution, Range, SpeechContext } from './rule.ts';
import { lower, trimmed } from './rule.ts';
import { childWith, relation } from './tree.ts';

const FINITE = /^VB[DZP]$/;
const JOINS = /^(?:and|but|while|whereas)$/;

/**
 * A source ends where another attribution begins: "residents reported gunfire, and a medic said",
 * "his deputy, according to aid workers, had ordered".
 */
export function withClearSources(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  return found.map((attribution) => {
    const { source, speaker } = attribution;
    if (source === null) return attribution;
    const clear = withoutPhrase(context, withoutClause(context, source));
    if (clear.first === source.first && clear.last === source.last) return attribution;
    const inside = speaker !== null && clear.first <= speaker && speaker < clear.last;
    return { ...attribution, source: clear, speaker: inside ? speaker : headOf(context, clear) };
  });
}

/** What stands after a whole clause of its own: subject, finite verb of saying, comma or "and". */
function withoutClause(context: SpeechContext, source: Range): Range {
  const { tree, lexicon, text } = context;
  for (let i = source.last - 2; i > source.first; i--) {
    const { xpos, lemma } = text.tokens[i]!;
    if (!FINITE.test(xpos) || !lexicon.verbs.has(lemma.toLowerCase())) continue;
    if (relation(tree.tokens[i]!) === 'acl') continue;
    const subject = childWith(tree, i, 'nsubj');
    if (subject === undefined || subject < source.first || subject > i) continue;
    for (let k = source.last - 2; k > i; k--)
      if (JOINS.test(lower(context, k)))
        return trimmed(context, { first: k + 1, last: source.last }) ?? source;
  }
  return source;
}

function withoutPhrase(context: SpeechContext, source: Range): Range {
  for (let i = source.first + 1; i < source.last; i++) {
    const phrases = context.lexicon.prepositions.get(lower(context, i));
    if (phrases?.some(({ words }) => words.every((word, k) => lower(context, i + k) === word)))
      return trimmed(context, { first: source.first, last: i }) ?? source;
  }
  return source;
}

function headOf({ text: { tokens } }: SpeechContext, { first, last }: Range) {
  for (let i = first; i < last; i++) {
    const { head, upos } = tokens[i]!;
    if ((head < first || head >= last) && /^(?:NOUN|PROPN|PRON)$/.test(upos)) return i;
  }
  return last - 1;
}
