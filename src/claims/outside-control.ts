import type { Draft, Search } from './draft.ts';
import { sideFrom, standingFor, type Participant } from './side.ts';
import type { Territory } from './territory/index.ts';

export const OUTSIDE = /^(?:outside|beyond)$/;

/** "is still outside", "lies beyond", "remains outside"; not "districts outside government control". */
export const isBeyond = ({ view }: Search, noun: number, governor: number | undefined) =>
  view.children(noun).some((child) => view.token(child).deprel === 'cop') ||
  (governor !== undefined && /^(?:remain|stay|lie)$/.test(view.lemma(governor)));

/** "is outside Taliban rule": the state's, where the group is one of that country; else not theirs. */
export function outside(
  search: Search,
  tokens: readonly number[],
  actor: Participant | undefined,
  territories: readonly Territory[],
): Draft {
  const { government, view, isHomeGroup } = search;
  const [noun = 0] = tokens;
  const states = government && actor && isHomeGroup(actor.side ?? '') ? government : undefined;
  const holder = states && standingFor(sideFrom(states), view.token(noun), noun);
  return {
    kind: 'control.held',
    rule: 'under-control',
    trigger: noun,
    tokens,
    ...(holder ? { actor: holder } : actor ? { actor, polarity: 'negative' as const } : {}),
    territories,
    certainty: 0.75,
  };
}
