import type { StandingParameters } from './parameters.ts';
import type { PlaceId } from '../domain/index.ts';
import type { Period } from './remembering/pasts.ts';
import type { Learned, Lesson, Parts, Start } from './reliability/learn.ts';
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
/** Weeks that one place more is added to without hearing all others again: late reports are of the last. */
const KEPT_PARTS = 3;
/** Pins tried beside those that hold, on either clock. */
const KEPT_PINS = 8;

/** With the pins that hold: made once, for it is looked up several times a place. */
const PLAIN: Readonly<Record<Clock, string>> = { said: 'said|', recorded: 'recorded|' };

interface Settled {
  readonly learned: Learned;
  /** Absent for weeks long past. */
  parts?: Parts | undefined;
  /** Places of which more was heard since. */
  readonly stale: Set<PlaceId>;
}

type Learn = (
  question: Settling,
  start: Start,
  only: Iterable<PlaceId> | undefined,
) => Generator<void, Lesson>;

/** Reliabilities as settled once a week, each week when it is first asked about or ahead of that. */
export class Settlements {
  readonly #learning: StandingParameters['learning'];
  readonly #learn: Learn;
  /** By clock and pins, then settling day; forgotten when a claim from before that day comes in. */
  readonly #learned = new Map<string, Map<number, Settled>>();
  readonly #news: Record<Clock, WeeksOfNews> = {
    said: new WeeksOfNews(),
    recorded: new WeeksOfNews(),
  };
  /** Changes with all that is believed. */
  #version = 0;
  #pins: Pins;

  constructor(learning: StandingParameters['learning'], pins: Pins, learn: Learn) {
    this.#learning = learning;
    this.#pins = pins;
    this.#learn = learn;
  }

  /** What was learned of sources from all that was known before the week of `known`. */
  of(known: number, clock: Clock, pins: Pins): Learned {
    return this.#settled({ clock, pins }, this.#weekOf(known, clock));
  }

  /** The days of knowledge up to a week's end that go by what was learned for `known`. */
  periodOf(known: number, clock: Clock): Period {
    const { day, number } = this.#weekOf(known, clock);
    const since = day - 1;
    const { last } = this.#news[clock];
    // Nothing was said later: what holds for its first day holds for any.
    const until =
      number > last ? Infinity : Math.max(known, since + this.#learning.everyDays.value);
    return { since, until, isNewest: number >= last };
  }

  #weekOf(known: number, clock: Clock): Week {
    // After a week without news there is nothing to settle anew.
    return this.#week(this.#news[clock].lastBefore(this.#numberOf(known)) + 1);
  }

  /** Last days of the weeks that are settled ahead, the newest first. */
  *lastDays(): Generator<number> {
    const { first, last } = this.#news.said;
    for (let number = last + 1; number > Math.max(first, last + 1 - KEPT_WEEKS); number--) {
      if (this.#news.said.has(number - 1)) yield this.#week(number + 1).day - 1;
    }
  }

  #settled(asked: Omit<Settling, 'limit'>, week: Week): Learned {
    const found = this.#settledWith(asked.clock, asked.pins).get(week.day);
    if (found?.stale.size === 0) return found.learned;
    return this.#note(asked, week, finished(this.#settle(asked, week)));
  }

  #note({ clock, pins }: Omit<Settling, 'limit'>, week: Week, { learned, parts }: Lesson): Learned {
    const settled = this.#settledWith(clock, pins);
    const one: Settled = { learned, parts, stale: new Set() };
    keep(settled, week.day, one, KEPT_WEEKS);
    const { day } = this.#week(this.#news[clock].last + 2 - KEPT_PARTS);
    for (const [until, one] of settled) if (until < day) one.parts = undefined;
    return learned;
  }

  pin(pins: Pins): void {
    this.#version++;
    this.#pins = pins;
    this.#learned.clear();
  }

  /** Something was said on a day of a place. */
  hear(clock: Clock, day: number, place: PlaceId): void {
    this.#news[clock].add(this.#numberOf(day));
    this.forget(clock, day, place);
  }

  /** What was settled from the news of a day of a place is settled anew. */
  forget(clock: Clock, day: number, place: PlaceId): void {
    this.#version++;
    for (const [key, settled] of this.#learned) {
      if (!key.startsWith(clock)) continue;
      for (const [until, { parts, stale }] of settled) {
        if (until <= day) continue;
        const { anew } = this.#week(this.#numberOf(until));
        const isStartGood = this.#week(anew).day <= day;
        if (parts && isStartGood) stale.add(place);
        else settled.delete(until);
      }
    }
  }

  /**
   * Settles the weeks that are not, the newest first, and stops after each place: what nobody waits
   * for is done while nobody asks. Another claim that comes in begins its week again.
   */
  *ahead(): Generator<void> {
    for (const week of this.#weeks()) {
      while (!this.#isSettled(week)) yield* this.#try(week);
    }
  }

  #isSettled(week: Week): boolean {
    return this.#settledWith('said', this.#pins).get(week.day)?.stale.size === 0;
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
    this.#note({ clock: 'said', pins }, week, step.value);
  }

  /** In the order of settling: of each run of weeks, the one that others start from comes first. */
  *#weeks(): Generator<Week> {
    const news = this.#news.said;
    const last = news.last + 1;
    const first = Math.max(news.first + 1, last - KEPT_WEEKS + 1);
    const every = this.#learning.anewEvery.value;
    for (let { anew } = this.#week(last); anew + every > first; anew -= every) {
      yield this.#week(anew);
      for (let number = Math.min(anew + every - 1, last); number > anew; number--) {
        if (number >= first && news.has(number - 1)) yield this.#week(number);
      }
    }
  }

  #numberOf(day: number): number {
    return Math.floor((day + MONDAY) / this.#learning.everyDays.value);
  }

  #week(number: number): Week {
    const { everyDays, anewEvery } = this.#learning;
    const anew = number - (number % anewEvery.value);
    return { number, anew, day: number * everyDays.value - MONDAY };
  }

  #settle({ clock, pins }: Omit<Settling, 'limit'>, week: Week): Generator<void, Lesson> {
    const question = { clock, pins, limit: week.day - 1 };
    if (week.number === week.anew) {
      const start = { from: new Map(), rounds: this.#learning.rounds.value };
      return this.#learn(question, start, undefined);
    }
    const from = this.#settled({ clock, pins }, this.#week(week.anew)).reliabilities;
    const before = this.#settledWith(clock, pins).get(week.day);
    const start = { from, rounds: 1, ...(before?.parts && { parts: before.parts }) };
    return this.#learn(question, start, before?.parts && [...before.stale]);
  }

  #settledWith(clock: Clock, pins: Pins): Map<number, Settled> {
    const key =
      pins === this.#pins
        ? PLAIN[clock]
        : `${clock}|${JSON.stringify([...pins].sort(([a], [b]) => (a < b ? -1 : 1)))}`;
    let settled = this.#learned.get(key);
    if (!settled) keep(this.#learned, key, (settled = new Map()), KEPT_PINS);
    return settled;
  }
}

/** Numbers of the weeks in which something was said. */
class WeeksOfNews {
  readonly #weeks = new Set<number>();
  first = Infinity;
  last = -Infinity;

  add(week: number): void {
    this.#weeks.add(week);
    this.first = Math.min(this.first, week);
    this.last = Math.max(this.last, week);
  }

  has(week: number): boolean {
    return this.#weeks.has(week);
  }

  /** The last before a week; one before all of them when there is none. */
  lastBefore(week: number): number {
    if (this.#weeks.size === 0) return week - 1;
    let found = Math.min(week - 1, this.last);
    while (found >= this.first && !this.#weeks.has(found)) found--;
    return Math.max(found, this.first - 1);
  }
}

function finished<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Puts one more in, and the oldest out when there are too many. */
function keep<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  const oldest = map.size >= most && !map.has(key) ? map.keys().next() : undefined;
  if (oldest && !oldest.done) map.delete(oldest.value);
  map.set(key, value);
}
