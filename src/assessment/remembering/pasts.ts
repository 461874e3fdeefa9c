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
  /** All of them together. */
  readonly most: number;
}

export const PAST_LIMITS: PastLimits = {
  back: [44, 28, 14],
  farBack: [254, 126, 62, 38, 26, 14],
  spared: 16,
  // Some 400 bytes each.
  most: 700_000,
};

/** What the remembered pasts of a place hold for. */
interface Holding {
  readonly version: number;
  /** Last day of knowledge for which they hold. */
  readonly until: number;
}

interface Kept extends Holding {
  /** Where they stand among those of the week. */
  start: number;
  readonly count: number;
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
  has(period: Period, learned: Learned, place: PlaceId, asked: Holding): boolean {
    return this.#kept(this.#week(period, learned), place, asked) !== undefined;
  }

  /** The last that is not after a day. */
  before(day: number, period: Period, learned: Learned, place: PlaceId): Past | undefined {
    const week = this.#week(period, learned);
    const kept = week?.places.get(place);
    return kept && week!.packed.before(kept.start, kept.count, day);
  }

  #kept(week: Week | undefined, place: PlaceId, asked: Holding): Kept | undefined {
    const kept = week?.places.get(place);
    return kept?.version === asked.version && kept.until >= asked.until ? kept : undefined;
  }

  #week({ since }: Period, learned: Learned): Week | undefined {
    const week = this.#weeks.get(since);
    return week?.learned === learned ? week : undefined;
  }

  /**
   * Notes that a place was asked about; whether it was before. What is asked once is made no quicker by
   * remembering, and after a late report every place of its week is asked about anew.
   */
  askedBefore(period: Period, learned: Learned, place: PlaceId): boolean {
    const { places } = this.#open(period, learned);
    if (places.has(place)) return true;
    places.set(place, undefined);
    return false;
  }

  keep(
    period: Period,
    learned: Learned,
    place: PlaceId,
    { pasts, version, until }: Holding & { readonly pasts: readonly Past[] },
  ): void {
    const week = this.#open(period, learned);
    const more = pasts.length - (week.places.get(place)?.count ?? 0);
    week.places.set(place, { version, until, start: week.packed.add(pasts), count: pasts.length });
    week.count += more;
    this.#count += more;
    if (week.packed.count > (1 + SLACK) * week.count + LEAST_SLACK) this.#repack(week);
    for (const oldest of this.#weeks.keys()) {
      if (this.#count <= this.limits.most || oldest === period.since) break;
      this.#forget(oldest);
    }
  }

  /** Makes it the one asked last. */
  #open(period: Period, learned: Learned): Week {
    const found = this.#week(period, learned);
    const week = found ?? {
      learned,
      packed: new PackedPasts(this.#registry),
      places: new Map(),
      count: 0,
    };
    if (found) this.#weeks.delete(period.since);
    else this.#forget(period.since);
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

  #forget(since: number): void {
    this.#count -= this.#weeks.get(since)?.count ?? 0;
    this.#weeks.delete(since);
  }
}
