import type { ActorId } from '../../domain/index.ts';
import type { Pointing, StandingParameters } from '../parameters.ts';
import type { SourceFilter } from '../types.ts';
import type { Weighed } from './weigh.ts';

/** What one witness says of one place on one day. */
export interface Witness {
  readonly unit: Weighed;
  /** As weighed, but two gains on one day are opposed. */
  readonly pointing: Pointing;
  /** Probability that the source tells the truth here. */
  readonly reliability: number;
  /** Place among the witnesses who say the same on the same day, from 0. */
  readonly rank: number;
  /** Probability that it is told truly and read right; 0 when the words are another's. */
  readonly trust: number;
  /** Probability that it is about this place and day, and adds to what others said that day. */
  readonly about: number;
  /** Set when this is another's words, told again: counted once. */
  readonly repeats: Weighed | null;
}

export interface Day {
  readonly day: number;
  /** Strongest first. */
  readonly witnesses: readonly Witness[];
}

export interface Judges {
  readonly reliability: (unit: Weighed) => number;
  /** Origins of a unit's text by number, the main one first. */
  readonly origins: (unit: Weighed) => readonly number[];
  readonly parameters: StandingParameters;
}

/** Order in which units are kept and counted; the same whatever the order of arrival. */
export const compareWeighed = (a: Weighed, b: Weighed) =>
  a.day - b.day ||
  (a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0) ||
  (a.pointing < b.pointing ? -1 : a.pointing > b.pointing ? 1 : 0) ||
  a.base - b.base ||
  a.about - b.about;

export function keeps(filter: SourceFilter | undefined): (unit: Weighed) => boolean {
  if (!filter) return () => true;
  const sides = new Set(filter.sides);
  const sources = new Set(filter.sources);
  const outlets = new Set(filter.outlets);
  const claims = new Set(filter.claims);
  return ({ claim, source }) =>
    !(source.side !== null && sides.has(source.side)) &&
    !sources.has(source.key) &&
    !claims.has(claim.id) &&
    !claim.chain.some(({ role, name }) => role === 'outlet' && outlets.has(name));
}

/** Who said a thing, as one number: origins, speakers and agencies do not meet. */
const SPEAKERS = 2 ** 29;
const AGENCIES = 2 ** 30;
const SAYINGS = 2 ** 32;

/**
 * The witnesses behind the units of one place (sorted by `compareWeighed`), day by day. Units that
 * share an origin or a named speaker, and say the same of the same actor within the window, are one
 * witness: the strongest of its first day. An agency's own voice is one witness a day.
 */
export function witnesses(units: readonly Weighed[], judges: Judges): Day[] {
  const days: Day[] = [];
  const seen = new Map<number, Weighed>();
  for (let start = 0; start < units.length;) {
    const { day } = units[start]!;
    let end = start + 1;
    while (end < units.length && units[end]!.day === day) end++;
    days.push({ day, witnesses: witnessesOfDay(units.slice(start, end), seen, judges) });
    start = end;
  }
  return days;
}

interface Graded {
  readonly unit: Weighed;
  readonly reliability: number;
  readonly strength: number;
}

function witnessesOfDay(
  units: readonly Weighed[],
  seen: Map<number, Weighed>,
  { reliability: judge, origins, parameters }: Judges,
): Witness[] {
  const { windowDays, corroboration } = parameters.witness;
  const graded = units.map((unit): Graded => {
    const reliability = judge(unit);
    return { unit, reliability, strength: unit.base * unit.about * reliability };
  });
  if (graded.length > 1) {
    graded.sort((a, b) => b.strength - a.strength || compareWeighed(a.unit, b.unit));
  }
  const opposed = graded.length > 1 && isOpposed(graded);
  const ranks = new Map<number, number>();
  return graded.map(({ unit, reliability }): Witness => {
    const keys = keysOf(unit, origins(unit));
    let repeats: Weighed | null = null;
    for (const key of keys) {
      const earlier = seen.get(key);
      if (earlier && unit.day - earlier.day <= windowDays.value) repeats ??= earlier;
    }
    for (const key of keys) seen.set(key, repeats ?? unit);
    const rank = repeats ? 0 : (ranks.get(unit.saying) ?? 0);
    if (!repeats) ranks.set(unit.saying, rank + 1);
    const pointing = opposed && unit.pointing === 'gain' ? 'opposedGain' : unit.pointing;
    const trust = repeats ? 0 : unit.base * reliability;
    const about = rank === 0 ? unit.about : unit.about * corroboration.value ** rank;
    return { unit, pointing, reliability, rank, trust, about, repeats };
  });
}

function keysOf(unit: Weighed, origins: readonly number[]): number[] {
  const base = unit.saying * SAYINGS;
  const keys = origins.map((origin) => base + origin);
  if (unit.speaker >= 0) keys.push(base + SPEAKERS + unit.speaker);
  // With the day in it: an agency that says the same tomorrow says it anew.
  if (unit.agency >= 0) keys.push(base + AGENCIES + unit.agency * 65_536 + (unit.day & 65_535));
  return keys;
}

/**
 * Whether two sides are said to have taken the place on this day, and the weaker telling is at least
 * half as strong: a takeover of under a day is a clash. One stray claim against many is no clash.
 */
function isOpposed(graded: readonly Graded[]): boolean {
  const strengths = new Map<ActorId, number>();
  for (const { unit, strength } of graded) {
    if (unit.pointing !== 'gain' || unit.subject === null) continue;
    strengths.set(unit.subject, (strengths.get(unit.subject) ?? 0) + strength);
  }
  if (strengths.size < 2) return false;
  const [first = 0, second = 0] = [...strengths.values()].sort((a, b) => b - a);
  return second >= first / 2;
}
