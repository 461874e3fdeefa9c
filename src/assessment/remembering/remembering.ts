import type { PlaceId } from '../../domain/index.ts';
import type { Origins } from '../origins/origins.ts';
import type { StandingParameters } from '../parameters.ts';
import type { Learned } from '../reliability/learn.ts';
import type { Clock, Settlements } from '../settlements.ts';
import { Met } from '../standing/met.ts';
import type { Past } from '../standing/past.ts';
import type { Filter } from '../standing/filters.ts';
import type { Paces } from '../standing/paces.ts';
import type { Registry } from '../standing/registry.ts';
import { RECENT_DAYS, type Heard } from '../standing/standing.ts';
import type { Units, Weighed } from '../standing/units.ts';
import type { Pins } from '../types.ts';
import { daysOfPasts, pastsBefore } from './past-before.ts';
import { Pasts, type PastLimits, type Period } from './pasts.ts';

/** A question of one place but for the day that is asked about. */
export interface Asked {
  readonly place: PlaceId;
  readonly limit: number;
  readonly clock: Clock;
  readonly without: Filter | undefined;
  readonly pins: Pins;
}

/** One place in the week of a question, with what its pasts must hold for. */
export interface PlaceWeek {
  readonly place: PlaceId;
  readonly units: Units;
  readonly period: Period;
  readonly learned: Learned;
  readonly gains: number;
  readonly until: number;
}

interface Sources {
  readonly origins: Origins;
  readonly registry: Registry;
  readonly settlements: Settlements;
  readonly paces: Paces;
  readonly parameters: StandingParameters;
}

/** What answers go on from instead of hearing a place from its first day on. */
export class Remembering {
  readonly #pasts: Pasts;
  readonly #limits: PastLimits;
  readonly #sources: Sources;
  readonly #met = new Met();

  constructor(limits: PastLimits, sources: Sources) {
    this.#limits = limits;
    this.#pasts = new Pasts(limits, sources.registry);
    this.#sources = sources;
  }

  get isFull(): boolean {
    return this.#pasts.isFull;
  }

  /** Undefined where nothing is remembered: what is asked otherwise is asked seldom. */
  weekOf({ place, limit, clock, without, pins }: Asked, units: Units, held: Pins) {
    if (units.count < this.#limits.spared) return undefined;
    if (clock !== 'said' || without || pins !== held) return undefined;
    const { settlements, paces } = this.#sources;
    const period = settlements.periodOf(limit, clock);
    const learned = settlements.of(limit, clock, pins);
    // What is told of other places by then bears on how things went on here.
    const gains = paces.countBefore(place, period.since + 1, clock);
    return { place, units, period, learned, gains, until: limit } satisfies PlaceWeek;
  }

  has(week: PlaceWeek): boolean {
    return this.#pasts.has(week);
  }

  /** The last from which all that a summary of a day looks at can be heard. */
  pastFor(week: PlaceWeek, at: number): Past | undefined {
    return this.#pasts.before(this.#newest(week, at) - RECENT_DAYS + 1, week);
  }

  /**
   * Notes that a place was asked about; whether it was before. What is asked once is made no quicker by
   * remembering, and after a late report every place of its week is asked about anew.
   */
  wasAsked(week: PlaceWeek): boolean {
    return this.#pasts.wasAsked(week);
  }

  /** Whether a place is so much in the news that whoever asks of now will ask again. */
  isLarge({ units, period }: PlaceWeek): boolean {
    return period.isNewest && units.count >= this.#limits.atOnce;
  }

  keep(week: PlaceWeek, heard: Heard, pins: Pins): void {
    const { origins, parameters } = this.#sources;
    const { until } = week.period;
    const asks = {
      parameters,
      pin: (source: string) => pins.get(source),
      root: (text: number) => origins.root(text, until),
      rootAtLast: (text: number) => origins.root(text, Infinity),
      until,
      met: this.#met,
    };
    const changesIn = origins.changesIn.bind(origins);
    const days = daysOfPasts(week.units, week.period, this.#limits, changesIn);
    const pasts = pastsBefore(days, heard, asks);
    this.#pasts.keep({ ...week, until }, pasts);
  }

  /** One unit more, that is among those of its place now. */
  hear({ place, said, text }: Weighed, units: Units): void {
    this.#pasts.hear(place, said, () => this.#firstDayWith(text, units));
  }

  /** First day of which a report, or another of its origin, tells: from it on origins are counted with it. */
  #firstDayWith(text: number, units: Units): number {
    const { origins } = this.#sources;
    const root = origins.root(text, Infinity);
    let first = Infinity;
    for (let row = 0; row < units.count; row++) {
      const other = units.text(row);
      if (other !== text && origins.root(other, Infinity) !== root) continue;
      first = Math.min(first, units.day(row));
    }
    return first;
  }

  /** The same was said of a place by others, from a day on. */
  forget(place: PlaceId, day: number): void {
    this.#pasts.forget(place, day);
  }

  /** Last day up to `at` of which anything was known. */
  #newest({ units, until }: PlaceWeek, at: number): number {
    let row = units.firstOf(at + 1) - 1;
    while (row >= 0 && units.said(row) > until) row--;
    return row < 0 ? -Infinity : units.day(row);
  }
}
