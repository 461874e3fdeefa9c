import type { StandingParameters } from '../parameters.ts';
import { sides, type Shares } from './step.ts';

/**
 * How readily the place comes into the hands of each holder, beside any other day, which is 1: day by
 * day, and those of one day side by side, with their sum after them. It is 1 on all days that are not
 * among them.
 */
export interface Rates {
  /** First day. */
  readonly from: number;
  readonly holders: number;
  readonly values: Float64Array;
}

/** Probability whose odds are so many times those of another. */
const times = (rate: number, chance: number) => (rate * chance) / (1 - chance + rate * chance);

/** Chances of change on a day as any other, and of what is told of them: parameters and shares multiplied out. */
interface Chances {
  readonly contestedToHeld: number;
  readonly unknownToHeld: number;
  readonly contestedToUnknown: number;
  readonly heldToOther: number;
  readonly heldToUnknown: number;
  /** Fighting that begins where nobody was known to hold the place. */
  readonly begins: number;
  /** Fighting that begins where somebody held it. */
  readonly attacked: number;
  readonly silence: number;
}

export const chancesOf = (
  { hands, fights, silence }: Shares,
  change: StandingParameters['change'],
): Chances => ({
  contestedToHeld: hands * change.contestedToHeld.value,
  unknownToHeld: hands * change.unknownToHeld.value,
  contestedToUnknown: change.contestedToUnknown.value,
  heldToOther: hands * change.heldToOther.value,
  heldToUnknown: change.heldToUnknown.value,
  begins: fights * change.unknownToContested.value,
  attacked: fights * change.heldToContested.value,
  silence,
});

/** What a day brings each holder. */
interface HeldChances {
  holders: number;
  /** Rates of the holders, and where they begin. */
  rates: Float64Array;
  start: number;
  /** By holder: chance of a loss to another, for one unit of rate of whom it goes to. */
  losses: Float64Array;
  /** By holder: chance to stay. */
  stays: Float64Array;
}

/**
 * One day on which places come into the hands of each holder at a rate of their own, 1 being that of
 * any day. The odds of a change are multiplied by the rate, and whom it goes to is shared out by it;
 * at 1 for all it is the `Step` of any day. Set for one day after another: hundreds of thousands of
 * times for a map, so that nothing is made and nothing looked up in it.
 */
export class PacedStep {
  readonly #held: HeldChances = {
    holders: 0,
    rates: new Float64Array(0),
    start: 0,
    losses: new Float64Array(0),
    stays: new Float64Array(0),
  };
  /** As in `Step`; `ch` and `uh` for one unit of rate of whom it goes to. */
  #ch = 0;
  #uh = 0;
  #cc = 0;
  #cu = 0;
  #uc = 0;
  #uu = 0;
  #hc = 0;
  #hu = 0;

  /** False where the day is as any other: then nothing is set. */
  set(pace: Rates | undefined, day: number, chances: Chances): boolean {
    if (!pace) return false;
    const { values, holders: n, from } = pace;
    const start = (day - from) * (n + 1);
    if (start < 0 || start >= values.length) return false;
    const named = values[start + n]!;
    if (named === n) return false;
    this.#held.holders = n;
    this.#held.rates = values;
    this.#held.start = start;
    this.#setShared(named, chances);
    this.#setHolders(named, chances);
    return true;
  }

  #setShared(named: number, chances: Chances): void {
    const { contestedToHeld, unknownToHeld, contestedToUnknown, begins, silence } = chances;
    const n = this.#held.holders;
    const each = sides(n);
    // Who is not named comes at the rate of any day.
    const all = named + each - n;
    this.#ch = times(all / each, contestedToHeld) / all;
    this.#uh = times(all / each, unknownToHeld) / all;
    this.#cu = contestedToUnknown;
    this.#cc = silence * Math.max(0, 1 - named * this.#ch - contestedToUnknown);
    this.#uc = silence * begins;
    this.#uu = 1 - named * this.#uh - begins;
    this.#hc = silence * chances.attacked;
    this.#hu = chances.heldToUnknown;
  }

  #setHolders(named: number, { heldToOther, attacked, heldToUnknown }: Chances): void {
    if (this.#held.losses.length < this.#held.holders) this.#reserve();
    const { holders: n, rates, start, losses, stays } = this.#held;
    // Odds times the mean rate of the others, `times(rate / (n - 1), heldToOther) / rate`, in one division.
    const chance = n > 1 ? heldToOther / (n - 1) : 0;
    const rest = 1 - heldToOther;
    const stay = 1 - attacked - heldToUnknown;
    for (let i = 0; i < n; i++) {
      const others = named - rates[start + i]!;
      const loss = chance / (rest + others * chance);
      losses[i] = loss;
      stays[i] = stay - loss * others;
    }
  }

  #reserve(): void {
    this.#held.losses = new Float64Array(this.#held.holders);
    this.#held.stays = new Float64Array(this.#held.holders);
  }

  /** Belief after the day, in place. */
  advance(vector: Float64Array): void {
    const { holders: n, rates, start, losses, stays } = this.#held;
    const c = vector[n]!;
    const u = vector[n + 1]!;
    let held = 0;
    let gained = c * this.#ch + u * this.#uh;
    for (let i = 0; i < n; i++) {
      const own = vector[i]!;
      held += own;
      gained += own * losses[i]!;
    }
    for (let i = 0; i < n; i++) {
      const own = vector[i]!;
      vector[i] = own * stays[i]! + rates[start + i]! * (gained - own * losses[i]!);
    }
    vector[n] = held * this.#hc + c * this.#cc + u * this.#uc;
    vector[n + 1] = held * this.#hu + c * this.#cu + u * this.#uu;
  }

  /** A message before the day, in place. */
  retreat(vector: Float64Array): void {
    const { holders: n, rates, start, losses, stays } = this.#held;
    const c = vector[n]!;
    const u = vector[n + 1]!;
    let held = 0;
    for (let i = 0; i < n; i++) held += rates[start + i]! * vector[i]!;
    const alike = this.#hc * c + this.#hu * u;
    for (let i = 0; i < n; i++) {
      const own = vector[i]!;
      vector[i] = own * stays[i]! + losses[i]! * (held - rates[start + i]! * own) + alike;
    }
    vector[n] = held * this.#ch + c * this.#cc + u * this.#cu;
    vector[n + 1] = held * this.#uh + c * this.#uc + u * this.#uu;
  }
}
