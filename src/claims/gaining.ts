import type { ActorMention } from '../domain/index.ts';
import type { Draft, Search } from './draft.ts';
import { foeOf, holdersOf, isBeaten, losersOf } from './foes.ts';
import { otherSide } from './other-side.ts';
import { sideOf, type Participant } from './side.ts';
import {
  FIGHTING,
  fromClause,
  fromReport,
  here,
  meantAt,
  nearest,
  othersThan,
  unsaid,
  wagesWar,
  type Told,
} from './side-reason.ts';
import { isAhead } from './taking-back.ts';

/** Who has lost the place does not gain it by that; who is told to have it now does. */
export function samePlace(told: Told, draft: Draft): Participant | undefined {
  const { search, drafts } = told;
  const losers = losersOf(search, draft, drafts);
  const kept = ({ actor }: Draft) => !losers.has(actor!.side);
  const gains = here(othersThan(told, draft), draft).filter(kept);
  const taken = gains.filter(({ kind }) => !FIGHTING.has(kind));
  // A state whose troops still fight in a town that is lost has not taken it.
  const groups = search.sides.some((side) => search.isHomeGroup(sideOf(side)));
  const attacked = [...gains, ...shelled(told, draft).filter(kept)].filter(
    ({ actor }) => !(groups && actor!.side === search.government?.id),
  );
  const [holder] = holdersOf(search, draft, { drafts, until: false });
  const isGainer =
    holder?.reference.id !== undefined &&
    !losers.has(holder.side) &&
    holder.side !== search.government?.id;
  return fromClause(
    nearest(draft, taken) ??
      nearest(draft, attacked) ??
      takenFrom(told, draft) ??
      (isGainer ? holder : undefined),
  );
}

/** "Shire fell. Ethiopian troops had shelled the town for days" */
const shelled = ({ drafts }: Told, draft: Draft) =>
  here(drafts, draft).filter(
    ({ kind, actor }) =>
      kind === 'shelling' && actor?.armed === true && actor.reference.id !== undefined,
  );

/** "lost last week, and retaken from the rebels" */
const takenFrom = ({ drafts }: Told, draft: Draft): Participant | undefined =>
  here(drafts, draft)
    .filter(({ kind, target }) => kind === 'control.recaptured' && target?.armed === true)
    .map(({ target }) => target)
    .find((one) => one?.reference.id !== undefined);

/** "After three days of battle the rebels took Goma": theirs. "Clashes in Goma, which they hold": on them. */
export function attacksHere(told: Told, draft: Draft): Participant | undefined {
  const { search, drafts } = told;
  const gains = here(othersThan(told, draft), draft);
  const attacks = [...gains.filter(({ kind }) => FIGHTING.has(kind)), ...shelled(told, draft)];
  const holders = holdersOf(search, draft, { drafts, until: false });
  const has = ({ actor }: Draft) => holders.some(({ side }) => side === actor!.side);
  return fromClause(
    nearest(draft, attacks.length > 0 ? attacks : gains.filter((one) => !has(one))),
  );
}

const GOES_ON = /^(?:continue|go|rage|last|persist|drag)$/;

/** "The battle for Bakhmut goes on": as well that of who has come to hold it. */
const isGoingOn = ({ view }: Search, { trigger }: Draft) => {
  const { head, upos } = view.token(trigger);
  return upos === 'NOUN' && head >= 0 && GOES_ON.test(view.lemma(head));
};

/** "The army left Goma. The city is lost": to the side that it fights. */
export function againstLoser(told: Told, draft: Draft): Participant | undefined {
  const { search, drafts, gains } = told;
  const fights = FIGHTING.has(draft.kind);
  if (fights && isGoingOn(search, draft)) return undefined;
  // "to win it back": who left it may be who will.
  if (draft.kind === 'control.recaptured' && !draft.target && isAhead(search, draft))
    return undefined;
  const target = draft.target?.armed ? [draft.target.side] : [];
  const losers = fights ? target : [...losersOf(search, draft, drafts)];
  const holders = holdersOf(search, draft, { drafts, until: !fights });
  const lost = losers.length > 0 ? losers : [...new Set(holders.map(({ side }) => side))];
  const [side] = lost;
  if (side === undefined || lost.length > 1) return undefined;
  return fromClause(foeOf(search, { side, token: draft.trigger }, gains));
}

export function nearestGain(told: Told, draft: Draft): Participant | undefined {
  return fromClause(nearest(draft, othersThan(told, draft)));
}

/**
 * "Boko Haram was evicted. The battle cost nine men": on the group that loses everywhere else, too. What
 * falls may have fallen to it before; nobody can tell.
 */
export function againstBeaten(told: Told, draft: Draft): Participant | null | undefined {
  const { search, drafts, gains, group } = told;
  const fights = FIGHTING.has(draft.kind);
  if (!group || !isBeaten(search, { group, fights }, drafts)) return undefined;
  if (!fights && group.kind === 'armed-group') return null;
  return fromClause(foeOf(search, { side: sideOf(group), token: draft.trigger }, gains)) ?? null;
}

const FALLS = /-frame:(?:fall|lose|place-gone|surrender-place|change-hands)$/;

/** "Vuhledar was lost. Ukraine's army …; Russian soldiers …": to the foe of the country's own army, where no group fights it. */
export function lostByState({ search, gains, group }: Told, draft: Draft): Participant | undefined {
  const { government } = search;
  if (!government || !group || sideOf(group) !== government.id) return undefined;
  if (!FALLS.test(draft.rule) || draft.target?.armed) return undefined;
  return fromReport(foeOf(search, { side: government.id, token: draft.trigger }, gains));
}

export function mostSpoken(told: Told, draft: Draft): Participant | undefined {
  const { search, group } = told;
  // Where only the country's own army is named, a town that falls does not fall to it.
  const isHome = group !== undefined && sideOf(group) === search.government?.id;
  if (group && isBystander(told, group)) return undefined;
  return group && sideOf(group) !== draft.target?.side && !(isHome && draft.target?.armed !== true)
    ? unsaid(search, group, draft.trigger)
    : otherThan(search, draft);
}

/** A state abroad of whose troops nothing is told. */
const isBystander = ({ search, drafts }: Told, group: ActorMention) =>
  group.kind !== 'armed-group' &&
  sideOf(group) !== search.government?.id &&
  !search.view.reading.mentions.some(
    (one) =>
      one.type === 'actor' &&
      sideOf(one) === sideOf(group) &&
      (one.kind === 'force' || wagesWar(search, one.text)),
  ) &&
  !drafts.some(({ actor, kind }) => actor?.side === sideOf(group) && kind.startsWith('control.'));

/** "The rebels lost the town again", "Russian troops are encircled": to the other side, or by it. */
function otherThan(
  search: Search,
  { kind, rule, target, trigger }: Draft,
): Participant | undefined {
  if (target?.armed !== true) return undefined;
  if (kind !== 'control.besieged' && !rule.endsWith('-frame:lose')) return undefined;
  const other = otherSide(search, target.side);
  return other && meantAt(search, other, trigger);
}
