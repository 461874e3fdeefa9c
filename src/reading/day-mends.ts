import { hangsOn, type LooseTree } from './loose-tree.ts';
import type { WordTag } from './tagger.ts';

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const PART = /^(?:morning|afternoon|evening|night|noon|midday|midnight|dawn)$/i;
const BEFORE = /^(?:on|by|since|until|late|early|last)$/i;
const NEXT = /^(?:next|following|same)$/i;
const WITHIN = /^(?:compound|amod|flat|nmod:desc|nmod:unmarked|nmod|nummod|det)$/;

/**
 * "By Tuesday evening soldiers had", "On Tuesday Kyiv captured": no comma parts the day from who did it then; a day
 * is no name of troops or towns, and stands by itself before the verb.
 */
export function bindDays(
  words: readonly string[],
  tags: readonly WordTag[],
  tree: LooseTree,
): void {
  bindOvernight(words, tags, tree);
  for (let day = 1; day + 2 < words.length; day++) {
    const isNext = /^(?:day|morning|evening)$/.test(words[day]!) && NEXT.test(words[day - 1]!);
    if (!isNext && (!DAY.test(words[day]!) || !BEFORE.test(words[day - 1]!))) continue;
    const last = !isNext && PART.test(words[day + 1]!) ? day + 1 : day;
    if (!/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tags[last + 1]!.upos)) continue;
    bindDay(words, tags, tree, [day, last]);
  }
}

/** "Overnight government forces seized it": a time, and no quality of theirs. */
function bindOvernight(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  if (words[0] !== 'Overnight' || !/^(?:amod|compound)$/.test(labels[0]!)) return;
  const verb = heads[heads[0]!] ?? -1;
  if (tags[verb]?.upos !== 'VERB' || labels[heads[0]!] !== 'nsubj') return;
  heads[0] = verb;
  labels[0] = 'advmod';
}

function bindDay(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
  [day, last]: readonly [number, number],
): void {
  const doer = doerAfter({ heads, labels }, day, last);
  const verb = doer === undefined ? -1 : headOf({ heads, labels }, day, doer);
  if (doer === undefined || verb <= doer || tags[verb]?.upos !== 'VERB') return;
  if (hangsOn(heads, verb, day) || hangsOn(heads, verb, last)) return;
  const isPassive = words.some((_, i) => heads[i] === verb && labels[i] === 'aux:pass');
  // What hung on the day and stands behind it is the doer's.
  for (let i = last + 1; i < verb; i++)
    if (i !== doer && (heads[i] === day || heads[i] === last)) heads[i] = doer;
  for (let i = 0; i < day - 1; i++) if (heads[i] === doer && labels[i] === 'det') heads[i] = last;
  heads[day - 1] = last;
  labels[day - 1] = tags[day - 1]!.upos === 'ADP' ? 'case' : 'amod';
  heads[doer] = verb;
  labels[doer] = isPassive ? 'nsubj:pass' : 'nsubj';
  heads[last] = verb;
  labels[last] = 'obl';
  if (last !== day) {
    heads[day] = last;
    labels[day] = 'compound';
  }
}

/** The head of the name or noun that the tree has joined to the day before it. */
function doerAfter({ heads, labels }: LooseTree, day: number, last: number): number | undefined {
  // "Tuesday Kyiv": the name hangs on the day.
  for (let i = last + 1; i < heads.length && i <= last + 4; i++)
    if ((heads[i] === day || heads[i] === last) && WITHIN.test(labels[i]!)) return i;
  let at = day;
  for (let steps = 0; steps < 4 && WITHIN.test(labels[at]!) && heads[at]! >= 0; steps++)
    at = heads[at]!;
  return at > last ? at : undefined;
}

/** The verb that the day and the doer stand before. */
const headOf = ({ heads }: LooseTree, day: number, doer: number) =>
  heads[doer] === day || heads[doer]! < doer ? heads[day]! : heads[doer]!;

/** "the town, which they took on Tuesday": nothing is taken on; the day is when. */
export function bindDayAfter(words: readonly string[], { heads, labels }: LooseTree): void {
  for (let on = 1; on + 1 < words.length; on++) {
    if (words[on] !== 'on' || labels[on] !== 'compound:prt' || !DAY.test(words[on + 1]!)) continue;
    const verb = heads[on]!;
    if (heads[on + 1] !== verb) continue;
    heads[on] = on + 1;
    labels[on] = 'case';
    labels[on + 1] = 'obl';
  }
}

/** "since June 2014, when the army fled": how long the rest has been so, and no clause that the verb behind "when" ends. */
export function bindSince(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let since = 1; since + 3 < words.length; since++) {
    if (!/^(?:since|until)$/.test(words[since]!) || labels[since] !== 'mark') continue;
    const time = since + 1;
    const verb = heads[since]!;
    const when = words.indexOf('when', time);
    const above = heads[verb] ?? -1;
    if (when < 0 || when > time + 4 || words[when - 1] !== ',' || verb < when) continue;
    if (heads[time] !== verb || !/^(?:PROPN|NUM)$/.test(tags[time]!.upos)) continue;
    if (above < 0 || above > since) continue;
    heads[since] = time;
    labels[since] = 'case';
    heads[time] = above;
    labels[time] = 'obl';
    labels[verb] = 'advcl';
  }
}
