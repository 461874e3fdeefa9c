import { POINTINGS, type Pointing } from '../parameters.ts';
import type { Hearing } from './hearing.ts';

/** Pointings as small numbers: positions in `POINTINGS`. */
export const CODES = Object.fromEntries(POINTINGS.map((name, i) => [name, i])) as Readonly<
  Record<Pointing, number>
>;

const isFight = (code: number) => code === CODES.fight || code === CODES.siege;

/**
 * What is said of a day, in the light of all that is said of it. Two sides are said to have taken the
 * place, and the weaker telling is at least half as strong: a takeover of under a day is a clash, and
 * one stray claim against many is none. One side is said to have taken it, or to have it by now, at
 * least as strongly as that there is fighting or a siege: then that is how it was taken. Where nobody
 * is said to have taken it, but one side to have left, those who fight for it have it, as a rule.
 */
export class InItsDay {
  readonly #gains = new Sides();
  readonly #holds = new Sides();
  readonly #leaves = new Sides();
  #fights = 0;

  hear(hearing: Hearing, from: number, to: number): void {
    const { actors, codes } = hearing;
    setAsideFormer(hearing, from, to);
    this.#add(hearing, from, to);
    const { first, second } = this.#gains.strongest();
    const leaves = this.#leaves.sum();
    const opposed = second > 0 && second >= first / 2;
    const taken = first > 0 && !opposed && first >= this.#fights;
    const left = first === 0 && leaves > 0 && leaves >= this.#fights;
    if (!opposed && !taken && !left) return;
    for (let i = from; i < to; i++) {
      if (opposed && codes[i] === CODES.gain) codes[i] = CODES.opposedGain;
      else if (!isFight(codes[i]!)) continue;
      else if (taken) codes[i] = CODES.lastFight;
      else if (left && !this.#leaves.has(actors[i]!)) codes[i] = CODES.afterLeave;
    }
  }

  /** How strongly each thing is said of the day; who took it, with who has it now. */
  #add({ actors, codes, trust, about }: Hearing, from: number, to: number): void {
    const [gains, holds, leaves] = [this.#gains, this.#holds, this.#leaves];
    gains.count = holds.count = leaves.count = this.#fights = 0;
    for (let i = from; i < to; i++) {
      const strength = trust[i]! * about[i]!;
      if (strength === 0) continue;
      const code = codes[i]!;
      if (isFight(code)) this.#fights += strength;
      else if (code === CODES.gain) gains.add(actors[i]!, strength);
      else if (code === CODES.hold) holds.add(actors[i]!, strength);
      else if (code === CODES.leave) leaves.add(actors[i]!, strength);
    }
    gains.addTo(holds);
  }
}

/** Strengths by side, used again for the next day: lists of its own would cost more than what is in them. */
class Sides {
  readonly #by: number[] = [];
  readonly #strengths: number[] = [];
  count = 0;

  #find(by: number): number {
    for (let i = 0; i < this.count; i++) if (this.#by[i] === by) return i;
    return -1;
  }

  has(by: number): boolean {
    return this.#find(by) >= 0;
  }

  add(by: number, strength: number): void {
    const at = this.#find(by);
    if (at >= 0) this.#strengths[at]! += strength;
    else {
      this.#by[this.count] = by;
      this.#strengths[this.count++] = strength;
    }
  }

  /** What others have of the sides that are here. */
  addTo(others: Sides): void {
    for (let i = 0; i < this.count; i++) {
      const at = others.#find(this.#by[i]!);
      if (at >= 0) this.#strengths[i]! += others.#strengths[at]!;
    }
  }

  sum(): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) sum += this.#strengths[i]!;
    return sum;
  }

  /** Of two sides; 0 where there are fewer. */
  strongest(): { readonly first: number; readonly second: number } {
    let [first, second] = [0, 0];
    for (let i = 0; i < this.count; i++) {
      const strength = this.#strengths[i]!;
      if (strength > first) [first, second] = [strength, first];
      else if (strength > second) second = strength;
    }
    return { first, second };
  }
}

/**
 * "Left the city, which it had captured early in the war": of what one text tells of one side and
 * day the leaving came last, and the capture says nothing of that day. Not when the enemy tells of
 * the leaving: then two words stand against each other.
 */
function setAsideFormer(hearing: Hearing, from: number, to: number): void {
  const { units, rows, actors, codes, about } = hearing;
  for (let leave = from; leave < to; leave++) {
    const row = rows[leave]!;
    if (codes[leave] !== CODES.leave || units.isSlanted(row)) continue;
    for (let i = from; i < to; i++) {
      if (codes[i] !== CODES.gain || actors[i] !== actors[leave]) continue;
      if (units.text(rows[i]!) === units.text(row)) about[i] = 0;
    }
  }
}

/** Said of the place once, but no longer so on the day. */
export const isFormer = ({ trust, about }: { readonly trust: number; readonly about: number }) =>
  trust > 0 && about === 0;
