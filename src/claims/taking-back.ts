import type { Speech } from '../domain/index.ts';
import { verbGroup } from './clause.ts';
import type { Draft, Search } from './draft.ts';
import { otherSide } from './other-side.ts';
import { meet } from './same-place.ts';
import { known, ownSideAt, sideFrom, sideOf, standingFor, type Participant } from './side.ts';
import { fromClause, here, meantAt, nearest, othersThan, type Told } from './side-reason.ts';
import { mentionsInside } from './speech-index.ts';

export function retakenHere({ search, gains }: Told, draft: Draft): Participant | undefined {
  return fromClause(nearest(draft, here(retakings(search, draft, gains), draft)));
}

export function retakenElsewhere({ search, gains }: Told, draft: Draft): Participant | undefined {
  return fromClause(nearest(draft, retakings(search, draft, gains)));
}

/** Who is told to have taken places back; not this very place, where it is yet to be taken back. */
const retakings = (search: Search, draft: Draft, gains: readonly Draft[]) => {
  const ahead = isAhead(search, draft);
  return gains.filter(
    ({ kind, territories }) =>
      kind === draft.kind && !(ahead && meet(territories, draft.territories)),
  );
};

export const isAhead = ({ view }: Search, { trigger }: Draft) =>
  verbGroup(view, trigger).some((i) => /^(?:MD|TO)$/.test(view.token(i).xpos));

/** Where the state is the one that gains in its country, it is the one that liberates there, too. */
export function gainsOn(told: Told, draft: Draft): Participant | undefined {
  const gainer = nearest(draft, othersThan(told, draft));
  if (!gainer) return undefined;
  // "Sar-e Pul was cleansed, too": by whoever took the place told of before.
  const isState = gainer.side === told.search.government?.id && !draft.target?.armed;
  const only = isAlone(told, draft) && told.gains.every(({ actor }) => actor!.side === gainer.side);
  return isState || only || isFurther(told.search, draft) ? fromClause(gainer) : undefined;
}

/** A town is freed, and nobody of the state's is told of: by the one side that gains. */
const isAlone = ({ search }: Told, { target, trigger }: Draft) =>
  !target?.armed &&
  FREES.test(search.view.token(trigger).text) &&
  !(search.government && search.parties.includes(search.government.id));

const FREES = /^(?:liberat|freed?|freeing|cle(?:ar|ans)|purg|secur)/i;
const FURTHER = /^(?:also|too|likewise|well)$/i;

/** "was also liberated", "has been freed as well": said of one more place. */
function isFurther({ view }: Search, { trigger }: Draft): boolean {
  const { text, sentence } = view.token(trigger);
  if (!FREES.test(text)) return false;
  const { last } = view.reading.sentences[sentence]!;
  const after = view.tokens.slice(trigger + 1, Math.min(last, trigger + 4));
  return [...verbGroup(view, trigger).map((i) => view.token(i)), ...after].some(({ text: word }) =>
    FURTHER.test(word),
  );
}

/** Who takes a place back is the other side than the one that gained: the state, where no other is named. */
export function otherThanGainer(told: Told, draft: Draft): Participant | undefined {
  const { government } = told.search;
  const gainer = nearest(draft, othersThan(told, draft));
  // "freed from the junta": the words say who lost it.
  const lost = draft.target?.armed ? draft.target.side : (gainer?.side ?? draft.target?.side);
  if (lost === undefined) return undefined;
  // Who frees a town, of several that gain, nobody can tell, where nobody of the state's is told of.
  if (isAlone(told, draft)) return undefined;
  const frees = !draft.target?.armed && FREES.test(told.search.view.token(draft.trigger).text);
  const state = government && government.id !== lost ? sideFrom(government) : undefined;
  const other = frees ? state : (otherSide(told.search, lost) ?? state);
  return other && meantAt(told.search, other, draft.trigger);
}

/** "Khartoum is free", says a party of the war: of its foe. */
export function freedByOwn({ search }: Told, { kind, rule, trigger, target }: Draft) {
  const isFreed = rule === 'set-free' && kind === 'control.recaptured';
  const side = isFreed ? ownSideAt(search, trigger) : undefined;
  const own = side === undefined || side === target?.side ? undefined : known(search, side);
  return own && standingFor(own, search.view.token(trigger), trigger);
}

/** Where the text has one armed group, which gains nothing, and the state, what is free of the group is the state's. */
export function stateAgainstGroup(told: Told, draft: Draft): Participant | undefined {
  const { search, gains } = told;
  const { parties, isGroup, government } = search;
  const isFreed = draft.rule === 'set-free' || FREES.test(search.view.token(draft.trigger).text);
  if (!isFreed || !government || gains.length > 0) return undefined;
  const groups = parties.filter((side) => isGroup(side));
  const lost = draft.target?.side ?? (groups.length === 1 ? groups[0] : undefined);
  if (lost === undefined || lost === government.id || !parties.includes(government.id))
    return undefined;
  // A group that tells of the war itself may be the one that frees.
  const { reading } = search.view;
  const speaks = ({ source }: Speech) =>
    source !== null &&
    mentionsInside(reading, source).some((one) => one.type === 'actor' && sideOf(one) === lost);
  if (!draft.target && reading.speech.some(speaks)) return undefined;
  return standingFor(sideFrom(government), search.view.token(draft.trigger), draft.trigger);
}
