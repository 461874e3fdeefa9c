import type { PlaceId, Reliability } from '../domain/index.ts';
import type { Changed, Origins } from './origins/origins.ts';
import { LastHeard } from './last-heard.ts';
import { learning, type Learned } from './reliability/learn.ts';
import { Trust } from './reliability/trust.ts';
import { Remembering, type Asked } from './remembering/remembering.ts';
import { PAST_LIMITS } from './remembering/pasts.ts';
import { Arena } from './standing/arena.ts';
import { Filters } from './standing/filters.ts';
import { Chain } from './standing/chain.ts';
import { CODES } from './standing/in-its-day.ts';
import type { Pace } from './standing/pace.ts';
import { Paces } from './standing/paces.ts';
import { Met } from './standing/met.ts';
import { Hearing } from './standing/hearing.ts';
import type { Listener } from './standing/listener.ts';
import type { Model } from './standing/model.ts';
import type { Registry } from './standing/registry.ts';
import { PlaceRecords } from './standing/place-records.ts';
import { Units, type Weighed } from './standing/units.ts';
import { isEnoughFor, type Heard } from './standing/standing.ts';
import { hasStatesOfPast, type Past } from './standing/past.ts';
import { Settlements, type Clock, type Settling } from './settlements.ts';
import type { AsOf, AssessmentContext, Pins } from './types.ts';

/** What was known of a place, read for one question; good until the next. */
export interface Evidence extends Heard {
  readonly pace: Pace | undefined;
}

const NONE = new Units();

const CLOCKS: readonly Clock[] = ['said', 'recorded'];

/** What every answer of one question rests on: while it is the same, so is the answer for a place of which no more was heard. */
export interface Basis {
  readonly learned: Learned;
}

/** Weighed claims by place, read as of any day; reliabilities are settled once a week. */
export class EvidenceStore {
  readonly #model: Model;
  readonly #arena = new Arena();
  readonly #hearing: Hearing;
  readonly #met = new Met();
  readonly #filters: Filters;
  readonly #records: PlaceRecords;
  readonly #settlements: Settlements;
  #pins: Pins;
  readonly #registry: Registry;
  readonly #trust: Trust;
  readonly #paces: Paces;
  /** What was answered last, while nothing else was heard. */
  readonly #last: LastHeard<Evidence>;
  readonly #origins: Origins;
  readonly #remembering: Remembering;

  constructor(
    { parameters, places, pins = new Map(), remembering = PAST_LIMITS }: AssessmentContext,
    { model, origins, registry }: { model: Model; origins: Origins; registry: Registry },
  ) {
    const { standing } = parameters;
    this.#model = model;
    this.#origins = origins;
    this.#registry = registry;
    this.#pins = pins;
    this.#records = new PlaceRecords(registry);
    this.#trust = new Trust(parameters, registry);
    this.#filters = new Filters(registry);
    this.#hearing = new Hearing(standing, registry);
    this.#settlements = new Settlements(standing.learning, pins, (asked, start, only) => {
      const learners = (learned: ReadonlyMap<number, number>) =>
        this.#hearPlaces(asked, learned, only);
      const teachers = { model, parameters, pins: asked.pins, voices: registry.voices };
      return learning({ places: learners, known: asked.limit }, start, teachers);
    });
    this.#last = new LastHeard({ settlements: this.#settlements, origins });
    this.#paces = new Paces(standing, {
      place: (id) => places.place(id),
      trust: (voice, pins) => this.#trust.atFirst(voice, pins),
    });
    this.#remembering = new Remembering(remembering, {
      origins,
      registry,
      settlements: this.#settlements,
      paces: this.#paces,
      parameters: standing,
    });
  }

  get pins(): Pins {
    return this.#pins;
  }

  /** From now on these grades hold instead of what is learned. */
  pin(pins: Pins): void {
    this.#last.forget();
    this.#pins = pins;
    this.#settlements.pin(pins);
  }

  get places(): Iterable<PlaceId> {
    return this.#records.places;
  }

  add(unit: Weighed): void {
    const { units } = this.#records.add(unit);
    if (unit.code === CODES.gain && unit.direct) this.#paces.add(unit);
    this.#last.forget();
    this.#remembering.hear(unit, units);
    for (const clock of CLOCKS) this.#settlements.hear(clock, unit[clock], unit.place);
  }

  basis({ known, clock = 'said', pins = this.#pins }: AsOf): Basis {
    return { learned: this.#settlements.of(this.#registry.days.of(known), clock, pins) };
  }

  /** Another number once more was heard of a place, or of its country by the days before, or the same by other origins. */
  versionOf(place: PlaceId, { known, clock = 'said' }: AsOf): number {
    const record = this.#records.of(place);
    if (!record) return 0;
    const limit = this.#registry.days.of(known);
    return record.version + this.#paces.countBefore(place, limit, clock);
  }

  /** Reports that were there before have another origin: what they speak of is heard again. */
  reconsider({ day, texts }: Changed): void {
    this.#last.forget();
    for (const record of this.#records.ofTexts(texts)) {
      record.version++;
      this.#remembering.forget(record.place, day);
      for (const clock of CLOCKS) this.#settlements.forget(clock, day, record.place);
    }
  }

  /** The witnesses of one place that were known, and their chain. */
  of(place: PlaceId, asOf: AsOf): Evidence {
    const asked = this.#asked(place, asOf);
    const last = this.#last.of(asked);
    if (last && !last.hearing.past) return last;
    return this.#last.note(asked, this.#hearAll(asked));
  }

  /** As much of it as tells of the day that is asked about; what went before is remembered. */
  on(place: PlaceId, asOf: AsOf): Evidence {
    const asked = this.#asked(place, asOf);
    const at = this.#registry.days.of(asOf.at);
    const last = this.#last.of(asked) ?? this.#last.knownBy(asked);
    if (last && isEnoughFor(last.hearing, at)) return last;
    return this.#last.note(asked, this.#hearOn(asked, at));
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
    const record = this.#records.sorted(place);
    if (!record) return () => true;
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
    const limit = this.#registry.days.of(known);
    return { place, limit, clock, without: this.#filters.of(without), pins };
  }

  #hearOn(asked: Asked, at: number): Evidence {
    const remembering = this.#remembering;
    // A picture asks for the day before as well: that is not asking again.
    const isAfterItself = this.#last.isOf(asked.place);
    const week = this.#weekOf(asked);
    if (!week) return this.#hearAll(asked);
    const isMade = remembering.has(week);
    const past = isMade ? remembering.pastFor(week, at) : undefined;
    const heard = past && this.#hearAll(asked, past);
    if (heard && isEnoughFor(heard.hearing, at)) return heard;
    const all = this.#hearAll(asked);
    const isWanting = isMade
      ? past && !heard
      : !isAfterItself && (remembering.wasAsked(week) || remembering.isLarge(week));
    if (isWanting) remembering.keep(week, all, this.#pins);
    return all;
  }

  #weekOf(asked: Asked) {
    const record = this.#records.sorted(asked.place);
    return record && this.#remembering.weekOf(asked, record.units, this.#pins);
  }

  /** Works ahead on the weeks of the record; stops after every place. */
  *workAhead(): Generator<void> {
    yield* this.#settlements.ahead();
    for (const last of this.#settlements.lastDays()) {
      const known = this.#registry.days.at(last);
      for (const place of this.#records.places) {
        if (this.#remembering.isFull) return;
        const asked = this.#asked(place, { at: known, known });
        const week = this.#weekOf(asked);
        if (week && !this.#remembering.has(week)) {
          this.#remembering.keep(week, this.#hearAll(asked), this.#pins);
        }
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
    const voices = new Set<number>();
    for (const { place, units } of this.#records) {
      if (!within(place)) continue;
      for (let row = 0; row < units.count; row++) {
        if (units[clock](row) <= known && units.isDirect(row)) voices.add(units.voice(row));
      }
    }
    return this.#trust.told(voices, list, this.#pins);
  }

  /** @param past what was heard before; undefined comes back when it is not enough for the day */
  #hearAll(asked: Asked): Evidence;
  #hearAll(asked: Asked, past: Past): Evidence | undefined;
  #hearAll({ place, limit, clock, without, pins }: Asked, past?: Past): Evidence | undefined {
    const { reliabilities } = this.#settlements.of(limit, clock, pins);
    const record = this.#records.sorted(place);
    const hearing = this.#hear(record?.units, {
      clock,
      limit,
      keep: without?.keep,
      reliabilities: this.#trust.of(reliabilities, pins),
      past,
      origins: this.#origins,
    });
    if (past && !hasStatesOfPast(hearing, past)) return undefined;
    this.#arena.reuse();
    const pace = this.#paces.of(place, { clock, without, pins });
    const chain = new Chain(this.#model, hearing, { known: limit, arena: this.#arena, pace });
    const isPlain = clock === 'said' && !without;
    const said = record && isPlain ? () => this.#records.saidOf(record) : undefined;
    return { hearing, chain, said, pace };
  }

  #hear(units = NONE, listener: Listener): Hearing {
    this.#last.forget();
    return this.#hearing.hear(units, listener);
  }

  *#hearPlaces(
    { limit, clock, pins }: Settling,
    learned: ReadonlyMap<number, number>,
    only: Iterable<PlaceId> = this.#records.places,
  ): Generator<readonly [PlaceId, Hearing]> {
    const reliabilities = this.#trust.of(learned, pins);
    const listener = { clock, limit, reliabilities, origins: this.#origins };
    for (const place of only) {
      const units = this.#records.sorted(place)?.units;
      yield [place, this.#hear(units, listener)];
    }
  }
}
