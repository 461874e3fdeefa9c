import { verbGroup } from '../clause.ts';
import type { TextView } from '../text-view.ts';

/** Verbs whose clause, in the bare form of its verb, is what somebody wants (Huddleston and Pullum 2002, 11.1). */
const WANTING =
  /^(demand|urge|order|request|require|propose|recommend|stipulate|decree|insist|suggest)$/;
/** These tell as well: "they insist that fighters hold the town". */
const TELLING = /^(insist|suggest)$/;

/** "Kyiv demanded that Russia leave Kherson": nobody says that it has. */
export function isMandative(view: TextView, governor: number, node: number): boolean {
  const { xpos, text, upos } = view.token(node);
  if (upos !== 'VERB' || text !== view.lemma(node) || !WANTING.test(view.lemma(governor)))
    return false;
  const isBare = verbGroup(view, node).every((i) => i === node || view.token(i).upos === 'ADV');
  return isBare && (xpos === 'VB' || (xpos === 'VBP' && !TELLING.test(view.lemma(governor))));
}
