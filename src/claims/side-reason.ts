import type { ActorMention, ClaimKind } from '../domain/index.ts';
import { isPassive } from './clause.ts';
import type { Draft, Search } from './draft.ts';
import { meet } from './same-place.ts';
import { fromSide, sideOf, unsaidAt, type Participant, type Side } from './side.ts';

/** What a report tells of who fights in it; the same for all its claims. */
export interface Told {
  readonly search: Search;
  readonly drafts: readonly Draft[];
  /** The armed group the report speaks of most, else its first side. */
  readonly group: ActorMention | undefined;
  /** Claims whose actor presses forward, by its own words. */
  readonly gains: readonly Draft[];
}

export interface Reason {
  /** What the claim gives as the reason. */
  readonly name: string;
  /** The side; null where the reason holds and leaves it open. */
  readonly find: (told: Told, draft: Draft) => Participant | null | undefined;
}

/** Certainty left when the actor comes from a neighbouring clause, or from the report as a whole. */
export const FROM_CLAUSE = 0.75;
export const FROM_REPORT = 0.6;

export const FIGHTING: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'control.besieged',
  'control.contested',
  'control.threatened',
  'clash',
]);

export const TAKEN = /^verb-frame:(capture|recapture)$/;
const AT_WAR = /defen[cs]e|prime minister|army|military|forces|general staff|president|commander/i;
/** Offices that speak for those who fight, and seats of their governments. */
export const wagesWar = (search: Search, words: string) =>
  AT_WAR.test(words) || search.isSeat(words);

/** Where an armed group presses forward, what its foe takes back tells nothing of other gains. */
export const othersThan = ({ search, group, gains }: Told, draft: Draft) =>
  group?.kind === 'armed-group'
    ? gains.filter(
        (gain) =>
          gain.kind !== 'control.recaptured' ||
          gain.actor?.side === sideOf(group) ||
          goesOn(search, gain, draft) ||
          isLossOf(gain, draft),
      )
    : gains;

export const fromClause = (one: Participant | undefined) =>
  one && { ...one, confidence: one.confidence * FROM_CLAUSE };

export const fromReport = (one: Participant | undefined) =>
  one && { ...one, confidence: one.confidence * FROM_REPORT };

export const here = (gains: readonly Draft[], { territories }: Draft) =>
  gains.filter((gain) => meet(gain.territories, territories));

/** "The army recaptured Bara. The rebels did not comment on the loss of the town": lost to who is told to have it. */
const isLossOf = (gain: Draft, draft: Draft) =>
  draft.rule === 'noun-frame:lose' &&
  gain.trigger < draft.trigger &&
  meet(gain.territories, draft.territories);

/** "They retook the villages of Akashat. Obeidi was stormed on Thursday": the advance just told of goes on. */
function goesOn({ view }: Search, gain: Draft, draft: Draft): boolean {
  const { sentences } = view.reading;
  const [before, here] = [gain, draft].map(({ trigger }) => view.token(trigger).sentence);
  return (
    TAKEN.test(draft.rule) &&
    isPassive(view, draft.trigger) &&
    before! + 1 === here &&
    sentences[before!]!.paragraph === sentences[here]!.paragraph
  );
}

/** How much nearer a gain of the very place counts. */
const SAME_PLACE = 0.4;

export function nearest(draft: Draft, gains: readonly Draft[]): Participant | undefined {
  let best: Participant | undefined;
  let bestCost = Infinity;
  for (const { actor, trigger, kind, territories } of gains) {
    if (!actor || actor.side === draft.target?.side) continue;
    const away = trigger < draft.trigger ? draft.trigger - trigger : (trigger - draft.trigger) * 2;
    const distance = meet(draft.territories, territories) ? away * SAME_PLACE : away;
    // A retaking is the other side's gain more often than not.
    const cost = kind === 'control.recaptured' && draft.kind !== kind ? distance + 60 : distance;
    if (cost < bestCost) {
      best = actor;
      bestCost = cost;
    }
  }
  return best;
}

/** A side of the report, or of the list, where no clause names one. */
export const meantAt = (search: Search, side: Side, trigger: number): Participant => ({
  ...unsaidAt(search, side, trigger),
  confidence: Math.min(side.confidence ?? FROM_REPORT, FROM_REPORT),
});

export const unsaid = (search: Search, side: ActorMention, trigger: number): Participant =>
  meantAt(search, fromSide(side), trigger);
