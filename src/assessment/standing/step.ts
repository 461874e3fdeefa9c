import type { StandingParameters } from '../parameters.ts';

/**
 * Chances of change over some days. All holders change alike, so ten numbers stand for a matrix of
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

/** One day. `share` of the changes into a holder's hands count. */
export function dailyStep(holders: number, share: number, p: StandingParameters['change']): Step {
  const other = holders > 1 ? (share * p.heldToOther.value) / (holders - 1) : 0;
  const hc = p.heldToContested.value;
  const hu = p.heldToUnknown.value;
  const each = Math.max(1, holders);
  const ch = (share * p.contestedToHeld.value) / each;
  const cu = p.contestedToUnknown.value;
  const uh = (share * p.unknownToHeld.value) / each;
  const uc = p.unknownToContested.value;
  return {
    same: 1 - other * (holders - 1) - hc - hu,
    other,
    hc,
    hu,
    ch,
    cc: 1 - holders * ch - cu,
    cu,
    uh,
    uc,
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
export function advance(step: Step, vector: Float64Array, at: number, holders: number): void {
  const contested = vector[at + holders]!;
  const unknown = vector[at + holders + 1]!;
  let held = 0;
  for (let i = at; i < at + holders; i++) held += vector[i]!;
  const into = held * step.other + contested * step.ch + unknown * step.uh;
  const kept = step.same - step.other;
  for (let i = at; i < at + holders; i++) vector[i] = vector[i]! * kept + into;
  vector[at + holders] = held * step.hc + contested * step.cc + unknown * step.uc;
  vector[at + holders + 1] = held * step.hu + contested * step.cu + unknown * step.uu;
}

/** A message before a step, in place: matrix times column vector. */
export function retreat(step: Step, vector: Float64Array, at: number, holders: number): void {
  const contested = vector[at + holders]!;
  const unknown = vector[at + holders + 1]!;
  let held = 0;
  for (let i = at; i < at + holders; i++) held += vector[i]!;
  const shared = held * step.other + contested * step.hc + unknown * step.hu;
  const kept = step.same - step.other;
  for (let i = at; i < at + holders; i++) vector[i] = vector[i]! * kept + shared;
  vector[at + holders] = held * step.ch + contested * step.cc + unknown * step.cu;
  vector[at + holders + 1] = held * step.uh + contested * step.uc + unknown * step.uu;
}
