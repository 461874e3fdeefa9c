import { type Attribution, lower, type Range, type SpeechContext, trimmed } from './rule.ts';

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
/** Words of the second clause within which its subject and verb must come. */
const REACH = 10;

/**
 * "claimed to have held the town, but the rebels took it": an infinitive cannot be joined to a clause
 * with a subject of its own, which is nobody's word but the writer's.
 */
export const withinInfinitives = (
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] =>
  found.map((attribution) => {
    const content = attribution.content.map((range) => cut(range, context));
    const changed = content.some((range, k) => range !== attribution.content[k]);
    return changed ? { ...attribution, content } : attribution;
  });

function cut(range: Range, context: SpeechContext): Range {
  if (lower(context, range.first) !== 'to') return range;
  for (let i = range.first + 2; i < range.last - 2; i++) {
    // A clause within may go on after the comma: "to say that the town fell, but they left".
    if (/^(?:that|if|whether|who|which|what|how)$/.test(lower(context, i))) return range;
    if (lower(context, i) !== ',' || !/^(?:but|and|while)$/.test(lower(context, i + 1))) continue;
    if (opensClause(context, { first: i + 2, last: range.last }))
      return trimmed(context, { first: range.first, last: i }) ?? range;
  }
  return range;
}

function opensClause({ tree }: SpeechContext, { first, last }: Range): boolean {
  for (let i = first; i < Math.min(last, first + REACH); i++) {
    const { deprel, head } = tree.tokens[i]!;
    if (deprel.startsWith('nsubj'))
      return [head, ...tree.children(head)].some(
        (verb) => verb > i && verb < last && FINITE.test(tree.tokens[verb]!.xpos),
      );
  }
  return false;
}
