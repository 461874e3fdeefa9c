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
 * one stray claim against many is none. One side is, at least as strongly as that there is fighting
 * or a siege: then that is how it was taken.
 */
export function inItsDay(hearing: Hearing, from: number, to: number): void {
  const { units, codes, reliability } = hearing;
  const gains: { by: number; strength: number }[] = [];
  let fights = 0;
  for (let i = from; i < to; i++) {
    const { code, base, about, actor } = units[i]!;
    if (code !== CODES.gain && !isFight(code)) continue;
    const strength = base * about * reliability[i]!;
    if (isFight(code)) fights += strength;
    else {
      const gain = gains.find(({ by }) => by === actor);
      if (gain) gain.strength += strength;
      else gains.push({ by: actor, strength });
    }
  }
  if (gains.length === 0) return;
  gains.sort((a, b) => b.strength - a.strength);
  const first = gains[0]!.strength;
  const opposed = gains.length > 1 && gains[1]!.strength >= first / 2;
  const taken = !opposed && first >= fights;
  for (let i = from; i < to; i++) {
    if (opposed && codes[i] === CODES.gain) codes[i] = CODES.opposedGain;
    else if (taken && isFight(codes[i]!)) codes[i] = CODES.lastFight;
  }
}
