import type { PlaceId, Reliability } from '../domain/index.ts';
import { dayNumber } from '../domain/index.ts';
import type { Origins } from './origins/origins.ts';
import { learn, pinned, priorOf, untested, type Learned } from './reliability/learn.ts';
import { Arena } from './standing/arena.ts';
import { buildChain, type Chain } from './standing/chain.ts';
import { Hearing, type Listener } from './standing/hearing.ts';
import type { Model } from './standing/model.ts';
import { siegesIn, type SiegeTold } from './standing/siege.ts';
import { gradeKey, type Weighed } from './standing/weigh.ts';
import { compareWeighed, daysOf, keeps, type Day } from './standing/witnesses.ts';
import type { AsOf, AssessmentContext, Pins } from './types.ts';

/** What was known of a place, read for one question; good until the next. */
export interface Evidence {
  readonly chain: Chain;
  readonly sieges: readonly SiegeTold[];
  /** The witnesses day by day, one object each. */
  readonly days: () => readonly Day[];
}

interface PlaceRecord {
  readonly units: Weighed[];
  sorted: boolean;
  /** Units when they were last laid side by side. */
  laid: number;
}

/**
 * Sorts the units, and makes them anew in that order when there are twice as many as last time: they
 * came from reports of many places, and memory is read fastest in a row.
 */
function sort(record: PlaceRecord): void {
  const { units } = record;
  units.sort(compareWeighed);
  record.sorted = true;
  if (units.length < 2 * record.laid) return;
  for (const [i, unit] of units.entries()) units[i] = { ...unit };
  record.laid = units.length;
}

type Clock = NonNullable<AsOf['clock']>;
const CLOCKS: readonly Clock[] = ['said', 'recorded'];

/** 1970-01-01 was a Thursday: three days after this, weeks begin on Mondays. */
const MONDAY = 3;

/** Settled weeks kept: two years of them. */
const KEPT_WEEKS = 104;
/** Pins tried beside those that hold, on either clock. */
const KEPT_PINS = 8;

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
  /** A unit of each grade, and what is believed of each grade by what was learned. */
  readonly #grades: Weighed[] = [];
  readonly #tables = new WeakMap<ReadonlyMap<number, number>, Float64Array>();
  readonly #heardOrigins: Listener['origins'];
  /** Places in an order that does not depend on arrival: sums of fractions do depend on theirs. */
  #inOrder: readonly PlaceRecord[] | undefined;

  constructor(context: AssessmentContext, model: Model, origins: Origins) {
    this.#context = context;
    this.#model = model;
    this.#prior = priorOf(context.parameters);
    this.#pins = context.pins ?? new Map();
    this.#hearing = new Hearing(context.parameters.standing);
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
    this.#pins = pins;
    this.#learned.clear();
  }

  get places(): Iterable<PlaceId> {
    return this.#places.keys();
  }

  add(unit: Weighed): void {
    let record = this.#places.get(unit.place);
    if (!record) {
      record = { units: [], sorted: true, laid: 0 };
      this.#places.set(unit.place, record);
      this.#inOrder = undefined;
    }
    record.units.push(unit);
    this.#grades[unit.grade] ??= unit;
    record.sorted = false;
    for (const clock of CLOCKS) this.#forget(clock, unit[clock]);
  }

  /** From a day on, reports that were there before have another origin. */
  reconsider(day: number): void {
    for (const clock of CLOCKS) this.#forget(clock, day);
  }

  /** What was settled from the news of a day is settled anew. */
  #forget(clock: Clock, day: number): void {
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
    const hearing = this.#hear(this.#places.get(place), {
      clock,
      limit,
      keep: without && keeps(without),
      reliabilities: this.#byGrade(reliabilities, pins),
    });
    this.#arena.reuse();
    return {
      chain: buildChain(this.#model, hearing, limit, this.#arena),
      sieges: siegesIn(hearing),
      days: () => daysOf(hearing),
    };
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
    const found = new Map<number, Reliability>();
    for (const [place, { units }] of this.#places) {
      if (!within(place)) continue;
      for (const unit of units) {
        if (unit[clock] > known || !unit.direct || found.has(unit.grade)) continue;
        const tried = learned.get(gradeKey(unit.source, unit.interest));
        found.set(unit.grade, tried ?? untested(unit, this.#prior(unit), this.#pins));
      }
    }
    return [...found.values()];
  }

  /** Reliabilities by grade, with what is not learned of a source at its class. */
  #byGrade(learned: ReadonlyMap<number, number>, pins: Pins): Float64Array {
    let found = this.#tables.get(learned);
    if (!found || found.length < this.#grades.length) {
      found = Float64Array.from(
        this.#grades,
        (unit) => pinned(unit, pins) ?? learned.get(unit.grade) ?? this.#prior(unit).mean,
      );
      this.#tables.set(learned, found);
    }
    return found;
  }

  #hear(record: PlaceRecord | undefined, listener: Omit<Listener, 'origins'>): Hearing {
    if (record && !record.sorted) sort(record);
    return this.#hearing.hear(record?.units ?? [], { ...listener, origins: this.#heardOrigins });
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
    const reliabilities = this.#byGrade(learned, pins);
    for (const record of this.#inOrder) yield this.#hear(record, { clock, limit, reliabilities });
  }
}

/** Puts one more in, and the oldest out when there are too many. */
function keep<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  const oldest = map.size >= most ? map.keys().next() : undefined;
  if (oldest && !oldest.done) map.delete(oldest.value);
  map.set(key, value);
}
