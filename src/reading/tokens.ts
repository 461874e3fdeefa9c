import type { Span } from '../domain/index.ts';
import { keepsStop } from './abbreviations.ts';

/**
 * Every quantifier that can fail after its match is bounded: the scan stays linear on any input.
 * The order is the rule order, first match wins.
 */
const PATTERNS: readonly RegExp[] = [
  /(?:https?|ftp):\/\/[^\s<>"“”]+|www\.[^\s<>"“”]+/iuy,
  /[\w.+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/uy,
  /[@#][\p{L}_][\p{L}\p{M}\d_]*/uy,
  // Initials and acronyms with stops: U.S., a.m., J.
  /(?:\p{L}\.(?:-?\p{L}\.){1,12})(?![\p{L}\d])/uy,
  /\p{Lu}{1,3}&\p{Lu}{1,3}(?![\p{L}\d])/uy,
  /(?:US|A|C|HK|NZ|R)\$(?=\s?\d)/y,
  // Phone numbers, dates, fractions, times, scores kept whole as in the treebanks.
  /\d{1,4}(?:\/\d{1,4}){1,2}(?![\p{L}\d])|\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d)/uy,
  /\d{1,4}(?:st|nd|rd|th|s)(?![\p{L}\d])/iuy,
  /\d+(?:[.,:]\d+)*/uy,
  // Names with a small word in them: Mazar-e-Sharif, Port-au-Prince; Qala-e Naw.
  /\p{Lu}\p{Ll}{1,20}-(?:\p{Ll}{1,4}-\p{Lu}\p{L}{1,20}|(?:y?[ei]|[uoae]l)(?= \p{Lu}))(?![\p{L}\d])/uy,
  // Letters, marks, digits; inner apostrophes are divided afterwards.
  /[\p{L}\p{M}\p{N}_]+(?:['’ʼ`][\p{L}\p{M}\p{N}]+)*/uy,
  /\.{2,}|…+|[-–—]{2,}|[!?]+|''|``|<<|>>|_+|=+|\*+|~+/uy,
  /[^\s]/uy,
];

const PREFIX =
  /^(?:anti|co|counter|ex|inter|mid|multi|neo|non|pan|post|pre|pro|pseudo|quasi|re|semi|sub|ultra|un|over|e)$/i;
const SHORT_WORD = /^(.+?)(n['’]t|['’](?:s|m|d|re|ve|ll))$/iu;
/** Two words in one, each parted after three letters. */
const FUSED = /^(?:cannot|gonna|wanna|gotta|gimme|lemme)$/i;
const FUSED_LENGTH = 3;
/** Trailing marks that end a sentence rather than a URL. */
const URL_TAIL = /[.,;:!?)\]}'’»]+$/u;
const APOSTROPHE = /['’]/;
const WORD = /[\p{L}\p{M}\p{N}_]/u;

function matchAt(text: string, at: number): number {
  for (const pattern of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return at + match[0].length;
  }
  return at + 1;
}

/** Words and marks of `text` inside [start, end), by the conventions of the English Web Treebank. */
export function tokenSpans(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
      continue;
    }
    const to = Math.min(isAsciiLetter(code) ? wordEnd(text, at, end) : matchAt(text, at), end);
    at = addToken(text, { start: at, end: to }, end, spans);
  }
  return spans;
}

/** The common case without a pattern: plain letters up to a blank, a comma or a quotation mark. */
function wordEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && isAsciiLetter(text.charCodeAt(at))) at++;
  return at >= end || ENDS_WORD[text.charCodeAt(at)] === 1 ? at : matchAt(text, start);
}

/** Appends what [start, end) holds and returns where the scan goes on. */
function addToken(text: string, found: Span, limit: number, spans: Span[]): number {
  const { start } = found;
  const first = text.charCodeAt(start);
  if (!isAsciiLetter(first) && first < 128) {
    spans.push(trimUrl(text, found));
    return spans.at(-1)!.end;
  }
  let { end } = found;
  const word = text.slice(start, end);
  if (word.includes('://') || /^www\./i.test(word)) {
    const url = trimUrl(text, found);
    spans.push(url);
    return url.end;
  }
  if (text[end] === '-' && end + 1 < limit) {
    const joined = prefixed(text, found, limit);
    if (joined > end) {
      spans.push({ start, end: joined });
      return joined;
    }
  }
  if (text[end] === '.' && end < limit && stopBelongs(text, word, end, limit)) end++;
  return divide(text, { start, end }, limit, spans);
}

function trimUrl(text: string, { start, end }: Span): Span {
  if (end - start < 4 || !/^(?:\w+:\/\/|www\.)/i.test(text.slice(start, start + 12)))
    return { start, end };
  const tail = URL_TAIL.exec(text.slice(Math.max(start, end - 64), end));
  return { start, end: tail ? Math.max(start + 1, end - tail[0].length) : end };
}

/** "anti-war", "co-founder", "e-mail" stay whole; "US-led" is three words. */
function prefixed(text: string, { start, end }: Span, limit: number): number {
  if (end - start > 7 || !PREFIX.test(text.slice(start, end))) return end;
  const to = Math.min(matchAt(text, end + 1), limit);
  return to > end + 1 && WORD.test(text[end + 1]!) ? to : end;
}

function stopBelongs(text: string, word: string, stop: number, limit: number): boolean {
  if (text[stop + 1] === '.') return false;
  const next = text.slice(stop + 1, Math.min(limit, stop + 8)).trimStart();
  if (/^\p{Lu}$/u.test(word)) return next !== '' && /^[\p{Lu}'"“‘]/u.test(next) && word !== 'I';
  return word.length <= 9 && next !== '' && keepsStop(word, next);
}

/** Divides clitics and fused forms: "didn't" is "did" + "n't", "Taliban's" is "Taliban" + "'s". */
function divide(text: string, span: Span, limit: number, spans: Span[]): number {
  const { start, end } = span;
  const word = text.slice(start, end);
  const fused = FUSED.test(word) ? FUSED_LENGTH : undefined;
  const short = fused === undefined && APOSTROPHE.test(word) ? SHORT_WORD.exec(word) : null;
  const cut = fused ?? short?.[1]?.length;
  if (cut !== undefined) {
    spans.push({ start, end: start + cut }, { start: start + cut, end });
    return end;
  }
  spans.push(span);
  // "the militants' offensive": a possessive mark of its own, unless it closes a quotation.
  if (end < limit && /[sSzZ]/.test(word.at(-1)!) && APOSTROPHE.test(text[end]!)) {
    spans.push({ start: end, end: end + 1 });
    return end + 1;
  }
  return end;
}

const isBlank = (code: number) =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 160 ||
  (code > 160 && BLANK.test(String.fromCharCode(code)));
const BLANK = /[\s\u200b\ufeff]/u;
const isAsciiLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const ENDS_WORD = new Uint8Array(65_536);
for (const mark of ' \n\r\t,;!?)("“”—–') ENDS_WORD[mark.charCodeAt(0)] = 1;
