import type { PlaceId, Reliability } from '../domain/index.ts';
import type { Changed, Origins } from './origins/origins.ts';
import { learning, pinned, priorOf, untested, type Learned } from './reliability/learn.ts';
import { Arena } from './standing/arena.ts';
import { buildChain, type Chain } from './standing/chain.ts';
import { CODES } from './standing/in-its-day.ts';
import type { Pace } from './standing/pace.ts';
import { Paces } from './standing/paces.ts';
import { Hearing, type Listener } from './standing/hearing.ts';
import type { Model } from './standing/model.ts';
import { siegesIn, type SiegeTold } from './standing/siege.ts';
import { gradeKey, type Registry } from './standing/registry.ts';
import { Units, type Weighed } from './standing/units.ts';
import { keeps } from './standing/witnesses.ts';
import { Settlements, type Clock, type Settling } from './settlements.ts';
import type { AsOf, AssessmentContext, Pins } from './types.ts';

/** What was known of a place, read for one question; good until the next. */
export interface Evidence {
  readonly hearing: Hearing;
  readonly chain: Chain;
  readonly sieges: readonly SiegeTold[];
  readonly pace: Pace | undefined;
}

interface PlaceRecord {
  readonly units: Units;
  sorted: boolean;
}

const NONE = new Units();

const CLOCKS: readonly Clock[] = ['said', 'recorded'];

interface Answered {
  readonly without: AsOf['without'] | undefined;
  readonly place: PlaceId;
  readonly limit: number;
  readonly clock: Clock;
  readonly pins: Pins;
  readonly evidence: Evidence;
}

/** What every answer of one question rests on: while it is the same, so is the answer for a place of which no more was heard. */
export interface Basis {
  readonly learned: Learned;
  /** How often reports that were there had their origins changed. */
  readonly reconsidered: number;
}

/** Weighed claims by place, read as of any day; reliabilities are settled once a week. */
export class EvidenceStore {
  readonly #model: Model;
  readonly #prior: ReturnType<typeof priorOf>;
  readonly #arena = new Arena();
  readonly #hearing: Hearing;
  readonly #places = new Map<PlaceId, PlaceRecord>();
  readonly #settlements: Settlements;
  #pins: Pins;
  readonly #registry: Registry;
  /** What is believed of each voice by what was learned. */
  readonly #tables = new WeakMap<ReadonlyMap<number, number>, Float64Array>();
  #reconsidered = 0;
  readonly #paces: Paces;
  /** What was answered last, while nothing else was heard. */
  #last: Answered | undefined;
  readonly #heardOrigins: Listener['origins'];

  constructor(
    context: AssessmentContext,
    { model, origins, registry }: { model: Model; origins: Origins; registry: Registry },
  ) {
    this.#model = model;
    this.#registry = registry;
    this.#prior = priorOf(context.parameters);
    this.#pins = context.pins ?? new Map();
    this.#hearing = new Hearing(context.parameters.standing, registry);
    const { parameters } = context;
    this.#settlements = new Settlements(
      parameters.standing.learning,
      this.#pins,
      (asked, start, only) => {
        const places = (learned: ReadonlyMap<number, number>) =>
          this.#hearAll(asked, learned, only);
        const teachers = { model, parameters, pins: asked.pins, voices: registry.voices };
        return learning({ places, known: asked.limit }, start, teachers);
      },
    );
    this.#paces = new Paces(parameters.standing, {
      place: (id) => context.places.place(id),
      keeps: (without) => keeps(without, registry),
      trust: (number, pins) => {
        const voice = registry.voices[number]!;
        return pinned(voice, pins) ?? this.#prior(voice).mean;
      },
    });
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
    this.#settlements.pin(pins);
  }

  get places(): Iterable<PlaceId> {
    return this.#places.keys();
  }

  add(unit: Weighed): void {
    let record = this.#places.get(unit.place);
    if (!record) {
      record = { units: new Units(), sorted: true };
      this.#places.set(unit.place, record);
    }
    record.units.add(unit);
    if (unit.code === CODES.gain && unit.direct) this.#paces.add(unit);
    record.sorted = false;
    this.#last = undefined;
    for (const clock of CLOCKS) this.#settlements.hear(clock, unit[clock], unit.place);
  }

  basis({ known, clock = 'said', pins = this.#pins }: AsOf): Basis {
    const learned = this.#settlements.of(this.#registry.days.of(known), clock, pins);
    return { learned, reconsidered: this.#reconsidered };
  }

  /** How much was heard of a place by any day, and of its country by the days before: it only grows. */
  heardOf(place: PlaceId, { known, clock = 'said' }: AsOf): number {
    const record = this.#places.get(place);
    if (!record) return 0;
    const limit = this.#registry.days.of(known);
    return record.units.count + this.#paces.countBefore(place, limit, clock);
  }

  /** Reports that were there before have another origin: what they speak of is heard again. */
  reconsider({ day, texts }: Changed): void {
    this.#reconsidered++;
    this.#last = undefined;
    for (const [place, { units }] of this.#places)
      if (units.isOf(texts))
        for (const clock of CLOCKS) this.#settlements.forget(clock, day, place);
  }

  /** The witnesses of one place that were known, and their chain. */
  of(place: PlaceId, asOf: AsOf): Evidence {
    const { known, clock = 'said', without, pins = this.#pins } = asOf;
    const limit = this.#registry.days.of(known);
    const { reliabilities } = this.#settlements.of(limit, clock, pins);
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
    const pace = this.#paces.of(place, { clock, without, pins });
    const chain = buildChain(this.#model, hearing, { known: limit, arena: this.#arena, pace });
    const evidence = { hearing, chain, sieges: siegesIn(hearing), pace };
    this.#last = { place, limit, clock, without, pins, evidence };
    return evidence;
  }

  /** Works ahead on the weeks of the record; stops after every place. */
  settleAhead(): Generator<void> {
    return this.#settlements.ahead();
  }

  reliabilities(known: number, clock: Clock): readonly Reliability[] {
    return this.#settlements.of(known, clock, this.#pins).list;
  }

  /** Every source that was heard of the places by then: what was learned of it, or what it starts at. */
  heard(known: number, clock: Clock, within: (place: PlaceId) => boolean): readonly Reliability[] {
    const { list } = this.#settlements.of(known, clock, this.#pins);
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

  *#hearAll(
    { limit, clock, pins }: Settling,
    learned: ReadonlyMap<number, number>,
    only: Iterable<PlaceId> = this.#places.keys(),
  ): Generator<readonly [PlaceId, Hearing]> {
    const reliabilities = this.#byVoice(learned, pins);
    for (const place of only) {
      yield [place, this.#hear(this.#places.get(place), { clock, limit, reliabilities })];
    }
  }
}
