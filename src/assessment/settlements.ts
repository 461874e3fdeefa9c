import type { StandingParameters } from './parameters.ts';
import type { Learned, Start } from './reliability/learn.ts';
import type { AsOf, Pins } from './types.ts';

export type Clock = NonNullable<AsOf['clock']>;

/** What is learned for one settling: from all that was known up to a day, by a clock, with pins. */
export interface Settling {
  readonly limit: number;
  readonly clock: Clock;
  readonly pins: Pins;
}

/** A week by its number, the one its learning starts from, and its first day. */
interface Week {
  readonly number: number;
  readonly anew: number;
  readonly day: number;
}

/** 1970-01-01 was a Thursday: three days after this, weeks begin on Mondays. */
const MONDAY = 3;
/** Settled weeks kept: two years of them. */
const KEPT_WEEKS = 104;
/** Pins tried beside those that hold, on either clock. */
const KEPT_PINS = 8;

/** Reliabilities as settled once a week, each week when it is first asked about or ahead of that. */
export class Settlements {
  readonly #learning: StandingParameters['learning'];
  readonly #learn: (question: Settling, start: Start) => Generator<void, Learned>;
  /** By clock and pins, then settling day; forgotten when a claim from before that day comes in. */
  readonly #learned = new Map<string, Map<number, Learned>>();
  /** Changes with all that is believed. */
  #version = 0;
  #pins: Pins;

  constructor(
    learning: StandingParameters['learning'],
    pins: Pins,
    learn: (question: Settling, start: Start) => Generator<void, Learned>,
  ) {
    this.#learning = learning;
    this.#pins = pins;
    this.#learn = learn;
  }

  /** What was learned of sources from all that was known before the week of `known`. */
  of(known: number, clock: Clock, pins: Pins): Learned {
    const week = this.#weekOf(known);
    const settled = this.#settledWith(clock, pins);
    let learned = settled.get(week.day);
    if (!learned) {
      learned = finished(this.#settle({ clock, pins }, week));
      keep(settled, week.day, learned, KEPT_WEEKS);
    }
    return learned;
  }

  pin(pins: Pins): void {
    this.#version++;
    this.#pins = pins;
    this.#learned.clear();
  }

  /** What was settled from the news of a day is settled anew. */
  forget(clock: Clock, day: number): void {
    this.#version++;
    for (const [key, settled] of this.#learned) {
      if (!key.startsWith(clock)) continue;
      for (const until of settled.keys()) if (until > day) settled.delete(until);
    }
  }

  /**
   * Settles the weeks of a span that are not, the newest first, and stops after each place: what
   * nobody waits for is done while nobody asks. Another claim that comes in begins its week again.
   */
  *ahead(span: { readonly first: number; readonly last: number }): Generator<void> {
    for (const week of this.#weeks(span)) {
      while (!this.#settledWith('said', this.#pins).has(week.day)) yield* this.#try(week);
    }
  }

  /** Settles a week unless something comes in meanwhile. */
  *#try(week: Week): Generator<void> {
    const [version, pins] = [this.#version, this.#pins];
    const steps = this.#settle({ clock: 'said', pins }, week);
    let step = steps.next();
    while (!step.done) {
      yield;
      if (version !== this.#version) return;
      step = steps.next();
    }
    keep(this.#settledWith('said', pins), week.day, step.value, KEPT_WEEKS);
  }

  /** In the order of settling: of each run of weeks, the one that others start from comes first. */
  *#weeks(span: { readonly first: number; readonly last: number }): Generator<Week> {
    if (span.first > span.last) return;
    const { everyDays, anewEvery } = this.#learning;
    const last = this.#weekOf(span.last);
    const first = Math.max(this.#weekOf(span.first).number, last.number - KEPT_WEEKS + 1);
    for (let { anew } = last; anew + anewEvery.value > first; anew -= anewEvery.value) {
      const newest = Math.min(anew + anewEvery.value - 1, last.number);
      yield this.#weekOf(anew * everyDays.value - MONDAY);
      for (let number = newest; number > anew && number >= first; number--) {
        yield this.#weekOf(number * everyDays.value - MONDAY);
      }
    }
  }

  #weekOf(known: number): Week {
    const { everyDays, anewEvery } = this.#learning;
    const number = Math.floor((known + MONDAY) / everyDays.value);
    const anew = number - (number % anewEvery.value);
    return { number, anew, day: number * everyDays.value - MONDAY };
  }

  #settle({ clock, pins }: Omit<Settling, 'limit'>, week: Week): Generator<void, Learned> {
    const { rounds, everyDays } = this.#learning;
    const question = { clock, pins, limit: week.day - 1 };
    if (week.number === week.anew) {
      return this.#learn(question, { from: new Map(), rounds: rounds.value });
    }
    const from = this.of(week.anew * everyDays.value - MONDAY, clock, pins).reliabilities;
    return this.#learn(question, { from, rounds: 1 });
  }

  #settledWith(clock: Clock, pins: Pins): Map<number, Learned> {
    const other =
      pins === this.#pins ? '' : JSON.stringify([...pins].sort(([a], [b]) => (a < b ? -1 : 1)));
    const key = `${clock}|${other}`;
    let settled = this.#learned.get(key);
    if (!settled) keep(this.#learned, key, (settled = new Map()), KEPT_PINS);
    return settled;
  }
}

function finished<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Puts one more in, and the oldest out when there are too many. */
function keep<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  const oldest = map.size >= most ? map.keys().next() : undefined;
  if (oldest && !oldest.done) map.delete(oldest.value);
  map.set(key, value);
}
