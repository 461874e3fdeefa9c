import type { Claim, Role } from '../domain/index.ts';
import type { Draft } from './draft.ts';
import type { Territory } from './territory/index.ts';

/** Why roles of a claim are empty; undefined where none is. */
export function unfilledOf(
  draft: Draft,
  territory: Territory | undefined,
  noTime: string | undefined,
) {
  const unfilled: Partial<Record<Role, string>> = { ...draft.unfilled };
  if (!draft.actor && !draft.parties?.length) unfilled.actor ??= 'the text does not say who';
  if (!territory) unfilled.place ??= 'no place is named in the sentence';
  else if ('unresolved' in territory.place) unfilled.place ??= territory.place.unresolved;
  if (noTime !== undefined) unfilled.when ??= noTime;
  return Object.keys(unfilled).length > 0 ? unfilled : undefined;
}

/** "Rebels took Kunduz": whose they are only the war of those days tells. */
export function inferredOf({ actor, target, inferred }: Draft): Pick<Claim, 'inferred'> {
  const byRole = {
    ...(inferred === undefined ? {} : { actor: inferred }),
    ...(actor?.inferred === undefined ? {} : { actor: actor.inferred }),
    ...(target?.inferred === undefined ? {} : { target: target.inferred }),
  };
  return Object.keys(byRole).length > 0 ? { inferred: byRole } : {};
}
