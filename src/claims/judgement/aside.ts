import type { TextView } from '../text-view.ts';

/** "has ruled Goma since May; Uvira is in army hands", "…, for Madani has returned": two statements side by side. */
export function isApart(view: TextView, head: number, node: number): boolean {
  if (view.children(node).some((child) => head < child && isFor(view, child, node))) return true;
  for (let i = Math.min(head, node) + 1; i < Math.max(head, node); i++)
    if (view.token(i).text === ';') return true;
  return false;
}

/** "denied it would attack Sennar, which the army holds": on the side, whatever the tree calls it. */
export const isAside = (view: TextView, node: number) => {
  const [first] = view.extent(node);
  return [first, first + 1].some(
    (at) =>
      view.tokens[at - 1]?.text === ',' && /^(which|where|whose)$/i.test(view.tokens[at]!.text),
  );
};

const isFor = (view: TextView, child: number, node: number) =>
  child < node &&
  (view.lemma(child) === 'for' ||
    view.children(child).some((one) => one < child && view.lemma(one) === 'for')) &&
  [0, -1].some((back) => view.tokens[view.extent(node)[0] + back]?.text === ',');
