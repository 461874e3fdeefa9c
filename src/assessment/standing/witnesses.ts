import type { ActorId, OriginId } from '../../domain/index.ts';
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
  readonly origin: OriginId;
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
  readonly origin: (unit: Weighed) => readonly OriginId[];
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

/**
 * The witnesses behind the units of one place (sorted by `compareWeighed`), day by day. Units that
 * share an origin or a named speaker, and say the same of the same actor within the window, are one
 * witness: the strongest of its first day. An agency's own voice is one witness a day.
 */
export function witnesses(units: readonly Weighed[], judges: Judges): Day[] {
  const days: Day[] = [];
  const seen = new Map<string, Weighed>();
  for (let start = 0; start < units.length;) {
    const { day } = units[start]!;
    let end = start;
    while (end < units.length && units[end]!.day === day) end++;
    days.push({ day, witnesses: witnessesOfDay(units.slice(start, end), seen, judges) });
    start = end;
  }
  return days;
}

function witnessesOfDay(
  units: readonly Weighed[],
  seen: Map<string, Weighed>,
  { reliability, origin, parameters }: Judges,
): Witness[] {
  const { windowDays, corroboration } = parameters.witness;
  const ranks = new Map<string, number>();
  const graded = units.map((unit) => ({ unit, reliability: reliability(unit) }));
  graded.sort((a, b) => strength(b) - strength(a) || compareWeighed(a.unit, b.unit));
  const opposed = isOpposed(graded);
  return graded.map(({ unit, reliability }): Witness => {
    const saying = `${unit.pointing}|${unit.subject ?? ''}`;
    const origins = origin(unit);
    const keys = origins.map((id) => `${saying}|${id}`);
    if (unit.source.speaker !== null) keys.push(`${saying}|${unit.source.speaker}`);
    if (unit.source.agency !== null) keys.push(`${saying}|${unit.source.agency}|${unit.day}`);
    const repeats =
      keys
        .map((key) => seen.get(key))
        .find((earlier) => {
          return earlier !== undefined && unit.day - earlier.day <= windowDays.value;
        }) ?? null;
    for (const key of keys) seen.set(key, repeats ?? unit);
    const rank = repeats ? 0 : (ranks.get(saying) ?? 0);
    if (!repeats) ranks.set(saying, rank + 1);
    const pointing = opposed && unit.pointing === 'gain' ? 'opposedGain' : unit.pointing;
    const trust = repeats ? 0 : unit.base * reliability;
    const about = unit.about * corroboration.value ** rank;
    return { unit, pointing, reliability, rank, trust, about, origin: origins[0]!, repeats };
  });
}

const strength = ({ unit, reliability }: { unit: Weighed; reliability: number }) =>
  unit.base * unit.about * reliability;

/**
 * Whether two sides are said to have taken the place on this day, and the weaker telling is at least
 * half as strong: a takeover of under a day is a clash. One stray claim against many is no clash.
 */
function isOpposed(graded: readonly { unit: Weighed; reliability: number }[]): boolean {
  const strengths = new Map<ActorId, number>();
  for (const item of graded) {
    const { pointing, subject } = item.unit;
    if (pointing !== 'gain' || subject === null) continue;
    strengths.set(subject, (strengths.get(subject) ?? 0) + strength(item));
  }
  const [first = 0, second = 0] = [...strengths.values()].sort((a, b) => b - a);
  return second > 0 && second >= first / 2;
}
