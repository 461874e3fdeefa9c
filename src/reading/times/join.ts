import type { Finding } from './rule.ts';

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  readonly finding: Finding;
}

const TO = /^ ?(?:to|until|till|through|-|–|—) ?$/;
const SAME = /^(?:,? ?(?:on )?(?:the )?(?:\()?|,? (?:at|around|about|by) (?:about |around )?)$/;

/** Joins neighbours into one time: "5 p.m. on Thursday", "Thursday, August 5", "Monday to Friday". */
export function joinTimes(found: readonly Found[], body: string): readonly Found[] {
  const joined: Found[] = [];
  for (const next of found) {
    const previous = joined.at(-1);
    const both = previous === undefined ? undefined : joinPair(previous, next, body);
    if (both === undefined) joined.push(next);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

function joinPair(left: Found, right: Found, body: string): Found | undefined {
  if (right.start - left.end > 16) return undefined;
  const gap = body.slice(left.end, right.start);
  const finding =
    TO.test(gap) || (gap === ' and ' && /between $/i.test(body.slice(left.start - 8, left.start)))
      ? range(left.finding, right.finding)
      : SAME.test(gap)
        ? sameDay(left.finding, right.finding)
        : undefined;
  if (finding === undefined) return undefined;
  const named = /^time\.of-day|weekday/.test(left.rule) ? right.rule : left.rule;
  return { ...left, end: right.end, last: right.last, rule: named, finding };
}

function range(from: Finding, to: Finding): Finding | undefined {
  if (from.basis === 'unknown' || to.basis === 'unknown') return undefined;
  if (from.grain === 'hour' || to.grain === 'hour')
    return from.grain === to.grain ? from : undefined;
  const weekdays = from.grain === 'weekday' && to.grain === 'weekday';
  const start = weekdays && from.start > to.end ? from.start - 7 : from.start;
  return start > to.end ? undefined : { ...to, start, end: to.end, grain: 'period' };
}

const FINENESS = { hour: 0, weekday: 1, day: 2, period: 3 };

/** Two descriptions of one day: the one that names it more fully says which. */
function sameDay(left: Finding, right: Finding): Finding | undefined {
  if (left.basis === 'unknown' || right.basis === 'unknown') return undefined;
  const [coarse, fine] =
    FINENESS[left.grain] < FINENESS[right.grain] ? [left, right] : [right, left];
  if (coarse.grain === fine.grain) return undefined;
  if (fine.grain === 'period' && coarse.grain !== 'hour') return weekdayWithin(coarse, fine);
  return fine.grain === 'period' && fine.end - fine.start > 1 ? undefined : fine;
}

/** "Thursday last week": that day of that week. */
function weekdayWithin(day: Finding, week: Finding): Finding | undefined {
  if (day.basis === 'unknown' || week.basis === 'unknown' || day.grain !== 'weekday')
    return undefined;
  if (week.end - week.start !== 6) return undefined;
  const value = week.start + ((((day.start - week.start) % 7) + 7) % 7);
  return { ...day, start: value, end: value };
}

/** "since May" and "since this month" run to publication, "until August 31" and "by Friday" run from it when they lie ahead. */
export function direct(found: Found, before: string, published: number | undefined): Found {
  const { finding } = found;
  if (published === undefined || finding.basis === 'unknown') return found;
  const { start, end } = finding;
  if (before === 'since' && start <= published)
    return { ...found, finding: { ...finding, end: published } };
  if (/^(?:until|till|by|through)$/.test(before) && end > published)
    return { ...found, finding: { ...finding, start: Math.min(published, end) } };
  return found;
}
