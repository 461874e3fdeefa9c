import type { ParsedText, ParsedToken } from '../../domain/index.ts';
import type { Outlook } from './rule.ts';

const AHEAD = new Set(['schedule', 'plan', 'expect', 'due', 'set', 'slate', 'deadline', 'hope']);
const FUTURE = new Set([
  'will',
  "'ll",
  '’ll',
  'shall',
  'would',
  'should',
  'must',
  'to',
  'may',
  'could',
  'can',
]);
const WILL = new Set(['will', "'ll", '’ll', 'shall']);
/** Verbs whose infinitive does not lie ahead: "is said to be seized", "managed to retake". */
const NOT_AHEAD = new Set(
  'say,believe,report,think,appear,seem,manage,try,begin,start,continue,use,fail,happen,claim,allege,know,help,force'.split(
    ',',
  ),
);
const PAST = new Set(['was', 'were', 'had', 'did', 'been', 'has', 'have']);
const STEPS = 5;
const WINDOW = 10;

/** Whether the verb that a token hangs on looks back or ahead. */
export function outlookAt({ tokens }: ParsedText, index: number): Outlook {
  let at = index;
  for (let step = 0; step < STEPS; step++) {
    const token = tokens[at];
    if (token === undefined) return 'open';
    const found = outlookOf(tokens, token);
    if (found !== undefined) return found;
    if (token.head < 0) return 'open';
    at = token.head;
  }
  return 'open';
}

function outlookOf(tokens: readonly ParsedToken[], token: ParsedToken): Outlook | undefined {
  if (AHEAD.has(token.lemma)) return 'future';
  let past = false;
  let future = false;
  const last = Math.min(tokens.length, token.index + WINDOW);
  for (let i = Math.max(0, token.index - WINDOW); i < last; i++) {
    const other = tokens[i]!;
    if (other.head !== token.index) continue;
    const helper = other.deprel.startsWith('aux') || other.deprel === 'cop';
    if (!helper && other.deprel !== 'mark') continue;
    const word = other.text.toLowerCase();
    if (WILL.has(word)) return 'future';
    const raised = word === 'to' && NOT_AHEAD.has(tokens[token.head]?.lemma ?? '');
    if (FUTURE.has(word) && (helper || word === 'to') && !raised) future = true;
    if (helper && PAST.has(word)) past = true;
  }
  // "to have fallen" looks back.
  if (future && !past) return 'future';
  if (past || token.xpos === 'VBD') return 'past';
  return token.upos === 'VERB' && token.xpos !== 'VBN' && token.xpos !== 'VBG' ? 'open' : undefined;
}
