import type { StandingParameters } from '../parameters.ts';
import { sides, type Shares } from './step.ts';

/**
 * How readily the place comes into the hands of each holder, beside any other day, which is 1: day by
 * day, and those of one day side by side. It is 1 on all days that are not among them.
 */
export interface Rates {
  /** First day. */
  readonly from: number;
  readonly holders: number;
  readonly values: Float64Array;
}

/** Probability whose odds are so many times those of another. */
const times = (rate: number, chance: number) => (rate * chance) / (1 - chance + rate * chance);

/**
 * One day on which places come into the hands of each holder at a rate of their own, 1 being that of
 * any day. The odds of a change are multiplied by the rate, and whom it goes to is shared out by it;
 * at 1 for all it is the `Step` of any day. Set for one day after another.
 */
export class PacedStep {
  readonly #change: StandingParameters['change'];
  #holders = 0;
  /** By holder. */
  #rates = new Float64Array(0);
  /** By holder: chance of a loss to another, for one unit of rate of whom it goes to. */
  #losses = new Float64Array(0);
  /** By holder: chance to stay. */
  #stays = new Float64Array(0);
  /** As in `Step`; `ch` and `uh` for one unit of rate of whom it goes to. */
  #ch = 0;
  #uh = 0;
  #cc = 0;
  #cu = 0;
  #uc = 0;
  #uu = 0;
  #hc = 0;
  #hu = 0;

  constructor(change: StandingParameters['change']) {
    this.#change = change;
  }

  /** False where the day is as any other: then nothing is set. */
  set(pace: Rates | undefined, day: number, { hands, fights, silence }: Shares): boolean {
    if (!pace || !this.#take(pace, day)) return false;
    const change = this.#change;
    const n = this.#holders;
    const rates = this.#rates;
    let named = 0;
    for (let i = 0; i < n; i++) named += rates[i]!;
    const each = sides(n);
    // Who is not named comes at the rate of any day.
    const all = named + each - n;
    this.#ch = times(all / each, hands * change.contestedToHeld.value) / all;
    this.#uh = times(all / each, hands * change.unknownToHeld.value) / all;
    this.#cu = change.contestedToUnknown.value;
    this.#cc = silence * Math.max(0, 1 - named * this.#ch - this.#cu);
    const begins = fights * change.unknownToContested.value;
    this.#uc = silence * begins;
    this.#uu = 1 - named * this.#uh - begins;
    const attacked = fights * change.heldToContested.value;
    this.#hc = silence * attacked;
    this.#hu = change.heldToUnknown.value;
    this.#setLosses(named, hands * change.heldToOther.value);
    for (let i = 0; i < n; i++) {
      this.#stays[i] = 1 - this.#losses[i]! * (named - rates[i]!) - attacked - this.#hu;
    }
    return true;
  }

  #take({ from, holders, values }: Rates, day: number): boolean {
    const start = (day - from) * holders;
    if (start < 0 || start >= values.length) return false;
    if (this.#rates.length < holders) this.#reserve(holders);
    this.#holders = holders;
    let isAsAny = true;
    for (let i = 0; i < holders; i++) {
      const rate = values[start + i]!;
      this.#rates[i] = rate;
      isAsAny &&= rate === 1;
    }
    return !isAsAny;
  }

  #reserve(holders: number): void {
    this.#rates = new Float64Array(holders);
    this.#losses = new Float64Array(holders);
    this.#stays = new Float64Array(holders);
  }

  #setLosses(named: number, chance: number): void {
    const n = this.#holders;
    for (let i = 0; i < n; i++) {
      const rate = named - this.#rates[i]!;
      this.#losses[i] = n > 1 ? times(rate / (n - 1), chance) / rate : 0;
    }
  }

  /** Belief after the day, in place. */
  advance(vector: Float64Array): void {
    const rates = this.#rates;
    const n = this.#holders;
    const c = vector[n]!;
    const u = vector[n + 1]!;
    let held = 0;
    let gained = c * this.#ch + u * this.#uh;
    for (let i = 0; i < n; i++) {
      held += vector[i]!;
      gained += vector[i]! * this.#losses[i]!;
    }
    for (let i = 0; i < n; i++) {
      const own = vector[i]!;
      vector[i] = own * this.#stays[i]! + rates[i]! * (gained - own * this.#losses[i]!);
    }
    vector[n] = held * this.#hc + c * this.#cc + u * this.#uc;
    vector[n + 1] = held * this.#hu + c * this.#cu + u * this.#uu;
  }

  /** A message before the day, in place. */
  retreat(vector: Float64Array): void {
    const rates = this.#rates;
    const n = this.#holders;
    const c = vector[n]!;
    const u = vector[n + 1]!;
    let held = 0;
    for (let i = 0; i < n; i++) held += rates[i]! * vector[i]!;
    const alike = this.#hc * c + this.#hu * u;
    for (let i = 0; i < n; i++) {
      const own = vector[i]!;
      const lost = this.#losses[i]! * (held - rates[i]! * own);
      vector[i] = own * this.#stays[i]! + lost + alike;
    }
    vector[n] = held * this.#ch + c * this.#cc + u * this.#cu;
    vector[n + 1] = held * this.#uh + c * this.#uc + u * this.#uu;
  }
}
