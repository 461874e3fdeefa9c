import type { PlaceId, Reliability } from '../domain/index.ts';
import type { Changed, Origins } from './origins/origins.ts';
import { learning, pinned, priorOf, untested, type Learned } from './reliability/learn.ts';
import { Arena } from './standing/arena.ts';
import { ClaimsSaid } from './standing/claimed.ts';
import { buildChain, hasStatesOfPast } from './standing/chain.ts';
import { CODES } from './standing/in-its-day.ts';
import type { Pace } from './standing/pace.ts';
import { Paces } from './standing/paces.ts';
import { Met } from './standing/met.ts';
import { Hearing, type Listener } from './standing/hearing.ts';
import type { Model } from './standing/model.ts';
import { siegesIn } from './standing/siege.ts';
import { gradeKey, type Registry } from './standing/registry.ts';
import { Units, type Weighed } from './standing/units.ts';
import { isEnoughFor, RECENT_DAYS, type Heard } from './standing/standing.ts';
import { keeps } from './standing/witnesses.ts';
import type { Past } from './standing/past.ts';
import { daysOfPasts, pastBefore } from './remembering/past-before.ts';
import { PAST_LIMITS, Pasts, type Period } from './remembering/pasts.ts';
import { Settlements, type Clock, type Settling } from './settlements.ts';
import type { AsOf, AssessmentContext, Pins } from './types.ts';

/** What was known of a place, read for one question; good until the next. */
export interface Evidence extends Heard {
  readonly pace: Pace | undefined;
}

interface PlaceRecord {
  readonly units: Units;
  sorted: boolean;
  /** Changes with what was heard of the place, or with whose words that is. */
  version: number;
  /** What is claimed; made when it is asked for. */
  said: ClaimsSaid | undefined;
}

const NONE = new Units();

const CLOCKS: readonly Clock[] = ['said', 'recorded'];

/** A question of one place but for the day that is asked about. */
interface Asked {
  readonly place: PlaceId;
  readonly limit: number;
  readonly clock: Clock;
  readonly without: AsOf['without'] | undefined;
  readonly pins: Pins;
}

/** One place in one week, with what its pasts must hold for. */
interface PlaceWeek {
  readonly record: PlaceRecord;
  readonly period: Period;
  readonly learned: Learned;
  readonly version: number;
  readonly until: number;
}

/** What every answer of one question rests on: while it is the same, so is the answer for a place of which no more was heard. */
export interface Basis {
  readonly learned: Learned;
}

/** Weighed claims by place, read as of any day; reliabilities are settled once a week. */
export class EvidenceStore {
  readonly #model: Model;
  readonly #prior: ReturnType<typeof priorOf>;
  readonly #arena = new Arena();
  readonly #hearing: Hearing;
  readonly #met = new Met();
  readonly #places = new Map<PlaceId, PlaceRecord>();
  readonly #settlements: Settlements;
  #pins: Pins;
  readonly #registry: Registry;
  /** What is believed of each voice by what was learned. */
  readonly #tables = new WeakMap<ReadonlyMap<number, number>, Float64Array>();
  readonly #paces: Paces;
  /** What was answered last, while nothing else was heard. */
  #last: (Asked & { readonly evidence: Evidence }) | undefined;
  readonly #origins: Origins;
  readonly #parameters: AssessmentContext['parameters'];
  readonly #heardOrigins: Listener['origins'];
  readonly #pasts: Pasts;

  constructor(
    context: AssessmentContext,
    { model, origins, registry }: { model: Model; origins: Origins; registry: Registry },
  ) {
    this.#pasts = new Pasts(context.remembering ?? PAST_LIMITS, registry);
    this.#origins = origins;
    this.#parameters = context.parameters;
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
          this.#hearPlaces(asked, learned, only);
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
      record = { units: new Units(), sorted: true, version: 0, said: undefined };
      this.#places.set(unit.place, record);
    }
    record.units.add(unit);
    if (unit.code === CODES.gain && unit.direct) this.#paces.add(unit);
    record.sorted = false;
    record.version++;
    record.said = undefined;
    this.#last = undefined;
    for (const clock of CLOCKS) this.#settlements.hear(clock, unit[clock], unit.place);
  }

  basis({ known, clock = 'said', pins = this.#pins }: AsOf): Basis {
    return { learned: this.#settlements.of(this.#registry.days.of(known), clock, pins) };
  }

  /** Another number once more was heard of a place, or of its country by the days before, or the same by other origins. */
  versionOf(place: PlaceId, { known, clock = 'said' }: AsOf): number {
    const record = this.#places.get(place);
    if (!record) return 0;
    const limit = this.#registry.days.of(known);
    return record.version + this.#paces.countBefore(place, limit, clock);
  }

  /** Reports that were there before have another origin: what they speak of is heard again. */
  reconsider({ day, texts }: Changed): void {
    this.#last = undefined;
    for (const [place, record] of this.#places) {
      if (!record.units.isOf(texts)) continue;
      record.version++;
      for (const clock of CLOCKS) this.#settlements.forget(clock, day, place);
    }
  }

  /** The witnesses of one place that were known, and their chain. */
  of(place: PlaceId, asOf: AsOf): Evidence {
    const asked = this.#asked(place, asOf);
    const last = this.#lastOf(asked);
    if (last && !last.hearing.past) return last;
    return this.#noteLast(asked, this.#hearAll(asked));
  }

  /** As much of it as tells of the day that is asked about; what went before is remembered. */
  on(place: PlaceId, asOf: AsOf): Evidence {
    const asked = this.#asked(place, asOf);
    const at = this.#registry.days.of(asOf.at);
    const last = this.#lastOf(asked);
    if (last && isEnoughFor(last.hearing, at)) return last;
    return this.#noteLast(asked, this.#hearOn(asked, at));
  }

  /** As much of it as tells what is new since an earlier question. */
  since(place: PlaceId, before: AsOf, now: AsOf): Evidence {
    const { days } = this.#registry;
    const known = days.of(before.known);
    const heard = this.on(place, now);
    const { past } = heard.hearing;
    if (!past) return heard;
    // Of the days before a past nothing was said since the week began.
    const { since } = this.#settlements.periodOf(days.of(now.known), 'said');
    const isOld = known >= since && days.of(before.at) >= past.day - 1;
    return isOld ? heard : this.of(place, now);
  }

  /** Whether a claim, by number, had told nothing of a place that a question looked at. */
  isNewSince(place: PlaceId, { at, known, clock = 'said' }: AsOf): (claim: number) => boolean {
    const record = this.#places.get(place);
    if (!record) return () => true;
    this.#sort(record);
    const { days } = this.#registry;
    const { units } = record;
    const had = this.#met.reset();
    const limit = days.of(known);
    const end = units.firstOf(days.of(at) + 1);
    for (let row = 0; row < end; row++) {
      if (units[clock](row) <= limit) had.meet(units.claim(row));
    }
    return (claim) => !had.has(claim);
  }

  #asked(place: PlaceId, { known, clock = 'said', without, pins = this.#pins }: AsOf): Asked {
    return { place, limit: this.#registry.days.of(known), clock, without, pins };
  }

  /** Asked about another day, but known by the same: the evidence has not changed. */
  #lastOf({ place, limit, clock, without, pins }: Asked): Evidence | undefined {
    const last = this.#last;
    const same = last?.place === place && last.limit === limit && last.clock === clock;
    return same && last.without === without && last.pins === pins ? last.evidence : undefined;
  }

  #noteLast(asked: Asked, evidence: Evidence): Evidence {
    this.#last = { ...asked, evidence };
    return evidence;
  }

  #hearOn(asked: Asked, at: number): Evidence {
    const week = this.#weekOf(asked);
    if (!week) return this.#hearAll(asked);
    const { record, period, learned } = week;
    const { place, limit } = asked;
    const isMade = this.#pasts.has(period, learned, place, week);
    const first = this.#newest(record, limit, at) - RECENT_DAYS + 1;
    const past = isMade ? this.#pasts.before(first, period, learned, place) : undefined;
    const heard = past && this.#hearAll(asked, past);
    if (heard && isEnoughFor(heard.hearing, at)) return heard;
    const all = this.#hearAll(asked);
    const isWanting = isMade ? past && !heard : this.#pasts.askedBefore(period, learned, place);
    if (isWanting) this.#keepPasts(place, week, all);
    return all;
  }

  /** By what a question of one place can go on from what was heard of it; undefined where nothing is remembered. */
  #weekOf({ place, limit, clock, without, pins }: Asked): PlaceWeek | undefined {
    const record = this.#places.get(place);
    const few = !record || record.units.count < this.#pasts.limits.spared;
    // What is asked otherwise is asked seldom.
    if (few || clock !== 'said' || without || pins !== this.#pins) return undefined;
    this.#sort(record);
    const period = this.#settlements.periodOf(limit, clock);
    const learned = this.#settlements.of(limit, clock, pins);
    // What is told of other places by then bears on how things went on here.
    const version = record.version + this.#paces.countBefore(place, period.since + 1, clock);
    return { record, period, learned, version, until: limit };
  }

  #keepPasts(place: PlaceId, { record, period, learned, version }: PlaceWeek, all: Heard): void {
    const pasts = this.#pastsIn(all, record, period);
    this.#pasts.keep(period, learned, place, { pasts, version, until: period.until });
  }

  /** Last day up to `at` of which anything was known. */
  #newest({ units }: PlaceRecord, limit: number, at: number): number {
    let row = units.firstOf(at + 1) - 1;
    while (row >= 0 && units.said(row) > limit) row--;
    return row < 0 ? -Infinity : units.day(row);
  }

  #pastsIn(heard: Heard, { units }: PlaceRecord, period: Period): readonly Past[] {
    const origins = this.#origins;
    const asks = {
      parameters: this.#parameters.standing,
      pin: (source: string) => this.#pins.get(source),
      root: (text: number) => origins.root(text, period.until),
      rootAtLast: (text: number) => origins.root(text, Infinity),
      until: period.until,
    };
    const changesIn = origins.changesIn.bind(origins);
    return daysOfPasts(units, period, this.#pasts.limits, changesIn).flatMap(
      (day) => pastBefore(day, heard, asks) ?? [],
    );
  }

  /** Works ahead on the weeks of the record; stops after every place. */
  *workAhead(): Generator<void> {
    yield* this.#settlements.ahead();
    for (const last of this.#settlements.lastDays()) {
      const known = this.#registry.days.at(last);
      for (const place of this.#places.keys()) {
        if (this.#pasts.isFull) return;
        const asked = this.#asked(place, { at: known, known });
        const week = this.#weekOf(asked);
        const isMade = week && this.#pasts.has(week.period, week.learned, place, week);
        if (week && !isMade) this.#keepPasts(place, week, this.#hearAll(asked));
        yield;
      }
    }
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

  /** @param past what was heard before; undefined comes back when it is not enough for the day */
  #hearAll(asked: Asked): Evidence;
  #hearAll(asked: Asked, past: Past): Evidence | undefined;
  #hearAll({ place, limit, clock, without, pins }: Asked, past?: Past): Evidence | undefined {
    const { reliabilities } = this.#settlements.of(limit, clock, pins);
    const record = this.#places.get(place);
    const hearing = this.#hear(record, {
      clock,
      limit,
      keep: without && keeps(without, this.#registry),
      reliabilities: this.#byVoice(reliabilities, pins),
      past,
    });
    if (past && !hasStatesOfPast(hearing)) return undefined;
    this.#arena.reuse();
    const pace = this.#paces.of(place, { clock, without, pins });
    const chain = buildChain(this.#model, hearing, { known: limit, arena: this.#arena, pace });
    const isPlain = record && clock === 'said' && !without;
    const said = isPlain && (record.said ??= new ClaimsSaid(record.units, this.#registry));
    return { hearing, chain, sieges: siegesIn(hearing), said: said || undefined, pace };
  }

  #hear(record: PlaceRecord | undefined, listener: Omit<Listener, 'origins'>): Hearing {
    this.#last = undefined;
    if (record) this.#sort(record);
    return this.#hearing.hear(record?.units ?? NONE, { ...listener, origins: this.#heardOrigins });
  }

  #sort(record: PlaceRecord): void {
    if (record.sorted) return;
    record.units.sort((claim) => this.#registry.claims.at(claim));
    record.sorted = true;
  }

  *#hearPlaces(
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
