import type { Span } from '../domain/index.ts';

const ENDS_CLAUSE = /[.!?:…"”’)\]]\s*$/u;

/** Lines with something on them, blanks at both ends left out. */
function lines(body: string): (Span & { readonly afterBlank: boolean })[] {
  const found: (Span & { afterBlank: boolean })[] = [];
  let afterBlank = true;
  for (let start = 0; start <= body.length;) {
    let end = start;
    while (end < body.length && !isBreak(body.charCodeAt(end))) end++;
    let first = start;
    let last = end;
    while (first < last && isSpace(body[first]!)) first++;
    while (last > first && isSpace(body[last - 1]!)) last--;
    if (first < last) found.push({ start: first, end: last, afterBlank });
    // A carriage return before a line feed is one break, not a blank line.
    const crlf = body[end] === '\r' && body[end + 1] === '\n';
    afterBlank = first === last;
    start = end + (crlf ? 2 : 1);
  }
  return found;
}

const isBreak = (code: number) => code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
const isSpace = (character: string) => /\s/u.test(character);

/**
 * Paragraphs are lines, unless the text was wrapped by hand: then most lines break off inside a
 * sentence at about one width, and blank lines part the paragraphs.
 */
export function paragraphSpans(body: string): Span[] {
  const all = lines(body);
  const wrapped = isWrapped(body, all);
  const paragraphs: Span[] = [];
  for (const { start, end, afterBlank } of all) {
    const previous = paragraphs.at(-1);
    if (wrapped && previous && !afterBlank && !startsItem(body, start)) {
      paragraphs[paragraphs.length - 1] = { start: previous.start, end };
    } else paragraphs.push({ start, end });
  }
  return paragraphs;
}

const ITEM = /(?:[-*•·▪◦–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/uy;

export function startsItem(body: string, start: number): boolean {
  ITEM.lastIndex = start;
  return ITEM.test(body);
}

function isWrapped(body: string, all: readonly (Span & { afterBlank: boolean })[]): boolean {
  let followed = 0;
  let broken = 0;
  let longest = 0;
  for (let i = 0; i + 1 < all.length; i++) {
    const line = all[i]!;
    longest = Math.max(longest, line.end - line.start);
    if (all[i + 1]!.afterBlank || line.end - line.start < 30) continue;
    followed++;
    if (!ENDS_CLAUSE.test(body.slice(line.end - 2, line.end))) broken++;
  }
  return followed >= 2 && longest <= 120 && broken >= 0.6 * followed;
}
