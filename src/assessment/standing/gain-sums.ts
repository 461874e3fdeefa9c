import type { ToldGain } from './pace.ts';

interface Sums {
  from: number;
  days: Float64Array;
}

/** A billionth: sums of such parts are exact, so that taking one away leaves what was there before. */
const PART = 2 ** 30;

export const rounded = (belief: number): number => Math.round(belief * PART) / PART;

const EXTRA_DAYS = 64;

/** By actor, for each day: how far the gains told in the days before it are believed, added up. */
export class GainSums {
  readonly #window: number;
  readonly #byActor = new Map<number, Sums>();

  /** @param window for how many days a gain counts after the day it was told */
  constructor(window: number) {
    this.#window = window;
  }

  of(actor: number): Readonly<Sums> | undefined {
    return this.#byActor.get(actor);
  }

  add(gains: readonly ToldGain[]): void {
    for (const { actor, day, belief } of gains) this.#count(actor, day, belief);
  }

  take(gains: readonly ToldGain[]): void {
    for (const { actor, day, belief } of gains) this.#count(actor, day, -belief);
  }

  #count(actor: number, day: number, belief: number): void {
    const { from, days } = this.#room(actor, day + 1, day + this.#window);
    for (let i = 1; i <= this.#window; i++) days[day + i - from]! += belief;
  }

  #room(actor: number, first: number, last: number): Sums {
    let sums = this.#byActor.get(actor);
    if (!sums) {
      sums = { from: first, days: new Float64Array(last - first + EXTRA_DAYS) };
      this.#byActor.set(actor, sums);
    }
    const { from, days } = sums;
    if (first >= from && last < from + days.length) return sums;
    const start = Math.min(from, first);
    const end = Math.max(from + days.length, last + 1);
    const wider = new Float64Array(end - start + EXTRA_DAYS);
    wider.set(days, from - start);
    sums.from = start;
    sums.days = wider;
    return sums;
  }
}
