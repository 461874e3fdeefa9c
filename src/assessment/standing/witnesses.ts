import type { ActorId, ClaimId, Interest, ReportId } from '../../domain/index.ts';
import { POINTINGS, type Pointing } from '../parameters.ts';
import type { SourceFilter } from '../types.ts';
import type { Hearing } from './hearing.ts';
import type { Registry } from './registry.ts';
import type { ClaimSource } from './source.ts';
import type { Units } from './units.ts';

/** What one witness says of one place on one day, in words: for those who explain. */
export interface Witness {
  readonly claim: ClaimId;
  readonly report: ReportId;
  /** Number of the report. */
  readonly text: number;
  readonly day: number;
  readonly subject: ActorId | null;
  readonly source: ClaimSource;
  readonly interest: Interest;
  /** Number of what it says of whom. */
  readonly saying: number;
  /** Said of a place around or within, not of this one. */
  readonly contained: boolean;
  /** What it says by itself. */
  readonly said: Pointing;
  /** The same in the light of all that is said of the day: two gains on one day are opposed. */
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
  readonly repeats: Pick<Witness, 'claim' | 'report'> | null;
  /** Part of its strength that goes beyond what it repeats, 0–1. */
  readonly surplus: number;
}

export interface Day {
  readonly day: number;
  /** Strongest first. */
  readonly witnesses: readonly Witness[];
}

/** Which units to hear, without those a filter leaves out. */
export function keeps(
  filter: SourceFilter,
  registry: Registry,
): (units: Units, row: number) => boolean {
  const sides = new Set(filter.sides);
  const sources = new Set(filter.sources);
  const outlets = new Set(filter.outlets);
  const claims = new Set((filter.claims ?? []).map((id) => registry.claims.numberOf(id)));
  // Of each voice and outlet once: a million claims have some hundreds of them.
  const voices = once((voice) => {
    const { source } = registry.voices[voice]!;
    return !(source.side !== null && sides.has(source.side)) && !sources.has(source.key);
  });
  const named = once((outlet) => !outletsOf(outlet, registry).some((one) => outlets.has(one)));
  return (units, row) =>
    voices(units.voice(row)) &&
    (claims.size === 0 || !claims.has(units.claim(row))) &&
    (outlets.size === 0 || named(units.outlet(row)));
}

function once(answer: (number: number) => boolean): (number: number) => boolean {
  const known: boolean[] = [];
  return (number) => (known[number] ??= answer(number));
}

const outletsOf = (number: number, { outlets }: Registry) => outlets.at(number).split('\n');

/** What was heard, one object a witness. */
export function daysOf(hearing: Hearing): Day[] {
  const { starts, count } = hearing;
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? count;
    const witnesses = Array.from({ length: end - start }, (_, n) => witnessAt(hearing, start + n));
    return { day: hearing.day(start), witnesses };
  });
}

export function witnessAt(hearing: Hearing, at: number): Witness {
  const { units, registry } = hearing;
  const row = hearing.rows[at]!;
  const repeats = hearing.repeats[at]!;
  const { source, interest } = registry.voices[units.voice(row)]!;
  return {
    claim: registry.claims.idOf(units.claim(row)),
    report: registry.texts.idOf(units.text(row)),
    text: units.text(row),
    day: units.day(row),
    subject: hearing.subject(at),
    source,
    interest,
    saying: units.saying(row),
    contained: units.around(row) >= 0,
    said: POINTINGS[units.code(row)]!,
    pointing: POINTINGS[hearing.codes[at]!]!,
    reliability: hearing.reliability[at]!,
    rank: hearing.ranks[at]!,
    trust: hearing.trust[at]!,
    about: hearing.about[at]!,
    slant: hearing.slant[at]!,
    surplus: hearing.surplus[at]!,
    repeats: repeats < 0 ? null : tellerOf(hearing, repeats),
  };
}

function tellerOf({ units, rows, registry }: Hearing, at: number) {
  const row = rows[at]!;
  return {
    claim: registry.claims.idOf(units.claim(row)),
    report: registry.texts.idOf(units.text(row)),
  };
}
