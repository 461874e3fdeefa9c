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
export function inItsDay(hearing: Hearing, from: number, to: number): void {
  const { actors, codes } = hearing;
  setAsideFormer(hearing, from, to);
  const day = told(hearing, from, to);
  const [first, second] = day.takers;
  const opposed = second !== undefined && second.strength >= first!.strength / 2;
  const taken = first !== undefined && !opposed && first.strength >= day.fights;
  const left = first === undefined && day.leaves > 0 && day.leaves >= day.fights;
  for (let i = from; i < to; i++) {
    if (opposed && codes[i] === CODES.gain) codes[i] = CODES.opposedGain;
    else if (!isFight(codes[i]!)) continue;
    else if (taken) codes[i] = CODES.lastFight;
    else if (left && !day.leavers.includes(actors[i]!)) codes[i] = CODES.afterLeave;
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

interface Side {
  readonly by: number;
  strength: number;
}

/** How strongly each thing is said of a day: who took it, with who has it now, strongest first. */
function told(hearing: Hearing, from: number, to: number) {
  const { actors, codes, trust, about } = hearing;
  const gains: Side[] = [];
  const holds: Side[] = [];
  const leavers: number[] = [];
  let fights = 0;
  let leaves = 0;
  for (let i = from; i < to; i++) {
    const actor = actors[i]!;
    const strength = trust[i]! * about[i]!;
    if (strength === 0) continue;
    const code = codes[i]!;
    if (isFight(code)) fights += strength;
    else if (code === CODES.gain) add(gains, actor, strength);
    else if (code === CODES.hold) add(holds, actor, strength);
    else if (code === CODES.leave) {
      leaves += strength;
      if (!leavers.includes(actor)) leavers.push(actor);
    }
  }
  for (const gain of gains) gain.strength += holds.find(({ by }) => by === gain.by)?.strength ?? 0;
  const takers = gains.sort((a, b) => b.strength - a.strength);
  return { takers, leavers, leaves, fights };
}

function add(sides: Side[], by: number, strength: number): void {
  const side = sides.find((each) => each.by === by);
  if (side) side.strength += strength;
  else sides.push({ by, strength });
}
