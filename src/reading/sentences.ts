import type { Span } from '../domain/index.ts';
import { MONTHS, TITLES } from './abbreviations.ts';

const END = /^(?:[.!?]+|…+|\.{2,})$/u;
const CLOSING = /^(?:["”»)\]}]|''|['’])$/u;
const OPENING = /^(?:["“«([{]|``|''|['‘])$/u;
const STARTS_LOWER = /^[\p{Ll}]/u;
const STARTS_SENTENCE = new Set(
  'the a an it he she they we i you this that these those in on at by for from to with as and but or if when while after before since there here however meanwhile also his her its their our my some many most all no not both according officials police what who why how'.split(
    ' ',
  ),
);
const SAYS = new Set(
  'said says say asked asks added adds told tells replied wrote writes tweeted warned insisted stated declared shouted exclaimed'.split(
    ' ',
  ),
);
/** Later stages compare words of a sentence with each other: none may run without end. */
export const LONGEST_SENTENCE = 250;
const MOST_CLOSING_MARKS = 6;

/** Groups of tokens [first, last) that are sentences; `words` are one paragraph's tokens. */
export function sentenceRanges(words: readonly string[], spans: readonly Span[]): Span[] {
  const ranges: Span[] = [];
  let first = 0;
  for (let i = 0; i < words.length; i++) {
    const last = endAt(words, spans, i);
    const cut = last === 0 && i + 1 - first >= LONGEST_SENTENCE ? i + 1 : last;
    if (cut === 0) continue;
    ranges.push({ start: first, end: cut });
    first = cut;
    i = cut - 1;
  }
  if (first < words.length) ranges.push({ start: first, end: words.length });
  return ranges;
}

/** One past the last token of the sentence that token i ends, or 0 when it ends none. */
function endAt(words: readonly string[], spans: readonly Span[], i: number): number {
  const word = words[i]!;
  const abbreviation = word.length > 1 && word.endsWith('.') && !END.test(word);
  if (!abbreviation && !END.test(word)) return 0;
  let next = i + 1;
  const limit = Math.min(words.length, i + MOST_CLOSING_MARKS);
  while (next < limit && closes(words, spans, next)) next++;
  if (next >= words.length) return next;
  const quoted = next > i + 1;
  if (abbreviation)
    return !quoted && !endsAfter(word, words, next) ? 0 : opensSentence(words, next) ? next : 0;
  if (word !== '.' && quoted && speechFollows(words, next)) return 0;
  // No blank between: a file name or a slip, "3.30.Kabul".
  if (
    !quoted &&
    word === '.' &&
    spans[next]!.start === spans[i]!.end &&
    STARTS_LOWER.test(words[next]!)
  )
    return 0;
  return opensSentence(words, next) ? next : 0;
}

/** A closing mark hugs what is before it; an opening one stands off before, and hugs what is after it. */
function closes(words: readonly string[], spans: readonly Span[], i: number): boolean {
  const word = words[i]!;
  if (!CLOSING.test(word)) return /^[.!?]+$/.test(word);
  if (word !== '"' && word !== "'" && word !== "''") return true;
  const hugs = spans[i]!.start === spans[i - 1]!.end;
  const standsOff = i + 1 >= words.length || spans[i + 1]!.start > spans[i]!.end;
  if (word === "''") return hugs || standsOff;
  return hugs && (standsOff || CLOSING.test(words[i + 1]!) || END.test(words[i + 1]!));
}

function opensSentence(words: readonly string[], i: number): boolean {
  let at = i;
  while (at < words.length - 1 && OPENING.test(words[at]!)) at++;
  return !STARTS_LOWER.test(words[at]!) && !/^[,;:%]/.test(words[at]!);
}

/** Whether an abbreviation's stop can also end the sentence. */
function endsAfter(word: string, words: readonly string[], next: number): boolean {
  const folded = word.slice(0, -1).toLowerCase();
  if (TITLES.has(folded)) return false;
  const following = words[next]!;
  if (OPENING.test(following) && words[next + 1] !== undefined)
    return STARTS_SENTENCE.has(words[next + 1]!.toLowerCase());
  if (MONTHS.has(folded)) return STARTS_SENTENCE.has(following.toLowerCase());
  if (folded.length === 1 && folded !== 'i') return false;
  return STARTS_SENTENCE.has(following.toLowerCase()) && !/^I\.?$/.test(following);
}

/** "“Stop!” Gerasimov said": the sentence goes on. */
function speechFollows(words: readonly string[], next: number): boolean {
  return words.slice(next, next + 4).some((word) => SAYS.has(word.toLowerCase()));
}
