import type { ParsedText, Sentence } from '../../domain/index.ts';

const OPEN = new Set(['“', '``', '«']);
const CLOSE = new Set(['”', "''", '»']);
const EITHER = '"';

const FRAGMENT = -1;

/** A quotation that begins small, after words of the same sentence. */
const isFragment = ({ tokens }: ParsedText, at: number, { first, last }: Sentence) =>
  at > first && at + 1 < last && /^\p{Ll}/u.test(tokens[at + 1]!.text);

/**
 * For each token the number of the quotation it stands in, 0 outside. Words quoted in the middle of
 * the reporter's own sentence ("was “forced from its positions”") are the reporter's for this. A
 * quotation left open at a paragraph's end goes on when the next paragraph opens one; otherwise it
 * ends there.
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
      if (opens)
        current = pending !== 0 ? pending : isFragment(text, at, sentence) ? FRAGMENT : ++count;
      numbers.push(current === FRAGMENT ? 0 : current);
      if (closes) current = 0;
      pending = 0;
    }
  }
  return numbers;
}
