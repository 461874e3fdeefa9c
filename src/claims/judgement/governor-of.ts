import { verbGroup } from '../clause.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { INFINITIVE_ORDER, signature } from './signatures.ts';

/** "Its fall remains unconfirmed": what is said of it stands behind the verb. */
export function predicateOf(view: TextView, node: number): number {
  const { deprel, head } = view.token(node);
  if (!deprel.startsWith('nsubj') || !/^(remain|stay|look|seem|become)$/.test(view.lemma(head)))
    return head;
  return (
    view.children(head).find((child) => {
      const { deprel: name, upos } = view.token(child);
      return name === 'xcomp' && upos === 'ADJ';
    }) ?? head
  );
}

/** The governor in the tree, or the word before "to" when the tree hangs an infinitive elsewhere. */
export function governorOf(view: TextView, node: number): number | undefined {
  const { head } = view.token(node);
  if (head < 0) return undefined;
  if (!isInfinitive(view, node)) return head;
  const group = verbGroup(view, node);
  const first = stepOverTime(view, (group.at(-1) ?? node) - 1);
  const before = view.tokens[first];
  return before &&
    /^(VERB|NOUN|ADJ)$/.test(before.upos) &&
    before.sentence === view.token(node).sentence
    ? first
    : head;
}

/** "began an offensive *on Monday* to take" */
function stepOverTime(view: TextView, token: number): number {
  const time = view.tokens[token] && view.time(token);
  if (!time) return token;
  const before = time.first - 1;
  const at = view.tokens[before]?.upos === 'ADP' ? before - 1 : before;
  return view.tokens[at]?.upos === 'NOUN' ? at : token;
}

/** "lack the resources to take": the noun says nothing, the verb that has it for object does. */
export function tellingGovernor(search: Search, node: number, governor: number): number {
  const { view } = search;
  const own = view.token(governor).head;
  const candidates = [governor, view.token(node).head, own];
  return (
    candidates.find((one) => one >= 0 && signature(search, one, INFINITIVE_ORDER) !== undefined) ??
    governor
  );
}

export const isInfinitive = (view: TextView, node: number) =>
  (view.token(node).xpos.startsWith('VB') &&
    verbGroup(view, node).some(
      (i) => view.token(i).xpos === 'TO' || view.token(i).text.toLowerCase() === 'to',
    )) ||
  isToBe(view, node);

/** "vowed to be in Kyiv": what they are to be is the predicate. */
function isToBe(view: TextView, node: number): boolean {
  if (view.token(node).deprel !== 'xcomp' || view.token(node).upos === 'VERB') return false;
  const around = view.children(node);
  return (
    around.some((c) => view.token(c).deprel === 'cop' && view.token(c).xpos === 'VB') &&
    around.some((c) => view.token(c).deprel === 'mark' && view.lemma(c) === 'to')
  );
}

export const hasThat = (view: TextView, node: number) =>
  view
    .children(node)
    .some((child) => view.token(child).deprel === 'mark' && view.lemma(child) === 'that');
