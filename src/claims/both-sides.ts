import { actorId } from '../domain/index.ts';
import type { Search } from './search.ts';
import { known, sideFrom, sideOf, standingFor, type Participant, type Side } from './side.ts';

/** "the two sides", "both armies", "the warring parties" at this token. */
const SIDES = /^(?:side|part(?:y|ies)|army|force|rival|foe|faction|enemy|belligerent)$/;
const BOTH = /^(?:both|two|warring|rival|opposing)$/;

/** The two that fight, where a text knows two: whoever fights a state first; none where it knows more. */
export function bothSides(search: Search, token: number): readonly Participant[] {
  const { view } = search;
  if (!SIDES.test(view.lemma(token))) return [];
  if (!view.children(token).some((child) => child < token && BOTH.test(view.lemma(child))))
    return [];
  const two = twoOf(search);
  return two.length === 2 ? two.map((side) => standingFor(side, view.token(token), token)) : [];
}

function twoOf(search: Search): readonly Side[] {
  const { sides, groups, government } = search;
  const fighters = groups.flatMap(({ side }) => known(search, side) ?? []);
  const states = sides
    .filter(({ kind }) => kind !== 'armed-group')
    .flatMap((one) => known(search, actorId(sideOf(one))) ?? []);
  const home = states.find(({ side }) => side === government?.id);
  if (fighters.length === 1) {
    // Foreign powers that are spoken of beside a group and its state do not make it three.
    const foe = home ?? (states.length === 1 ? states[0] : government && sideFrom(government));
    return foe ? [fighters[0]!, foe] : [];
  }
  if (fighters.length > 0) return home ? [] : fighters;
  return states;
}
