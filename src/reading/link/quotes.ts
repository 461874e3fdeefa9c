import type { ParsedText } from '../../domain/index.ts';

const OPEN = new Set(['“', '``', '«']);
const CLOSE = new Set(['”', "''", '»']);
const EITHER = '"';

/**
 * For each token the number of the quotation it stands in, 0 outside. A quotation left open at a
 * paragraph's end goes on when the next paragraph opens one; otherwise it ends there.
 */
export function quotationsOf(text: ParsedText): readonly number[] {
  const numbers: number[] = [];
  let current = 0;
  let count = 0;
  let pending = 0;
  let paragraph = -1;
  for (const sentence of text.sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      pending = current;
      current = 0;
    }
    for (let at = sentence.first; at < sentence.last; at++) {
      const word = text.tokens[at]!.text;
      const opens = OPEN.has(word) || (word === EITHER && current === 0);
      const closes = CLOSE.has(word) || (word === EITHER && current !== 0);
      if (opens) current = pending === 0 ? ++count : pending;
      numbers.push(current);
      if (closes) current = 0;
      pending = 0;
    }
  }
  return numbers;
}
