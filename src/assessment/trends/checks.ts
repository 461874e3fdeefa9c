import type { ActorId, Claim, Day, PlaceId, Standing } from '../../domain/index.ts';
import { addDays } from '../../domain/index.ts';
import { intervalOf, type Interval } from './trends.ts';

/** Somebody's judgement of how the war is going, beside what the record shows. */
export interface OutlookCheck {
  readonly claim: Claim['id'];
  readonly actor: ActorId;
  readonly said: Day;
  /** Places gained less places lost in the fourteen days before, on the day, and in those after. */
  readonly before: NetChange;
  readonly onDay: NetChange;
  /** Null when the record does not go beyond the day it was said. */
  readonly after: NetChange | null;
  readonly text: string;
}

export interface NetChange {
  readonly from: Day;
  readonly to: Day;
  readonly gained: number;
  readonly lost: number;
}

const DAYS = 14;

/** @param last last day the record speaks of */
export function checkOutlook(
  claim: Claim,
  actor: ActorId,
  days: { readonly said: Day; readonly last: Day },
  change: (from: Day, to: Day) => Omit<NetChange, 'from' | 'to'>,
): OutlookCheck {
  const { said, last } = days;
  const between = (from: Day, to: Day): NetChange => ({ from, to, ...change(from, to) });
  const before = between(addDays(said, -DAYS), addDays(said, -1));
  const end = addDays(said, DAYS) > last ? last : addDays(said, DAYS);
  const after = end > said ? between(addDays(said, 1), end) : null;
  const onDay = between(said, said);
  return { claim: claim.id, actor, said, before, onDay, after, text: outlookText(before, after) };
}

/** Gains and losses between two days, over the places given. */
export const netChange =
  (places: readonly PlaceId[], held: (place: PlaceId, day: Day) => number) =>
  (from: Day, to: Day): Omit<NetChange, 'from' | 'to'> => {
    const changes = places.map((place) => held(place, to) - held(place, addDays(from, -1)));
    const sum = (sign: number) =>
      changes.reduce((total, change) => total + Math.max(0, sign * change), 0);
    return { gained: sum(1), lost: sum(-1) };
  };

const counts = ({ gained, lost }: NetChange) =>
  `gained ${gained.toFixed(1)} and lost ${lost.toFixed(1)} places`;

function outlookText(before: NetChange, after: NetChange | null): string {
  const past = `In the two weeks before, it ${counts(before)}`;
  if (!after) return `${past}; the record ends there.`;
  return `${past}; from ${after.from} to ${after.to} it ${counts(after)}.`;
}

/** "X holds about half of the 400 districts" beside our own count. */
export interface CountCheck {
  readonly claim: Claim['id'];
  readonly actor: ActorId;
  readonly area: PlaceId;
  readonly at: Day;
  /** Share claimed, least and most; null when the claim gives no share. */
  readonly claimedShare: { readonly min: number; readonly max: number } | null;
  readonly claimedCount: { readonly min: number; readonly max: number } | null;
  /** Places of the class in the area, by our gazetteer. */
  readonly of: number;
  /** Expected number: the sum of the probabilities. */
  readonly held: Interval;
  /** Places of which it is the likeliest that the actor holds them; with the three below, all of them. */
  readonly heldOutright: number;
  readonly heldByOthers: number;
  readonly contested: number;
  /** Places of which the record does not tell: the count cannot be checked on these. */
  readonly unknown: number;
  readonly verdict: 'the two agree' | 'the two do not agree' | 'too little is known to tell' | null;
  readonly text: string;
}

export interface OwnCount {
  readonly of: number;
  readonly held: Interval;
  readonly heldOutright: number;
  readonly heldByOthers: number;
  readonly contested: number;
  readonly unknown: number;
}

/** Our own count of places, from the beliefs about each. */
export function ownCount(actor: ActorId, all: readonly Standing['beliefs'][]): OwnCount {
  const held = all.map(
    (beliefs) =>
      beliefs.find(({ state }) => state.state === 'held' && state.by === actor)?.probability ?? 0,
  );
  const best = all.map((beliefs) => beliefs[0]!.state);
  return {
    of: all.length,
    held: intervalOf(held),
    heldOutright: best.filter((state) => state.state === 'held' && state.by === actor).length,
    heldByOthers: best.filter((state) => state.state === 'held' && state.by !== actor).length,
    contested: best.filter(({ state }) => state === 'contested').length,
    unknown: best.filter(({ state }) => state === 'unknown').length,
  };
}

export function checkCount(
  claim: Claim,
  about: { readonly actor: ActorId; readonly area: PlaceId; readonly at: Day },
  own: OwnCount,
): CountCheck {
  const fraction = claim.amounts.find(({ unit }) => unit === 'fraction' || unit === 'percent');
  const scale = fraction?.unit === 'percent' ? 100 : 1;
  const claimedShare = fraction
    ? { min: fraction.min / scale, max: (fraction.max ?? fraction.min) / scale }
    : null;
  const total = claim.amounts.find(({ role }) => role === 'total');
  const counted = claim.amounts.find(
    ({ role, unit }) => role !== 'total' && unit !== 'fraction' && unit !== 'percent',
  );
  const size = total?.min ?? own.of;
  const claimedCount = counted
    ? { min: counted.min, max: counted.max ?? size }
    : claimedShare && { min: claimedShare.min * size, max: claimedShare.max * size };
  return {
    claim: claim.id,
    ...about,
    claimedShare,
    claimedCount,
    ...own,
    verdict: verdictOf(claimedCount, own),
    text: countText(claimedCount, own),
  };
}

/** A count agrees when the places that nothing is known of leave room for it. */
function verdictOf(claimed: CountCheck['claimedCount'], own: OwnCount): CountCheck['verdict'] {
  if (!claimed) return null;
  if (claimed.min > own.held.high + own.unknown || claimed.max < own.held.low) {
    return 'the two do not agree';
  }
  return own.unknown > own.of / 2 ? 'too little is known to tell' : 'the two agree';
}

function countText(claimed: CountCheck['claimedCount'], own: OwnCount): string {
  const { expected, low, high } = own.held;
  const ours = `our record shows ${own.heldOutright} of ${own.of} (${low.toFixed(0)}–${high.toFixed(0)}, expected ${expected.toFixed(1)}), and does not tell of ${own.unknown}`;
  if (!claimed) return `The claim gives no number; ${ours}.`;
  const range =
    Math.round(claimed.min) === Math.round(claimed.max)
      ? `${Math.round(claimed.min)}`
      : `${Math.round(claimed.min)}–${Math.round(claimed.max)}`;
  return `Claimed: ${range}; ${ours}: ${verdictOf(claimed, own)}.`;
}
