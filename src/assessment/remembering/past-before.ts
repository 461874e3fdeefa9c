import { holdersBefore, type Past } from '../standing/past.ts';
import type { Met } from '../standing/met.ts';
import { siegeSaid } from '../standing/siege.ts';
import { bestGrade, countedBy, type Heard, type Teller } from '../standing/standing.ts';
import type { Units } from '../standing/units.ts';
import type { PastLimits, Period } from './pasts.ts';

/** What asks for a past of a place heard from its first day on, of which origins, and until which day of knowledge it shall hold. */
export interface Remembering extends Pick<Teller, 'parameters' | 'pin' | 'root'> {
  readonly until: number;
  /** Main origin of a report by number, as known at the end. */
  readonly rootAtLast: (text: number) => number;
  /** For the roots that count: used up. */
  readonly met: Met;
}

/** Days before which what was heard of a place can be remembered, rising: nothing said of them comes in the period. */
export function daysOfPasts(
  units: Units,
  { since, until, isNewest }: Period,
  limits: PastLimits,
  changesIn: (text: number, from: number, until: number) => boolean,
): readonly number[] {
  const { back, farBack, spared } = limits;
  const days = (isNewest ? farBack : back).map((each) => since + 1 - each);
  const rows = days.map((day) => units.firstOf(day));
  let safe = Infinity;
  for (let row = 0; row < units.count; row++) {
    const said = units.said(row);
    if (said > until) continue;
    if (said <= since && !changesIn(units.text(row), since, until)) continue;
    safe = units.day(row);
    break;
  }
  let heard = 0;
  return days.filter((day, i) => {
    if (day > safe || rows[i]! - heard < spared) return false;
    heard = rows[i]!;
    return true;
  });
}

/** What was heard of a place before some days, rising, to go on from: before those that have evidence before them. */
export function pastsBefore(days: readonly number[], heard: Heard, asks: Remembering): Past[] {
  const { hearing } = heard;
  const counted = countedBy(hearing, (days.at(-1) ?? -Infinity) - 1);
  const tally = { roots: asks.met.reset(), grade: 'F' as Past['grade'], next: 0 };
  return days.flatMap((day) => {
    const first = tally.next;
    while (tally.next < counted.length && hearing.day(counted[tally.next]!) < day) {
      const row = hearing.rows[counted[tally.next++]!]!;
      tally.roots.meet(asks.root(hearing.units.text(row)));
    }
    const grade = bestGrade(hearing, counted.slice(first, tally.next), asks);
    if (grade < tally.grade) tally.grade = grade;
    const last = counted[tally.next - 1];
    return last === undefined ? [] : (pastBefore(day, heard, { ...asks, last, ...tally }) ?? []);
  });
}

/** Of the witnesses before a day who count. */
interface Tally {
  /** Where the last of them stands. */
  readonly last: number;
  readonly roots: Met;
  readonly grade: Past['grade'];
}

function pastBefore(day: number, heard: Heard, asks: Remembering & Tally): Past | undefined {
  const { hearing, chain } = heard;
  const next = chain.links.findIndex((link) => link.day >= day);
  const belief = chain.before(next < 0 ? chain.links.length : next);
  if (!belief) return undefined;
  return {
    ...hearing.carriedTo(day),
    holders: holdersBefore(hearing, hearing.firstOf(day)),
    states: chain.states,
    belief: { day: belief.day, forward: belief.forward.slice() },
    siege: siegeSaid(hearing, day - 1, asks.parameters),
    newest: hearing.day(asks.last),
    origins: asks.roots.count,
    roots: rootsHeardAgain(day, hearing.units, asks),
    grade: asks.grade,
  };
}

/** Those that reports known in the period may name again, each by itself or by what it draws on. */
function rootsHeardAgain(
  day: number,
  units: Units,
  { roots, rootAtLast, until }: Remembering & Tally,
): readonly number[] {
  const again = new Set<number>();
  for (let row = units.firstOf(day); row < units.count; row++) {
    if (units.said(row) > until) continue;
    const text = units.text(row);
    for (const root of [text, rootAtLast(text)]) if (roots.has(root)) again.add(root);
  }
  return [...again];
}
