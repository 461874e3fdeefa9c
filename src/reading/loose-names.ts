import type { LooseTree } from './loose-tree.ts';
import type { WordTag } from './tagger.ts';

const WITHIN = /^(?:case|det|compound|flat|amod|nummod|nmod:poss)$/;
const NOMINAL = /^(?:NOUN|PROPN|NUM)$/;

/**
 * To the greedy parser the name in "were driven from Lashkar Gah." may stand under the full stop, and in
 * "from Lashkar Gah after clashes" under the clashes, as if its noun were still to come. No mark governs
 * anything, and no noun governs a name across a preposition: the name takes the place of what it hangs on.
 */
export function bindNames(tags: readonly WordTag[], tree: LooseTree): void {
  const { heads, labels } = tree;
  for (let i = 0; i < tags.length; i++) {
    const above = heads[i]!;
    if (above <= i || tags[i]!.upos === 'PUNCT') continue;
    if (tags[above]!.upos === 'PUNCT') bind(above, above, tags, tree);
    else if (labels[i] === 'compound' && above - i > 2) {
      const edge = prepositionBetween(i, above, tags, tree);
      if (edge !== undefined) bind(above, edge, tags, tree);
    }
  }
}

function prepositionBetween(
  from: number,
  to: number,
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): number | undefined {
  for (let i = from + 1; i < to; i++)
    if (heads[i] === to && labels[i] === 'case' && tags[i]!.upos === 'ADP') return i;
  return undefined;
}

/** What hangs on `wrong` before `edge` goes to the last name among it, and that to what `wrong` hangs on. */
function bind(
  wrong: number,
  edge: number,
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  const above = heads[wrong]!;
  if (above < 0) return;
  const under: number[] = [];
  for (let i = 0; i < edge; i++) if (heads[i] === wrong && tags[i]!.upos !== 'PUNCT') under.push(i);
  const heir = under.findLast((i) => NOMINAL.test(tags[i]!.upos) && WITHIN.test(labels[i]!));
  if (heir === undefined || heir <= above) return;
  // "sending staff and about 130 soldiers fleeing over the river.": what went wrong there is another thing.
  for (let i = heir + 1; i < edge; i++) if (/^(?:VERB|AUX)$/.test(tags[i]!.upos)) return;
  const hasCase = under.some((i) => labels[i] === 'case');
  const label = labelOf(hasCase, tags[above]!.upos);
  if (label === 'obj' && labels.some((one, i) => one === 'obj' && heads[i] === above)) return;
  for (const i of under)
    if (i !== heir && i !== above) heads[i] = WITHIN.test(labels[i]!) ? heir : above;
  heads[heir] = above;
  labels[heir] = label;
}

function labelOf(hasCase: boolean, above: string): string {
  if (above === 'VERB' || above === 'AUX') return hasCase ? 'obl' : 'obj';
  return hasCase ? 'nmod' : 'appos';
}
