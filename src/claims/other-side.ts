import type { Search } from './search.ts';
import { FROM_LIST, fromSide, sideFrom, sideOf, type Side } from './side.ts';

/**
 * Whom a side fights, by who is named in the report: for the state in focus the only armed group, or
 * the only foreign army; for a group, or another state, the state in focus. Where two fit, nobody can
 * tell; where nobody else is named, the war of those days does.
 */
export function otherSide(search: Search, side: string): Side | undefined {
  const { sides, government } = search;
  const others = sides.filter((one) => sideOf(one) !== side);
  const groups = others.filter(({ kind }) => kind === 'armed-group');
  const forces = others.filter(({ kind }) => kind === 'force');
  if (side === government?.id) {
    const home = groups.filter((one) => search.isHomeGroup(sideOf(one)));
    const fit = home.length > 0 ? home : groups.length > 0 ? groups : forces;
    if (fit.length > 0) return only(fit);
    const war = search.belligerent('');
    const named = war && others.find((one) => sideOf(one) === war.id);
    if (named) return fromSide(named);
    if (others.length > 0) return only(others);
    return war && { ...sideFrom(war), confidence: FROM_LIST, reason: IN_WAR };
  }
  if (search.sideName(side) === undefined) return undefined;
  const isParty = government !== undefined && search.parties.includes(government.id);
  if (groups.length > 0) return isParty ? undefined : only(groups);
  if (forces.length === 1 && !isParty) return only(forces);
  const isOnly = others.length === 0 && search.isHomeGroup(side);
  return isParty || (government && (isOnly || !search.isGroup(side)))
    ? sideFrom(government)
    : undefined;
}

const IN_WAR = 'whom the state fights in those days';

const only = (fit: Search['sides']): Side | undefined =>
  fit.length === 1 ? fromSide(fit[0]!) : undefined;
