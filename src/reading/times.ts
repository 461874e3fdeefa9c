import {
  dayNumber,
  type ParsedText,
  statedTime,
  supplied,
  type Time,
  unknownTime,
} from '../domain/index.ts';
import type { TimeDraft } from './drafts.ts';
import { toDay, type Period } from './times/calendar.ts';
import { direct, type Found, joinTimes } from './times/join.ts';
import { outlookAt } from './times/outlook.ts';
import type { Finding, TimeContext, TimeRule } from './times/rule.ts';
import { TIME_RULES } from './times/rules.ts';

/** Rules by the word that can open them. */
const BY_WORD: ReadonlyMap<string, readonly TimeRule[]> = indexRules(TIME_RULES);

function indexRules(rules: readonly TimeRule[]) {
  const index = new Map<string, TimeRule[]>();
  for (const rule of rules)
    for (const word of rule.words) index.set(word, [...(index.get(word) ?? []), rule]);
  return index;
}

/** How many sentences back a day in the text still anchors "a day earlier". */
const ANCHOR_REACH = 4;
const DIRECTIONS = new Set(['since', 'until', 'till', 'by', 'through']);

/** Times named in the text, against the report's own date; the clock is never read. */
export function findTimes(text: ParsedText): readonly TimeDraft[] {
  const published = supplied(text.report.published);
  const day = published === undefined ? undefined : dayNumber(published);
  const joined = joinTimes(scan(text, day), text.report.body);
  return joined.map((found) => draft(text, widen(text, found, day)));
}

function scan(text: ParsedText, published: number | undefined): readonly Found[] {
  const found: Found[] = [];
  let anchor: (Period & { readonly sentence: number }) | undefined;
  for (let i = 0; i < text.tokens.length; i++) {
    const token = text.tokens[i]!;
    if (anchor !== undefined && token.sentence - anchor.sentence > ANCHOR_REACH) anchor = undefined;
    const next = findAt(text, i, { published, anchor });
    if (next === undefined) continue;
    found.push(next);
    i = next.last - 1;
    const { finding } = next;
    if (finding.basis === 'stated' && (finding.grain === 'day' || finding.grain === 'weekday'))
      anchor = { start: finding.start, end: finding.end, sentence: token.sentence };
  }
  return found;
}

const OPENING_PART = /^(?:mid|early|late)(?=-)|^fy(?=\d)/;

function openers(word: string): readonly TimeRule[] | undefined {
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return BY_WORD.get('digit');
  const lower = word.toLowerCase();
  // "mid-July", "FY2021": one token that opens as its first part would.
  const rules = BY_WORD.get(lower);
  if (rules !== undefined) return rules;
  const part = OPENING_PART.exec(lower);
  return part === null ? undefined : BY_WORD.get(part[0]);
}

function findAt(
  text: ParsedText,
  index: number,
  known: Pick<TimeContext, 'published' | 'anchor'>,
): Found | undefined {
  const token = text.tokens[index]!;
  const rules = openers(token.text);
  if (rules === undefined) return undefined;
  const { body } = text.report;
  for (const rule of rules) {
    rule.pattern.lastIndex = token.start;
    const match = rule.pattern.exec(body);
    if (match === null) continue;
    const end = match.index + match[0].length;
    if (/[A-Za-z0-9]/.test(body[end] ?? '') && /[A-Za-z0-9]/.test(body[end - 1]!)) continue;
    const context: TimeContext = {
      ...known,
      text,
      body,
      token: index,
      before: (text.tokens[index - 1]?.text ?? '').toLowerCase(),
      outlook: outlookAt(text, index),
    };
    const finding = rule.resolve(match, context);
    if (finding !== undefined)
      return {
        start: token.start,
        end,
        first: index,
        last: after(text, index, end),
        rule: rule.name,
        finding,
      };
  }
  return undefined;
}

/** First token that starts at or after `end`. */
function after({ tokens }: ParsedText, from: number, end: number) {
  let last = from + 1;
  while (last < tokens.length && tokens[last]!.start < end) last++;
  return last;
}

function widen(text: ParsedText, found: Found, published: number | undefined): Found {
  const previous = text.tokens[found.first - 1];
  const before = previous?.text.toLowerCase() ?? '';
  if (previous === undefined || !DIRECTIONS.has(before)) return found;
  const directed = direct(found, before, published);
  if (directed === found) return found;
  return { ...directed, first: found.first - 1, start: previous.start };
}

function timeOf(finding: Finding, words: string): Time {
  if (finding.basis === 'unknown') return unknownTime(finding.reason, words);
  const known = {
    ...statedTime(toDay(finding.start), toDay(finding.end), words),
    basis: finding.basis,
  };
  return finding.assumed === undefined ? known : { ...known, assumed: finding.assumed };
}

function draft(text: ParsedText, { start, end, first, last, rule, finding }: Found): TimeDraft {
  const words = text.report.body.slice(start, end);
  const tokens = text.tokens.slice(first, last);
  const head = tokens.findLast((token) => token.head < first || token.head >= last);
  return {
    type: 'time',
    start,
    end,
    text: words,
    sentence: tokens[0]!.sentence,
    first,
    last,
    head: head?.index ?? last - 1,
    rule,
    time: timeOf(finding, words),
  };
}
