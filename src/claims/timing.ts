import {
  dayNumber,
  impliedTime,
  supplied,
  unknownTime,
  type Day,
  type Modality,
  type Speech,
  type Time,
  type TimeMention,
} from '../domain/index.ts';
import { elapsedBefore, notAfter } from './elapsed.ts';
import { verbGroup } from './clause.ts';
import type { TextView } from './text-view.ts';

export interface Timing {
  readonly when: Time;
  /** The time lies well before the report, or the words put it there: told as background. */
  readonly past: boolean;
}

/** Days before publication from which a stated time is background and no longer news. */
const OLD = 45;

const VERBAL = /^(VERB|AUX)$/;

/** When the thing happened: a time that hangs on it, else the day it was told, by tense. */
export function timingOf(
  view: TextView,
  trigger: number,
  modality: Modality,
  speech: Speech | undefined,
): Timing {
  const published = supplied(view.reading.report.published);
  const elapsed = elapsedBefore(view, trigger);
  if (elapsed) return { when: elapsed, past: isOld(elapsed, published) };
  const mention = timeBefore(view, trigger) ?? timeAt(view, trigger) ?? headingTime(view, trigger);
  if (mention && mention.time.basis !== 'unknown') {
    const ahead = modality === 'planned' || modality === 'predicted' || modality === 'hypothetical';
    const when = ahead ? mention.time : notAfter(mention, published);
    return { when, past: isOld(mention.time, published) };
  }
  if (mention) return { when: mention.time, past: false };
  const past = speech === undefined && isPastPerfect(view, trigger) && !published;
  if (modality === 'hypothetical' || modality === 'planned' || modality === 'predicted')
    return { when: unknownTime('not said to have happened'), past: false };
  if (past) return { when: unknownTime('before something else in the text'), past };
  const said = speech?.said;
  if (said && said.basis !== 'unknown')
    return { when: impliedTime(said.start, said.end), past: false };
  if (published === undefined) return { when: unknownTime('the report has no date'), past: false };
  return { when: impliedTime(published), past: false };
}

const isOld = (time: Time, published: Day | undefined) =>
  time.basis === 'unknown' ||
  (published !== undefined && dayNumber(published) - dayNumber(time.end) > OLD);

/** "since 2016, when the city was overrun": the time that the clause is said of. */
function timeBefore(view: TextView, trigger: number): TimeMention | undefined {
  const when = view.children(trigger).find((child) => view.lemma(child) === 'when');
  if (when === undefined || when > trigger) return undefined;
  return view.time(view.tokens[when - 1]?.text === ',' ? when - 2 : when - 1);
}

/** "Aug. 6 - ZARANJ. The Taliban take over …": the day at the head of an item holds for all of it. */
function headingTime(view: TextView, trigger: number): TimeMention | undefined {
  const { sentences } = view.reading;
  const { form, paragraph } = sentences[view.token(trigger).sentence]!;
  if (form !== 'item') return undefined;
  const heading = sentences.find((sentence) => sentence.paragraph === paragraph)!;
  return view.time(heading.first);
}

function isPastPerfect(view: TextView, trigger: number) {
  return verbGroup(view, trigger).some((i) => view.token(i).text.toLowerCase() === 'had');
}

/** The time mention that belongs to the trigger, nearest in the tree, then nearest in the words. */
function timeAt(view: TextView, trigger: number): TimeMention | undefined {
  const { sentence } = view.token(trigger);
  const { first, last } = view.reading.sentences[sentence]!;
  const own = ownersOf(view, trigger);
  let best: TimeMention | undefined;
  let bestCost = 40;
  const seen = new Set<number>();
  for (let i = first; i < last; i++) {
    const mention = view.time(i);
    if (!mention || seen.has(mention.id)) continue;
    seen.add(mention.id);
    if (isAside(view, mention.head, trigger)) continue;
    const owner = clauseOf(view, mention.head, trigger);
    const distance = mention.first > trigger ? mention.first - trigger : trigger - mention.last;
    const cost = own.has(owner)
      ? distance / 4
      : owner === -1
        ? distance
        : adjacent(view, trigger, mention)
          ? distance + 4
          : 99;
    if (cost < bestCost) {
      best = mention;
      bestCost = cost;
    }
  }
  return best;
}

/** Tokens that count as the trigger's own clause: itself, the verb it depends on, its governors by xcomp. */
function ownersOf(view: TextView, trigger: number): ReadonlySet<number> {
  const own = new Set([trigger]);
  let node = trigger;
  for (let depth = 0; depth < 4; depth++) {
    const { deprel, head, upos } = view.token(node);
    if (head < 0) break;
    const nominal = !VERBAL.test(upos);
    if (!nominal && !/^(xcomp|conj)$/.test(deprel)) break;
    node = head;
    own.add(node);
  }
  return own;
}

/** "Daraa, cradle of the 2011 uprising,": what a name is called besides tells no time of what befell it. */
function isAside(view: TextView, token: number, trigger: number): boolean {
  let node = view.token(token).head;
  for (let depth = 0; depth < 6 && node >= 0 && node !== trigger; depth++) {
    const { deprel, head, upos } = view.token(node);
    if (VERBAL.test(upos)) return false;
    if (deprel === 'appos') return !isUnder(view, trigger, node);
    node = head;
  }
  return false;
}

function isUnder(view: TextView, token: number, top: number): boolean {
  for (let node = token, depth = 0; node >= 0 && depth < 12; depth++) {
    if (node === top) return true;
    node = view.token(node).head;
  }
  return false;
}

/** The first verb, or the trigger, above a time; -1 when there is none. */
function clauseOf(view: TextView, token: number, trigger: number): number {
  let node = token;
  for (let depth = 0; depth < 10; depth++) {
    const { head } = view.token(node);
    if (head < 0) return VERBAL.test(view.token(node).upos) ? node : -1;
    node = head;
    if (node === trigger || VERBAL.test(view.token(node).upos)) return node;
  }
  return -1;
}

/** No verb and no comma between the trigger and the time: the tree may have hung it elsewhere. */
function adjacent(view: TextView, trigger: number, mention: TimeMention): boolean {
  const [from, to] =
    mention.first > trigger ? [trigger + 1, mention.first] : [mention.last, trigger];
  if (to - from > 10) return false;
  for (let i = from; i < to; i++) {
    const { upos, text } = view.token(i);
    if (upos === 'VERB' || /^[,;:]$/.test(text)) return false;
  }
  return true;
}
