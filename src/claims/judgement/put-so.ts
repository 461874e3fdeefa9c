import { isPassive } from '../clause.ts';
import type { TextView } from '../text-view.ts';
import type { State } from './state.ts';

/** "wishes to state that troops took it": they did, and it says so. */
export const isPolite = (view: TextView, node: number, governor: number) =>
  /^(?:state|inform|announce|say|stress|confirm|assure|clarify)$/.test(view.lemma(node)) &&
  /^(?:wish|want|like)$/.test(view.lemma(governor));

/** "promised an assault on the town", "are preparing for its capture": yet to come. */
export function isMeant(view: TextView, node: number, verb: number): boolean {
  const { deprel, upos } = view.token(node);
  if (upos !== 'NOUN' || view.token(verb).upos !== 'VERB' || isPassive(view, verb)) return false;
  const meant = MEANS.test(view.lemma(verb));
  const isFor = view.children(node).some((child) => view.lemma(child) === 'for');
  return meant && (deprel === 'obj' || (deprel.startsWith('obl') && isFor));
}

const MEANS =
  /^(?:promise|pledge|vow|plan|prepare|threaten|propose|consider|contemplate|await|expect|mull)$/;

/** "would say only that they hold it": nothing is supposed. */
export const saysOnly = (view: TextView, verb: number, { polarity, because }: State) =>
  view.lemma(verb) === 'say' &&
  polarity === 'positive' &&
  because.length > 0 &&
  because.every((word) => word === 'would');
