import type { PlaceId, Reliability, SourceClass } from '../../domain/index.ts';
import { POINTINGS, type AssessmentParameters } from '../parameters.ts';
import { Arena } from '../standing/arena.ts';
import { Chain } from '../standing/chain.ts';
import type { Hearing } from '../standing/hearing.ts';
import { normalise, type Model, type Vector } from '../standing/model.ts';
import { gradeKey, type Voice } from '../standing/registry.ts';
import type { Pins } from '../types.ts';
import { gradeOf, gradeOfPin, meanOfPin } from '../words.ts';
import { betaQuantile } from './beta.ts';

/** What is learned of one source and interest: a Beta distribution. */
interface SourceRecord {
  readonly voice: Voice;
  readonly prior: { readonly mean: number; readonly n: number };
  readonly borneOut: number;
  readonly n: number;
}

/** What was heard at one place of each source: three numbers each, its voice, how much was borne out, of how much. */
type Part = Float64Array;

/** The same of all places, in the order of their ids: one can be heard again without the others. */
export type Parts = ReadonlyMap<PlaceId, Part>;

/** Claims that later news bears out or not, by code; parts, clashes and sieges are left out. */
const JUDGED: readonly boolean[] = POINTINGS.map((name) =>
  ['gain', 'hold', 'leave', 'notGained', 'fight'].includes(name),
);

export interface Learned {
  /** Means by `Voice.grade`. */
  readonly reliabilities: ReadonlyMap<number, number>;
  readonly list: readonly Reliability[];
}

/** What was learned, and what the last round heard. */
export interface Lesson {
  readonly learned: Learned;
  readonly parts: Parts;
}

/** What is learned from: places in any order, until a day. */
export interface Learnable {
  /** Heard with the reliabilities given; each is good until the next is asked for. */
  readonly places: (
    reliabilities: ReadonlyMap<number, number>,
  ) => Iterable<readonly [PlaceId, Hearing]>;
  readonly known: number;
}

/** Where learning starts, and how long it goes on. */
export interface Start {
  readonly from: ReadonlyMap<number, number>;
  readonly rounds: number;
  /** Of the places that are not heard: as they were heard before, from the same start. */
  readonly parts?: Parts;
}

/**
 * How often the claims of each source were borne out, by expectation–maximisation over a ledger
 * (Dawid and Skene 1979, with the truth a chain): belief about each place from everything but the
 * claim at hand says how likely the claim was true, and the shares of true claims become the next
 * round's reliabilities. A source starts at its class. Stops after each place, for others to go on.
 */
export function* learning(
  { places, known: until }: Learnable,
  { from, rounds, parts: before = new Map() }: Start,
  teachers: Teachers,
): Generator<void, Lesson> {
  let known = from;
  let parts: Parts = new Map();
  let records: ReadonlyMap<number, SourceRecord> = new Map();
  const arena = new Arena();
  for (let round = 0; round < rounds; round++) {
    const heard = new Map(before);
    for (const [place, hearing] of places(known)) {
      arena.reuse();
      const chain = new Chain(teachers.model, hearing, { known: until, arena });
      heard.set(place, partOf(hearing, chain, { model: teachers.model, arena }));
      yield;
    }
    parts = inOrder(heard);
    records = recordsOf(parts, teachers);
    known = new Map([...records].map(([key, record]) => [key, meanOf(record)]));
  }
  let list: readonly Reliability[] | undefined;
  const learned = {
    reliabilities: known,
    get list() {
      return (list ??= listOf(records, teachers.pins));
    },
  };
  return { learned, parts };
}

/** All places together, in an order that does not depend on arrival: sums of fractions do depend on theirs. */
function recordsOf(
  parts: Parts,
  { voices, parameters }: Teachers,
): ReadonlyMap<number, SourceRecord> {
  // By number, in columns: of a million claims there are as many parts as claims, and a late report adds them all up.
  const grades = Int32Array.from(voices, ({ grade }) => grade);
  const first = new Int32Array(voices.length).fill(-1);
  const borneOut = new Float64Array(voices.length);
  const n = new Float64Array(voices.length);
  for (const part of parts.values()) {
    for (let i = 0; i < part.length; i += 3) {
      const voice = part[i]!;
      const grade = grades[voice]!;
      if (first[grade]! < 0) first[grade] = voice;
      borneOut[grade]! += part[i + 1]!;
      n[grade]! += part[i + 2]!;
    }
  }
  const prior = priorOf(parameters);
  const records = new Map<number, SourceRecord>();
  for (const [grade, number] of first.entries()) {
    if (number < 0) continue;
    const voice = voices[number]!;
    const told = { borneOut: borneOut[grade]!, n: n[grade]! };
    records.set(grade, { voice, prior: prior(voice), ...told });
  }
  return records;
}

/** By the ids of places. Those that were so before take no time to sort again. */
const inOrder = (parts: Parts): Parts => new Map([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));

interface Teachers {
  readonly model: Model;
  readonly voices: readonly Voice[];
  readonly parameters: AssessmentParameters;
  readonly pins: Pins;
}

const listOf = (records: ReadonlyMap<number, SourceRecord>, pins: Pins) =>
  [...records.values()]
    .map((record) => ({ key: gradeKey(record.voice.source, record.voice.interest), record }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ record }) => toReliability(record, pins));

export const priorOf = ({ sources }: AssessmentParameters) => {
  return ({ source, interest }: Voice) => {
    const { value, n } = sources.classes[source.class][interest];
    return { mean: value, n: n ?? 4 };
  };
};

export function pinned({ source }: Voice, pins: Pins): number | undefined {
  const pin = pins.get(source.key);
  return pin === undefined ? undefined : meanOfPin(pin);
}

const meanOf = ({ prior, borneOut, n }: SourceRecord) =>
  (prior.mean * prior.n + borneOut) / (prior.n + n);

function partOf(
  hearing: Hearing,
  chain: Chain,
  { model, arena }: { readonly model: Model; readonly arena: Arena },
): Part {
  const { units, rows, registry, trust, reliability, about } = hearing;
  const scratch = arena.take(chain.states.size);
  const part: number[] = [];
  const begins = new Map<number, number>();
  // Not `entries`, which makes an array for each of millions of links.
  for (let i = 0; i < chain.links.length; i++) {
    const { from, to } = chain.links[i]!;
    let judge: Judge | undefined;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      if (trust[at] === 0 || !units.isDirect(row) || !JUDGED[units.code(row)]) continue;
      const voice = units.voice(row);
      const { grade } = registry.voices[voice]!;
      let begin = begins.get(grade);
      if (begin === undefined) {
        begin = part.push(voice, 0, 0) - 3;
        begins.set(grade, begin);
      }
      const weight = (trust[at]! / reliability[at]!) * about[at]!;
      judge ??= { belief: chain.smoothed(i), scratch, model };
      part[begin + 1]! += weight * truth(hearing, at, judge);
      part[begin + 2]! += weight;
    }
  }
  return new Float64Array(part);
}

interface Judge {
  readonly belief: Vector;
  /** A vector of the chain's states, overwritten. */
  readonly scratch: Vector;
  readonly model: Model;
}

/** Probability that a witness told the truth, from belief without its own say. */
function truth(hearing: Hearing, at: number, { belief, scratch, model }: Judge): number {
  const code = hearing.codes[at]!;
  const reliability = hearing.reliability[at]!;
  const trust = hearing.trust[at]!;
  const weight = { trust, about: hearing.about[at]!, slant: hearing.slant[at]! };
  const subject = hearing.subjects[at]!;
  // Divided by what it says, which multiplied it.
  scratch.fill(1);
  model.weigh(scratch, code, subject, weight);
  for (let i = 0; i < scratch.length; i++) scratch[i] = belief[i]! / scratch[i]!;
  normalise(scratch);
  const given = (value: number) => {
    weight.trust = value;
    return model.expected(scratch, code, subject, weight);
  };
  const told = reliability * given(trust / reliability);
  return told / (told + (1 - reliability) * given(0));
}

/** Sources that no text names are told by their class: whoever spoke first is not all of them. */
const CLASS_NAMES: Readonly<Record<SourceClass, string>> = {
  party: 'Parties not named',
  'party-official': 'Officials of a party, not named',
  'local-official': 'Local officials, not named',
  resident: 'Residents, not named',
  monitor: 'Monitors, not named',
  agency: 'Agencies, not named',
  outlet: 'Outlets, not named',
  unnamed: 'Sources not described',
};

const nameOf = ({ key, name, class: group }: Voice['source']) =>
  key.startsWith('class:') ? CLASS_NAMES[group] : name;

/** What a source starts at, before any of its claims was tried. */
export const untested = (
  voice: Voice,
  prior: { readonly mean: number; readonly n: number },
  pins: Pins,
): Reliability => toReliability({ voice, prior, borneOut: 0, n: 0 }, pins);

function toReliability(record: SourceRecord, pins: Pins): Reliability {
  const { prior, borneOut, n } = record;
  const { source, interest } = record.voice;
  const pin = pins.get(source.key);
  const learned = meanOf(record);
  const right = Math.max(0.01, prior.mean * prior.n + borneOut);
  const wrong = Math.max(0.01, prior.n + n - right);
  return {
    source: source.key,
    name: nameOf(source),
    class: source.class,
    interest,
    mean: pin === undefined ? learned : meanOfPin(pin),
    low: betaQuantile(right, wrong, 0.05),
    high: betaQuantile(right, wrong, 0.95),
    n,
    grade: pin === undefined ? gradeOf(learned) : gradeOfPin(pin),
    learned,
    pinned: pin !== undefined,
  };
}
