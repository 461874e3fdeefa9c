import { holdersBefore, type Past } from '../standing/past.ts';
import type { Hearing } from '../standing/hearing.ts';
import { siegeSaid } from '../standing/siege.ts';
import { countedBy, gradeOfAll, originsOf, type Heard, type Teller } from '../standing/standing.ts';
import type { Units } from '../standing/units.ts';
import type { PastLimits, Period } from './pasts.ts';

/** What asks for a past, of which origins, and until which day of knowledge it shall hold. */
export interface Remembering extends Pick<Teller, 'parameters' | 'pin' | 'root'> {
  readonly until: number;
  /** Main origin of a report by number, as known at the end. */
  readonly rootAtLast: (text: number) => number;
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

/** What was heard of a place before a day, to go on from; undefined when the chain begins later. */
export function pastBefore(day: number, heard: Heard, asks: Remembering): Past | undefined {
  const { hearing, chain } = heard;
  const { units, past } = hearing;
  const next = chain.links.findIndex((link) => link.day >= day);
  const belief = chain.before(next < 0 ? chain.links.length : next);
  const counted = countedBy(hearing, day - 1);
  const last = counted.at(-1);
  const newest = last === undefined ? past?.newest : hearing.day(last);
  if (!belief || newest === undefined) return undefined;
  return {
    ...hearing.carriedTo(day),
    holders: holdersBefore(hearing, hearing.firstOf(day)),
    states: chain.states,
    belief: { day: belief.day, forward: belief.forward.slice() },
    siege: siegeSaid(hearing, day - 1, asks.parameters),
    newest,
    origins: originsOf(hearing, counted, asks),
    roots: rootsHeardAgain(day, units, rootsCounted(hearing, counted, asks), asks),
    grade: gradeOfAll(heard, counted, asks),
  };
}

function rootsCounted(
  { units, rows, past }: Hearing,
  counted: readonly number[],
  { root }: Remembering,
): ReadonlySet<number> {
  const roots = new Set(past?.roots);
  for (const at of counted) roots.add(root(units.text(rows[at]!)));
  return roots;
}

/** Those that reports known in the period may name again, each by itself or by what it draws on. */
function rootsHeardAgain(
  day: number,
  units: Units,
  before: ReadonlySet<number>,
  { rootAtLast, until }: Remembering,
): readonly number[] {
  const again = new Set<number>();
  for (let row = units.firstOf(day); row < units.count; row++) {
    if (units.said(row) > until) continue;
    const text = units.text(row);
    for (const root of [text, rootAtLast(text)]) if (before.has(root)) again.add(root);
  }
  return [...again];
}
