import type { StandingParameters } from '../parameters.ts';

/**
 * Chances of change over some days, and of what is told meanwhile. All holders change alike, so ten numbers stand for a matrix of
 * any size, and a product with a vector costs its length: h holder, c contested, u unknown.
 */
export interface Step {
  /** Stays with the same holder. */
  readonly same: number;
  /** Goes to one given other holder. */
  readonly other: number;
  readonly hc: number;
  readonly hu: number;
  /** To one given holder. */
  readonly ch: number;
  readonly cc: number;
  readonly cu: number;
  readonly uh: number;
  readonly uc: number;
  readonly uu: number;
}

/** Which part of the changes of a day can have happened, by whether they were told of. */
export interface Shares {
  /** Of changes into a holder's hands. */
  readonly hands: number;
  /** Of fighting that begins. */
  readonly fights: number;
  /** Chance that fighting of that day is not told of, where none is; else 1. */
  readonly silence: number;
}

/** Whoever is named, somebody else is there: a fight has two sides, though news may name one. */
export const sides = (holders: number) => Math.max(2, holders);

/** One day: how likely each state is after it, and that no more than what was told would be. */
export function dailyStep(
  holders: number,
  { hands, fights, silence }: Shares,
  p: StandingParameters['change'],
): Step {
  const other = holders > 1 ? (hands * p.heldToOther.value) / (holders - 1) : 0;
  const hc = fights * p.heldToContested.value;
  const hu = p.heldToUnknown.value;
  const each = sides(holders);
  const ch = (hands * p.contestedToHeld.value) / each;
  const cu = p.contestedToUnknown.value;
  const uh = (hands * p.unknownToHeld.value) / each;
  const uc = fights * p.unknownToContested.value;
  return {
    same: 1 - other * (holders - 1) - hc - hu,
    other,
    hc: silence * hc,
    hu,
    ch,
    cc: silence * (1 - holders * ch - cu),
    cu,
    uh,
    uc: silence * uc,
    uu: 1 - holders * uh - uc,
  };
}

/** `first`, then `second`: the product of the two matrices. */
export function compose(holders: number, first: Step, second: Step): Step {
  const stay = second.same + (holders - 1) * second.other;
  const leave = first.same + (holders - 1) * first.other;
  const through = first.hc * second.ch + first.hu * second.uh;
  return {
    same: first.same * second.same + (holders - 1) * first.other * second.other + through,
    other:
      first.same * second.other +
      first.other * second.same +
      (holders - 2) * first.other * second.other +
      through,
    hc: leave * second.hc + first.hc * second.cc + first.hu * second.uc,
    hu: leave * second.hu + first.hc * second.cu + first.hu * second.uu,
    ch: first.ch * stay + first.cc * second.ch + first.cu * second.uh,
    cc: holders * first.ch * second.hc + first.cc * second.cc + first.cu * second.uc,
    cu: holders * first.ch * second.hu + first.cc * second.cu + first.cu * second.uu,
    uh: first.uh * stay + first.uc * second.ch + first.uu * second.uh,
    uc: holders * first.uh * second.hc + first.uc * second.cc + first.uu * second.uc,
    uu: holders * first.uh * second.hu + first.uc * second.cu + first.uu * second.uu,
  };
}

/** Belief after a step, in place: row vector times matrix. Holders first, contested, unknown. */
export function advance(step: Step, vector: Float64Array): void {
  const contested = vector.length - 2;
  const held = sumOfHolders(vector);
  const c = vector[contested]!;
  const u = vector[contested + 1]!;
  toHolders(vector, step, held * step.other + c * step.ch + u * step.uh);
  vector[contested] = held * step.hc + c * step.cc + u * step.uc;
  vector[contested + 1] = held * step.hu + c * step.cu + u * step.uu;
}

/** A message before a step, in place: matrix times column vector. */
export function retreat(step: Step, vector: Float64Array): void {
  const contested = vector.length - 2;
  const held = sumOfHolders(vector);
  const c = vector[contested]!;
  const u = vector[contested + 1]!;
  toHolders(vector, step, held * step.other + c * step.hc + u * step.hu);
  vector[contested] = held * step.ch + c * step.cc + u * step.cu;
  vector[contested + 1] = held * step.uh + c * step.uc + u * step.uu;
}

function sumOfHolders(vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length - 2; i++) sum += vector[i]!;
  return sum;
}

/** What each holder keeps of its own, and what all get alike. */
function toHolders(vector: Float64Array, { same, other }: Step, alike: number): void {
  for (let i = 0; i < vector.length - 2; i++) vector[i] = vector[i]! * (same - other) + alike;
}
