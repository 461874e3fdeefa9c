import type { PlaceId, Reliability } from '../domain/index.ts';
import { dayNumber } from '../domain/index.ts';
import type { Origins } from './origins/origins.ts';
import { learn, pinned, priorOf, untested, type Learned } from './reliability/learn.ts';
import { Arena, ROOM } from './standing/arena.ts';
import { buildChain, type Chain } from './standing/chain.ts';
import type { Model } from './standing/model.ts';
import { gradeKey, type Weighed } from './standing/weigh.ts';
import { compareWeighed, keeps, witnesses, type Day } from './standing/witnesses.ts';
import type { AsOf, AssessmentContext, Pins } from './types.ts';

/** What was known of a place, read for one question. */
export interface Evidence {
  readonly days: readonly Day[];
  readonly chain: Chain;
}

interface PlaceRecord {
  readonly units: Weighed[];
  sorted: boolean;
  /** The last answer worked out: a map is asked for again and again as of one day. */
  last: { readonly key: string; readonly evidence: Evidence } | undefined;
}

type Clock = NonNullable<AsOf['clock']>;

/** Which units count, and how far. */
interface Reading {
  readonly limit: number;
  readonly clock: Clock;
  readonly keep: (unit: Weighed) => boolean;
  readonly reliability: (unit: Weighed) => number;
}

/** 1970-01-01 was a Thursday: three days after this, weeks begin on Mondays. */
const MONDAY = 3;

/** Weighed claims by place, read as of any day; reliabilities are settled once a week. */
export class EvidenceStore {
  readonly #context: AssessmentContext;
  readonly #model: Model;
  readonly #origins: Origins;
  readonly #prior: ReturnType<typeof priorOf>;
  readonly #arena = new Arena(ROOM);
  readonly #places = new Map<PlaceId, PlaceRecord>();
  /** By clock and settling day; forgotten when a claim from before that day comes in. */
  readonly #learned = new Map<string, { readonly until: number; readonly learned: Learned }>();
  #pins: Pins;
  /** Counts what changes answers about places that nothing new was said of. */
  #epoch = 0;

  constructor(context: AssessmentContext, model: Model, origins: Origins) {
    this.#context = context;
    this.#model = model;
    this.#origins = origins;
    this.#prior = priorOf(context.parameters);
    this.#pins = context.pins ?? new Map();
  }

  get pins(): Pins {
    return this.#pins;
  }

  /** From now on these grades hold instead of what is learned. */
  pin(pins: Pins): void {
    this.#pins = pins;
    this.#learned.clear();
    this.#epoch++;
  }

  get places(): Iterable<PlaceId> {
    return this.#places.keys();
  }

  add(unit: Weighed): void {
    let record = this.#places.get(unit.place);
    if (!record) {
      record = { units: [], sorted: true, last: undefined };
      this.#places.set(unit.place, record);
    }
    record.units.push(unit);
    record.sorted = false;
    record.last = undefined;
    for (const [key, { until }] of this.#learned) {
      const clock: Clock = key.startsWith('said') ? 'said' : 'recorded';
      if (unit[clock] >= until) continue;
      this.#learned.delete(key);
      this.#epoch++;
    }
  }

  /** From a day on, reports that were there before have another origin. */
  reconsider(day: number): void {
    for (const [key, { until }] of this.#learned) if (until > day) this.#learned.delete(key);
    this.#epoch++;
  }

  /**
   * The witnesses of one place that were known, day by day, and their chain. With `passing` they are
   * good until the next call: what is kept for thousands of places costs more than working it out.
   */
  of(place: PlaceId, asOf: AsOf, passing = false): Evidence {
    const { known, clock = 'said', without, pins = this.#pins } = asOf;
    const record = this.#places.get(place);
    if (!record) return { days: [], chain: buildChain(this.#model, []) };
    const limit = dayNumber(known);
    // First, for it may start a new epoch.
    const { reliabilities } = this.#settled(limit, clock, pins);
    const key = `${clock}|${limit}|${this.#epoch}`;
    const kept = !without && pins === this.#pins;
    if (kept && record.last?.key === key) return record.last.evidence;
    const days = this.#read(record, {
      limit,
      clock,
      keep: keeps(without),
      reliability: (unit) =>
        pinned(unit, pins) ?? reliabilities.get(unit.grade) ?? this.#prior(unit).mean,
    });
    if (passing) {
      this.#arena.reuse();
      return { days, chain: buildChain(this.#model, days, this.#arena) };
    }
    const evidence = { days, chain: buildChain(this.#model, days) };
    if (kept) record.last = { key, evidence };
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

  #read(record: PlaceRecord, { limit, clock, keep, reliability }: Reading): Day[] {
    if (!record.sorted) {
      record.units.sort(compareWeighed);
      record.sorted = true;
    }
    const units = record.units.filter((unit) => unit[clock] <= limit && keep(unit));
    return witnesses(units, {
      reliability,
      origins: (unit) => this.#origins.roots(unit.text, limit),
      parameters: this.#context.parameters.standing,
    });
  }

  /** What was learned of sources from all that was known before the week of `known`. */
  #settled(known: number, clock: Clock, pins: Pins): Learned {
    const { parameters } = this.#context;
    const every = parameters.standing.learning.everyDays.value;
    const until = Math.floor((known + MONDAY) / every) * every - MONDAY;
    const other =
      pins === this.#pins ? '' : JSON.stringify([...pins].sort(([a], [b]) => (a < b ? -1 : 1)));
    const key = `${clock}|${until}|${other}`;
    let entry = this.#learned.get(key);
    if (!entry) {
      const places = (reliability: (unit: Weighed) => number) =>
        this.#readAll({ limit: until - 1, clock, keep: () => true, reliability });
      entry = { until, learned: learn(places, this.#model, parameters, pins) };
      this.#learned.set(key, entry);
    }
    return entry.learned;
  }

  /** In an order that does not depend on arrival: sums of fractions do depend on theirs. */
  *#readAll(reading: Reading): Generator<readonly Day[]> {
    const records = [...this.#places].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, record] of records) yield this.#read(record, reading);
  }
}
