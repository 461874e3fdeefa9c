import type { Draft, Search } from './draft.ts';
import { judge } from './judgement/index.ts';
import { meet } from './same-place.ts';

const SITS = /^control\.(?:held|captured|recaptured|surrendered)$/;

/**
 * "had seized the town before the army drove them off": whoever is beaten off where they are told to sit
 * has lost it. Elsewhere an attack is beaten off, and nothing changes.
 */
export const withDrivenOff = (search: Search, drafts: readonly Draft[]): readonly Draft[] =>
  drafts.map((draft) =>
    draft.rule === 'verb-frame:repel' && drafts.some((other) => isTakenFrom(search, draft, other))
      ? { ...draft, kind: 'control.recaptured' }
      : draft,
  );

function isTakenFrom(search: Search, draft: Draft, other: Draft): boolean {
  const { view } = search;
  const { target } = draft;
  if (target === undefined || other.actor?.side !== target.side || !SITS.test(other.kind))
    return false;
  if (other.trigger >= draft.trigger || !meet(other.territories, draft.territories)) return false;
  if (view.token(other.trigger).sentence !== view.token(draft.trigger).sentence) return false;
  const { modality, polarity, attempted } = judge(search, other.trigger);
  return modality === 'stated' && polarity === 'positive' && !attempted;
}
