import { countWhile, type PlaceId } from '../../domain/index.ts';
import type { StandingParameters } from '../parameters.ts';
import type { GainSums } from './gain-sums.ts';
import type { Rates } from './paced-step.ts';

/** A gain of a side at a place, on the day it was told: by how much more it was believed than before. */
export interface ToldGain {
  readonly actor: number;
  readonly day: number;
  readonly belief: number;
}

/** The gains told in one country. A spot is a place and what lies in it. */
export interface ToldGains {
  /** In the order of their days. */
  readonly bySpot: ReadonlyMap<PlaceId, readonly ToldGain[]>;
  readonly sums: GainSums;
}

/** Days, both included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface PaceSetting {
  readonly room: Room;
  readonly parameters: StandingParameters['pace'];
}

/** Numbers that are used again for the next place: arrays of their own would cost more than what is in them. */
export class Room {
  #values = new Float64Array(0);

  /** So many, with whatever was in them before. */
  take(size: number): Float64Array {
    if (this.#values.length < size) this.#values = new Float64Array(2 * size);
    return this.#values.subarray(0, size);
  }
}

const NONE: readonly ToldGain[] = [];

/**
 * How readily one place comes into the hands of each side on a day, beside any other day. What falls
 * makes more fall: the odds grow with the places of the country that were told, in the days before,
 * to have come into the same hands. It is a self-exciting process (Hawkes 1971) whose rate has a
 * gamma prior, so that without news it is the rate of any day. Nothing told on the day itself or
 * later counts, nor of the place itself.
 */
export class Pace {
  readonly #spot: PlaceId;
  readonly #gains: ToldGains;
  readonly #own: readonly ToldGain[];
  readonly #room: Room;
  readonly #parameters: StandingParameters['pace'];

  constructor(spot: PlaceId, gains: ToldGains, { room, parameters }: PaceSetting) {
    this.#spot = spot;
    this.#gains = gains;
    this.#own = gains.bySpot.get(spot) ?? NONE;
    this.#room = room;
    this.#parameters = parameters;
  }

  /** Rates of some holders, by the number of the actor, on the days from one to another; good until the next are asked for. */
  among(holders: readonly number[], { from, to }: Span): Rates {
    const n = holders.length;
    const width = n + 1;
    const values = this.#room.take(Math.max(0, to - from + 1) * width).fill(1);
    for (let sum = n; sum < values.length; sum += width) values[sum] = n;
    const double = this.#parameters.double.value;
    for (let i = 0; i < n; i++) {
      const sums = this.#gains.sums.of(holders[i]!);
      if (!sums) continue;
      const { days } = sums;
      const last = Math.min(to, sums.from + days.length - 1);
      const first = Math.max(from, sums.from);
      const step = n - i;
      for (let day = first, at = (first - from) * width + i; day <= last; day++, at += width) {
        const more = days[day - sums.from]! / double;
        values[at] = 1 + more;
        values[at + step]! += more;
      }
    }
    this.#leaveOutOwn(values, holders, { from, to });
    return { from, holders: n, values };
  }

  #leaveOutOwn(values: Float64Array, holders: readonly number[], { from, to }: Span): void {
    const n = holders.length;
    const { days, double } = this.#parameters;
    for (let next = this.#firstOwn(from); next < this.#own.length; next++) {
      const { actor, day, belief } = this.#own[next]!;
      if (day >= to) break;
      const i = holders.indexOf(actor);
      if (i < 0) continue;
      const less = belief / double.value;
      const last = Math.min(to, day + days.value);
      for (let on = Math.max(from, day + 1); on <= last; on++) {
        const start = (on - from) * (n + 1);
        values[start + i]! -= less;
        values[start + n]! -= less;
      }
    }
  }

  #rate(gains: number): number {
    return 1 + gains / this.#parameters.double.value;
  }

  /** By how much the odds are multiplied: the mean of the rate given what was told, beside that of no news. */
  rate(actor: number, day: number): number {
    const sums = this.#gains.sums.of(actor);
    let sum = sums?.days[day - sums.from] ?? 0;
    if (sum === 0) return 1;
    for (let next = this.#firstOwn(day); next < this.#own.length; next++) {
      const gain = this.#own[next]!;
      if (gain.day >= day) break;
      if (gain.actor === actor) sum -= gain.belief;
    }
    return this.#rate(Math.max(0, sum));
  }

  /** Where those of its own gains begin that count on a day or later: they stand in the order of the telling. */
  #firstOwn(day: number): number {
    const first = day - this.#parameters.days.value;
    return countWhile(this.#own.length, (index) => this.#own[index]!.day < first);
  }

  /** The rate, and how many other places make it; undefined where it is that of any day. */
  told(actor: number, day: number): { readonly places: number; readonly rate: number } | undefined {
    const rate = this.rate(actor, day);
    if (rate === 1) return undefined;
    let places = 0;
    for (const [spot, gains] of this.#gains.bySpot) {
      if (spot === this.#spot) continue;
      if (gains.some((gain) => this.#counts(gain, actor, day))) places++;
    }
    return { places, rate };
  }

  #counts(gain: ToldGain, actor: number, day: number): boolean {
    const age = day - gain.day;
    return gain.actor === actor && age > 0 && age <= this.#parameters.days.value;
  }
}
