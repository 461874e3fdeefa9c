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
 * least as strongly as that there is fighting or a siege: then that is how it was taken.
 */
export function inItsDay(hearing: Hearing, from: number, to: number): void {
  const { units, codes, reliability } = hearing;
  const strength = (i: number) => units[i]!.base * units[i]!.about * reliability[i]!;
  const gains: { by: number; strength: number }[] = [];
  let fights = 0;
  for (let i = from; i < to; i++) {
    const { code, actor } = units[i]!;
    if (isFight(code)) fights += strength(i);
    if (code !== CODES.gain) continue;
    const gain = gains.find(({ by }) => by === actor);
    if (gain) gain.strength += strength(i);
    else gains.push({ by: actor, strength: strength(i) });
  }
  if (gains.length === 0) return;
  gains.sort((a, b) => b.strength - a.strength);
  const [first, second] = gains;
  const opposed = second !== undefined && second.strength >= first!.strength / 2;
  let had = first!.strength;
  for (let i = from; i < to; i++)
    if (units[i]!.code === CODES.hold && units[i]!.actor === first!.by) had += strength(i);
  const taken = !opposed && had >= fights;
  for (let i = from; i < to; i++) {
    if (opposed && codes[i] === CODES.gain) codes[i] = CODES.opposedGain;
    else if (taken && isFight(codes[i]!)) codes[i] = CODES.lastFight;
  }
}
