import type { PlaceId, Reliability } from '../domain/index.ts';
import { dayNumber } from '../domain/index.ts';
import type { Origins } from './origins/origins.ts';
import { learn, pinned, priorOf, untested, type Learned } from './reliability/learn.ts';
import { Arena } from './standing/arena.ts';
import { buildChain, type Chain } from './standing/chain.ts';
import { Hearing, type Listener } from './standing/hearing.ts';
import type { Model } from './standing/model.ts';
import { siegesIn, type SiegeTold } from './standing/siege.ts';
import { gradeKey, type Registry } from './standing/registry.ts';
import { Units, type Weighed } from './standing/units.ts';
import { keeps } from './standing/witnesses.ts';
import type { AsOf, AssessmentContext, Pins } from './types.ts';

/** What was known of a place, read for one question; good until the next. */
export interface Evidence {
  readonly hearing: Hearing;
  readonly chain: Chain;
  readonly sieges: readonly SiegeTold[];
}

interface PlaceRecord {
  readonly units: Units;
  sorted: boolean;
}

const NONE = new Units();

type Clock = NonNullable<AsOf['clock']>;
const CLOCKS: readonly Clock[] = ['said', 'recorded'];

/** 1970-01-01 was a Thursday: three days after this, weeks begin on Mondays. */
const MONDAY = 3;

/** Settled weeks kept: two years of them. */
const KEPT_WEEKS = 104;
/** Pins tried beside those that hold, on either clock. */
const KEPT_PINS = 8;

interface Answered {
  readonly without: AsOf['without'] | undefined;
  readonly place: PlaceId;
  readonly limit: number;
  readonly clock: Clock;
  readonly pins: Pins;
  readonly evidence: Evidence;
}

interface Settling {
  readonly limit: number;
  readonly clock: Clock;
  readonly pins: Pins;
}

/** Weighed claims by place, read as of any day; reliabilities are settled once a week. */
export class EvidenceStore {
  readonly #context: AssessmentContext;
  readonly #model: Model;
  readonly #prior: ReturnType<typeof priorOf>;
  readonly #arena = new Arena();
  readonly #hearing: Hearing;
  readonly #places = new Map<PlaceId, PlaceRecord>();
  /** By clock and pins, then settling day; forgotten when a claim from before that day comes in. */
  readonly #learned = new Map<string, Map<number, Learned>>();
  #pins: Pins;
  readonly #registry: Registry;
  /** What is believed of each voice by what was learned. */
  readonly #tables = new WeakMap<ReadonlyMap<number, number>, Float64Array>();
  /** What was answered last, while nothing else was heard. */
  #last: Answered | undefined;
  readonly #heardOrigins: Listener['origins'];
  /** Places in an order that does not depend on arrival: sums of fractions do depend on theirs. */
  #inOrder: readonly PlaceRecord[] | undefined;

  constructor(
    context: AssessmentContext,
    { model, origins, registry }: { model: Model; origins: Origins; registry: Registry },
  ) {
    this.#context = context;
    this.#model = model;
    this.#registry = registry;
    this.#prior = priorOf(context.parameters);
    this.#pins = context.pins ?? new Map();
    this.#hearing = new Hearing(context.parameters.standing, registry);
    this.#heardOrigins = {
      isOwn: (text) => origins.isOwn(text),
      roots: (text, known) => origins.roots(text, known),
    };
  }

  get pins(): Pins {
    return this.#pins;
  }

  /** From now on these grades hold instead of what is learned. */
  pin(pins: Pins): void {
    this.#last = undefined;
    this.#pins = pins;
    this.#learned.clear();
  }

  get places(): Iterable<PlaceId> {
    return this.#places.keys();
  }

  add(unit: Weighed): void {
    let record = this.#places.get(unit.place);
    if (!record) {
      record = { units: new Units(), sorted: true };
      this.#places.set(unit.place, record);
      this.#inOrder = undefined;
    }
    record.units.add(unit);
    record.sorted = false;
    for (const clock of CLOCKS) this.#forget(clock, unit[clock]);
  }

  /** From a day on, reports that were there before have another origin. */
  reconsider(day: number): void {
    for (const clock of CLOCKS) this.#forget(clock, day);
  }

  /** What was settled from the news of a day is settled anew. */
  #forget(clock: Clock, day: number): void {
    this.#last = undefined;
    for (const [key, settled] of this.#learned) {
      if (!key.startsWith(clock)) continue;
      for (const until of settled.keys()) if (until > day) settled.delete(until);
    }
  }

  /** The witnesses of one place that were known, and their chain. */
  of(place: PlaceId, asOf: AsOf): Evidence {
    const { known, clock = 'said', without, pins = this.#pins } = asOf;
    const limit = dayNumber(known);
    const { reliabilities } = this.#settled(limit, clock, pins);
    // Asked about another day, but known by the same: the evidence has not changed.
    const last = this.#last;
    const same = last?.place === place && last.limit === limit && last.clock === clock;
    if (same && last.without === without && last.pins === pins) return last.evidence;
    const hearing = this.#hear(this.#places.get(place), {
      clock,
      limit,
      keep: without && keeps(without, this.#registry),
      reliabilities: this.#byVoice(reliabilities, pins),
    });
    this.#arena.reuse();
    const chain = buildChain(this.#model, hearing, limit, this.#arena);
    const evidence = { hearing, chain, sieges: siegesIn(hearing) };
    this.#last = { place, limit, clock, without, pins, evidence };
    return evidence;
  }

  reliabilities(known: number, clock: Clock): readonly Reliability[] {
    return this.#settled(known, clock, this.#pins).list;
  }

  /** Every source that was heard of the places by then: what was learned of it, or what it starts at. */
  heard(known: number, clock: Clock, within: (place: PlaceId) => boolean): readonly Reliability[] {
    const { list } = this.#settled(known, clock, this.#pins);
    const learned = new Map(
      list.map((each) => [`${each.source}|${each.class}|${each.interest}`, each]),
    );
    const { voices } = this.#registry;
    const found = new Map<number, Reliability>();
    for (const [place, { units }] of this.#places) {
      if (!within(place)) continue;
      for (let row = 0; row < units.count; row++) {
        const voice = voices[units.voice(row)]!;
        if (units[clock](row) > known || !units.isDirect(row) || found.has(voice.grade)) continue;
        const tried = learned.get(gradeKey(voice.source, voice.interest));
        found.set(voice.grade, tried ?? untested(voice, this.#prior(voice), this.#pins));
      }
    }
    return [...found.values()];
  }

  /** Reliabilities by voice, with what is not learned of a source at its class. */
  #byVoice(learned: ReadonlyMap<number, number>, pins: Pins): Float64Array {
    const { voices } = this.#registry;
    let found = this.#tables.get(learned);
    if (!found || found.length < voices.length) {
      found = Float64Array.from(
        voices,
        (voice) => pinned(voice, pins) ?? learned.get(voice.grade) ?? this.#prior(voice).mean,
      );
      this.#tables.set(learned, found);
    }
    return found;
  }

  #hear(record: PlaceRecord | undefined, listener: Omit<Listener, 'origins'>): Hearing {
    this.#last = undefined;
    if (record && !record.sorted) {
      record.units.sort((claim) => this.#registry.claims.at(claim));
      record.sorted = true;
    }
    return this.#hearing.hear(record?.units ?? NONE, { ...listener, origins: this.#heardOrigins });
  }

  /** What was learned of sources from all that was known before the week of `known`. */
  #settled(known: number, clock: Clock, pins: Pins): Learned {
    const { everyDays, rounds, anewEvery } = this.#context.parameters.standing.learning;
    const week = Math.floor((known + MONDAY) / everyDays.value);
    const anew = week - (week % anewEvery.value);
    const dayOf = (number: number) => number * everyDays.value - MONDAY;
    const settled = this.#settledWith(clock, pins);
    let learned = settled.get(dayOf(week));
    if (learned) return learned;
    const start =
      week === anew
        ? { from: new Map<number, number>(), rounds: rounds.value }
        : { from: this.#settled(dayOf(anew), clock, pins).reliabilities, rounds: 1 };
    learned = this.#settle({ limit: dayOf(week) - 1, clock, pins }, start);
    keep(settled, dayOf(week), learned, KEPT_WEEKS);
    return learned;
  }

  #settledWith(clock: Clock, pins: Pins): Map<number, Learned> {
    const other =
      pins === this.#pins ? '' : JSON.stringify([...pins].sort(([a], [b]) => (a < b ? -1 : 1)));
    const key = `${clock}|${other}`;
    let settled = this.#learned.get(key);
    if (!settled) keep(this.#learned, key, (settled = new Map()), KEPT_PINS);
    return settled;
  }

  #settle(question: Settling, start: Parameters<typeof learn>[1]): Learned {
    const { parameters } = this.#context;
    const { limit: known, pins } = question;
    const places = (learned: ReadonlyMap<number, number>) => this.#hearAll(question, learned);
    return learn({ places, known }, start, { model: this.#model, parameters, pins });
  }

  *#hearAll(
    { limit, clock, pins }: Settling,
    learned: ReadonlyMap<number, number>,
  ): Generator<Hearing> {
    this.#inOrder ??= [...this.#places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
    const reliabilities = this.#byVoice(learned, pins);
    for (const record of this.#inOrder) yield this.#hear(record, { clock, limit, reliabilities });
  }
}

/** Puts one more in, and the oldest out when there are too many. */
function keep<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  const oldest = map.size >= most ? map.keys().next() : undefined;
  if (oldest && !oldest.done) map.delete(oldest.value);
  map.set(key, value);
}
