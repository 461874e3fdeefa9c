import type { PlaceId } from '../../domain/index.ts';
import type { Learned } from '../reliability/learn.ts';
import type { Past } from '../standing/past.ts';
import type { Registry } from '../standing/registry.ts';
import { PackedPasts } from './packed-pasts.ts';

/** A run of days by which the same is believed of each source: one after the first, up to the last. */
export interface Period {
  readonly since: number;
  readonly until: number;
  /** Nothing was said after it: it is what most ask about, of any day. */
  readonly isNewest: boolean;
}

/** How much is remembered, and from when on. */
export interface PastLimits {
  /** Days before the week that is asked about. */
  readonly back: readonly number[];
  /** The same for the newest week: it is asked about days long before it. */
  readonly farBack: readonly number[];
  /** Rows that one spares: fewer are heard again as fast. */
  readonly spared: number;
  /** Rows of a place from which on it is remembered at once, as known now: whoever asks next would wait for it. */
  readonly atOnce: number;
  /** All of them together. */
  readonly most: number;
}

export const PAST_LIMITS: PastLimits = {
  back: [44, 28, 14],
  farBack: [254, 126, 62, 38, 26, 14],
  spared: 16,
  // A tenth of the claims are about places of so many, when few places are much in the news.
  atOnce: 1000,
  // Some 400 bytes each.
  most: 700_000,
};

/** What pasts of a place are of, and hold for. */
interface Held {
  readonly place: PlaceId;
  readonly period: Period;
  readonly learned: Learned;
  /** Told in the country before the week: with more of them the pace is another. */
  readonly gains: number;
  /** Last day of knowledge for which they hold. */
  readonly until: number;
}

interface Kept extends Pick<Held, 'gains' | 'until'> {
  /** Where they stand among those of the week. */
  start: number;
  readonly count: number;
  /** Day before which the last of them is. */
  readonly last: number;
}

interface Week {
  readonly learned: Learned;
  packed: PackedPasts;
  /** Undefined for places that were asked about once. */
  readonly places: Map<PlaceId, Kept | undefined>;
  /** Pasts that hold; others were replaced since. */
  count: number;
}

/** Of those replaced, so many for each that holds before the room is made free. */
const SLACK = 2;
const LEAST_SLACK = 1000;

/** What was heard of places before the weeks that were asked about; of those asked last. */
export class Pasts {
  readonly limits: PastLimits;
  readonly #registry: Registry;
  /** By the last day before each; the one asked last comes last. */
  readonly #weeks = new Map<number, Week>();
  #count = 0;

  constructor(limits: PastLimits, registry: Registry) {
    this.limits = limits;
    this.#registry = registry;
  }

  get isFull(): boolean {
    return this.#count >= this.limits.most;
  }

  /** Whether there is anything to go on from that holds for a question. */
  has(asked: Held): boolean {
    const kept = this.#week(asked)?.places.get(asked.place);
    return kept?.gains === asked.gains && kept.until >= asked.until;
  }

  /** The last that is not after a day. */
  before(day: number, asked: Held): Past | undefined {
    const week = this.#week(asked);
    const kept = week?.places.get(asked.place);
    return kept && week!.packed.before(kept.start, kept.count, day);
  }

  #week({ period, learned }: Held): Week | undefined {
    const week = this.#weeks.get(period.since);
    return week?.learned === learned ? week : undefined;
  }

  /** Notes that a place was asked about; whether it was before. */
  wasAsked(asked: Held): boolean {
    const { places } = this.#open(asked);
    if (places.has(asked.place)) return true;
    places.set(asked.place, undefined);
    return false;
  }

  keep(held: Held, pasts: readonly Past[]): void {
    const { place, gains, until, period } = held;
    const week = this.#open(held);
    this.#drop(week, place);
    const { length: count } = pasts;
    const last = pasts.at(-1)?.day ?? Infinity;
    week.places.set(place, { gains, until, start: week.packed.add(pasts), count, last });
    week.count += count;
    this.#count += count;
    if (week.packed.count > (1 + SLACK) * week.count + LEAST_SLACK) this.#repack(week);
    for (const oldest of this.#weeks.keys()) {
      if (this.#count <= this.limits.most || oldest === period.since) break;
      this.#forgetWeek(oldest);
    }
  }

  /** What holds for a day of knowledge and later ones holds no more. */
  forget(place: PlaceId, day: number): void {
    for (const week of this.#weeks.values()) {
      const kept = week.places.get(place);
      if (kept && kept.until >= day) this.#drop(week, place);
    }
  }

  /**
   * More was said of a place on a day. What was heard before the first day that bears on is as it was, if
   * it rests on what was said before: a later week's does not, since it goes by what was learned meanwhile.
   */
  hear(place: PlaceId, said: number, firstDay: () => number): void {
    for (const [since, week] of this.#weeks) {
      const kept = week.places.get(place);
      if (!kept || kept.until < said) continue;
      if (said <= since || kept.last > firstDay()) this.#drop(week, place);
    }
  }

  #drop(week: Week, place: PlaceId): void {
    const count = week.places.get(place)?.count ?? 0;
    week.count -= count;
    this.#count -= count;
    if (week.places.has(place)) week.places.set(place, undefined);
  }

  /** Makes it the one asked last. */
  #open(held: Held): Week {
    const { period, learned } = held;
    const found = this.#week(held);
    const week = found ?? {
      learned,
      packed: new PackedPasts(this.#registry),
      places: new Map(),
      count: 0,
    };
    if (found) this.#weeks.delete(period.since);
    else this.#forgetWeek(period.since);
    this.#weeks.set(period.since, week);
    return week;
  }

  #repack(week: Week): void {
    const packed = new PackedPasts(this.#registry);
    for (const kept of week.places.values()) {
      if (kept) kept.start = packed.take(week.packed, kept.start, kept.count);
    }
    week.packed = packed;
  }

  #forgetWeek(since: number): void {
    this.#count -= this.#weeks.get(since)?.count ?? 0;
    this.#weeks.delete(since);
  }
}
