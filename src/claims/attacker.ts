import type { Draft, Search } from './draft.ts';
import { holdersOf } from './foes.ts';
import { attacksHere } from './gaining.ts';
import type { Participant } from './side.ts';
import { FIGHTING, type Told } from './side-reason.ts';

/** Verbs and nouns for what two do to each other. */
const MUTUAL = /(?::|-)(?:fighting|clash)$/;

/**
 * "Fighting between the army and the rebels", "soldiers and rebels exchanged fire": of two that fight, the one that
 * presses on the place is the actor: who is told to attack it, or who does not hold it, else the group that fights a
 * state at home, or the state from abroad.
 */
export function withAttacker(told: Told, draft: Draft): Draft {
  const two = foesIn(draft);
  if (!two || isUponSomebody(told.search, draft)) return draft;
  const gains = told.gains.filter((one) => one !== draft);
  const attacks = attacksHere({ ...told, gains }, draft);
  const holders = holdersOf(told.search, draft, { drafts: told.drafts, until: false });
  const actor =
    two.find(({ side }) => side === attacks?.side) ??
    otherThan(two, ({ side }) => holders.some((one) => one.side === side)) ??
    otherThan(two, ({ side }) => side === told.search.government?.id);
  if (!actor || actor.side === draft.actor?.side) return draft;
  return { ...draft, actor, inferred: 'which of the two presses on the place' };
}

/** Two sides that fight each other, and nobody else. */
function foesIn({ kind, rule, parties, target }: Draft): readonly Participant[] | undefined {
  if (!FIGHTING.has(kind) || !MUTUAL.test(rule) || target || !parties) return undefined;
  const two = parties.filter(
    ({ side }, i) => parties.findIndex((other) => other.side === side) === i,
  );
  return two.length === 2 ? two : undefined;
}

/** "Soldiers and peacekeepers are battling the rebels": side by side. */
const isUponSomebody = ({ view }: Search, { trigger }: Draft) =>
  view.token(trigger).upos === 'VERB' &&
  view
    .children(trigger)
    .some((child) => view.token(child).deprel === 'obj' && view.lemma(child) !== 'fire');

const otherThan = (
  [one, other]: readonly Participant[],
  is: (participant: Participant) => boolean,
): Participant | undefined => (is(one!) === is(other!) ? undefined : is(one!) ? other : one);
