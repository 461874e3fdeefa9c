import type { ActorMention, ClaimKind } from '../domain/index.ts';
import { verbGroup } from './clause.ts';
import type { Draft, Search } from './draft.ts';
import { judge } from './judgement/index.ts';
import { meet } from './same-place.ts';
import { otherSide } from './other-side.ts';
import { sideOf, unsaidAt, type Participant } from './side.ts';

/** Kinds whose actor presses on a place. */
export const PRESSES: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'control.captured',
  'control.recaptured',
  'control.contested',
  'control.besieged',
  'control.threatened',
]);
const BACK = 'control.recaptured';
const WHOLE = /^(?:city|town|district|village|province|streets?)$/i;
const LEFT = 'control.withdrawn';
const GAINED: ReadonlySet<string> = new Set([
  'control.captured',
  'control.recaptured',
  'control.surrendered',
]);

/** That it came about is what the words say. */
export function isTold(search: Search, { trigger, polarity }: Draft): boolean {
  const { modality, polarity: told, attempted } = judge(search, trigger);
  return (
    /^(?:stated|hedged|background)$/.test(modality) &&
    (polarity ?? told) === 'positive' &&
    !attempted
  );
}

/** Sides that the report says have left the place of a claim, or lost it, and not that they came back. */
export function losersOf(
  search: Search,
  draft: Draft,
  drafts: readonly Draft[],
): ReadonlySet<string> {
  const here = drafts.filter((one) => one !== draft && meet(draft.territories, one.territories));
  const presses = (side: string, from: number, to: number) =>
    here.some(
      ({ actor, kind, trigger }) =>
        actor?.side === side && PRESSES.has(kind) && from < trigger && trigger < to,
    );
  const lose = here.flatMap((one) => {
    const side = isLater(search, one, draft) ? undefined : lost(one, draft);
    if (!side?.armed || !isTold(search, one)) return [];
    if (isRetakenAfter(one, draft)) return [side.side];
    const isBefore = one.kind === LEFT && one.trigger < draft.trigger;
    const [from, to] = isBefore ? [one.trigger, draft.trigger] : [-1, Infinity];
    return presses(side.side, from, to) ? [] : [side.side];
  });
  return new Set([...(draft.target?.armed ? [draft.target.side] : []), ...lose]);
}

/** "Weeks after losing Goma, the army retook it": who takes it back had lost it. */
const isRetakenAfter = (one: Draft, draft: Draft) =>
  one.kind === BACK && draft.rule === 'verb-frame:lose' && draft.trigger < one.trigger;

/** The army had lost Goma when it fell, the rebels when it was retaken from them. */
function lost(one: Draft, { kind }: Draft): Participant | undefined {
  const { actor, target } = one;
  const isBack = kind === BACK;
  if (one.kind === BACK) return isBack ? target : listed(actor);
  if (one.kind === LEFT) return actor;
  if (!GAINED.has(one.kind)) return undefined;
  // "Fighters wrested the stadium from them. The city was cleared": of the same.
  return !isBack || listed(actor) === undefined ? target : undefined;
}

/** A group that is told further on to leave may have been the one that came. */
const isLater = ({ view, isHomeGroup }: Search, one: Draft, draft: Draft) =>
  one.kind === LEFT &&
  view.token(one.trigger).sentence > view.token(draft.trigger).sentence &&
  isHomeGroup(one.actor?.side ?? '');

/**
 * A side of which the report tells that it leaves or loses places, and of no place that it presses on.
 * What is taken back from it, it has taken before.
 */
export function isBeaten(
  search: Search,
  { group, fights }: { readonly group: ActorMention; readonly fights: boolean },
  drafts: readonly Draft[],
): boolean {
  const side = sideOf(group);
  const loses = ({ kind, actor, target }: Draft) =>
    kind === LEFT ? actor : GAINED.has(kind) && (fights || kind !== BACK) ? target : undefined;
  return (
    drafts.some((one) => loses(one)?.side === side && isTold(search, one)) &&
    !drafts.some(({ actor, kind }) => actor?.side === side && PRESSES.has(kind))
  );
}

const listed = (one: Participant | undefined) =>
  one?.reference.id === undefined ? undefined : one;

/** Who is told to have the whole place of a claim: up to now, or until something came about. */
export const holdersOf = (
  search: Search,
  draft: Draft,
  { drafts, until }: { readonly drafts: readonly Draft[]; readonly until: boolean },
): readonly Participant[] =>
  drafts.flatMap((other) =>
    other !== draft &&
    other.kind === 'control.held' &&
    other.actor?.armed === true &&
    other.territories.every(({ facility }) => facility === undefined || WHOLE.test(facility)) &&
    meet(draft.territories, other.territories) &&
    isUntil(search, other.trigger) === until &&
    isTold(search, other)
      ? [other.actor]
      : [],
  );

/** "had held it since May", "held it for ten years", "until then" */
function isUntil({ view }: Search, trigger: number): boolean {
  const { sentence, xpos } = view.token(trigger);
  const has = (words: RegExp) =>
    verbGroup(view, trigger).some((i) => words.test(view.token(i).text));
  if (has(/^had$/i)) return true;
  if (xpos !== 'VBD' && !has(/^(?:was|were)$/i)) return false;
  const { last } = view.reading.sentences[sentence]!;
  const behind = view.tokens.slice(trigger, last);
  return behind.some(({ text }) => /^(?:since|for|until|till|from)$/i.test(text));
}

/**
 * Who fights a side in the report: who is told to press on it, or to press at all, where that is one
 * side; else of the sides named the one that can be meant. Where two fit, nobody can tell.
 */
export function foeOf(
  search: Search,
  { side, token }: { readonly side: string; readonly token: number },
  pressing: readonly Draft[],
): Participant | undefined {
  const onThem = pressing.filter(({ target }) => target?.side === side);
  const against = (onThem.length > 0 ? onThem : pressing).flatMap(({ actor }) =>
    actor?.armed && actor.side !== side ? [actor] : [],
  );
  const [first] = against;
  if (first) return against.every((one) => one.side === first.side) ? first : undefined;
  const meant = otherSide(search, side);
  return meant && unsaidAt(search, meant, token);
}
