import { POINTINGS, type Pointing } from '../parameters.ts';
import type { SourceFilter } from '../types.ts';
import type { Hearing } from './hearing.ts';
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
  /** Probability that it is told truly and read right; 0 when it only repeats. */
  readonly trust: number;
  /** Probability that it is about this place and day, and adds to what others said that day. */
  readonly about: number;
  /** How many times as common as others' its false claims of the sort are. */
  readonly slant: number;
  /** Set when this is another's words, told again: only what goes beyond them counts. */
  readonly repeats: Weighed | null;
  /** Part of its strength that goes beyond what it repeats, 0–1. */
  readonly surplus: number;
}

export interface Day {
  readonly day: number;
  /** Strongest first. */
  readonly witnesses: readonly Witness[];
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

/** What was heard, one object a witness: for those who explain. */
export function daysOf(hearing: Hearing): Day[] {
  const { starts, units, count } = hearing;
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? count;
    const witnesses = Array.from({ length: end - start }, (_, n) => witnessAt(hearing, start + n));
    return { day: units[start]!.day, witnesses };
  });
}

function witnessAt(hearing: Hearing, at: number): Witness {
  const repeats = hearing.repeats[at]!;
  return {
    unit: hearing.units[at]!,
    pointing: POINTINGS[hearing.codes[at]!]!,
    reliability: hearing.reliability[at]!,
    rank: hearing.ranks[at]!,
    trust: hearing.trust[at]!,
    about: hearing.about[at]!,
    slant: hearing.slant[at]!,
    repeats: repeats < 0 ? null : hearing.units[repeats]!,
    surplus: hearing.surplus[at]!,
  };
}
