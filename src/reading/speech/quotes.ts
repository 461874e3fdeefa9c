import type { ParsedText, Span } from '../../domain/index.ts';

/** Quoted words, marks included. Token indices [first, last). */
export interface Quote extends Span {
  readonly first: number;
  readonly last: number;
  readonly paragraph: number;
  /** The mark was left open at the end of its paragraph, and the next paragraph opens with one. */
  readonly goesOn: boolean;
  /** Words between the marks. */
  readonly words: number;
}

const OPENING = new Set(['“', '„', '«', '``', '‘']);
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
  '``': "''",
};
const STRAIGHT = new Set(['"', "''", "'"]);
const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** Quoted spans in order of position, outermost only. One pass, whatever the marks do. */
export function findQuotes(text: ParsedText): readonly Quote[] {
  const quotes: Quote[] = [];
  const bounds = paragraphBounds(text);
  bounds.forEach(([first, last], paragraph) => {
    let open = -1;
    let mark = '';
    let words = 0;
    for (let i = first; i < last; i++) {
      const word = text.tokens[i]!.text;
      if (open < 0) {
        if (!opens(text, i) && !(i === first && opensWrongly(text, i))) continue;
        open = i;
        mark = CLOSING[word] ?? word;
        words = 0;
      } else if (word === mark && closes(text, i)) {
        quotes.push(quote(text, { first: open, last: i + 1, paragraph, words, goesOn: false }));
        open = -1;
      } else if (isWord(word)) words++;
    }
    const next = bounds[paragraph + 1];
    // An open mark is believed only by the convention that the next paragraph opens with one too.
    if (open < 0 || mark === '’' || mark === "'") return;
    const goesOn = next !== undefined && next[0] < next[1] && opens(text, next[0]);
    if (goesOn || mark === '”')
      quotes.push(quote(text, { first: open, last, paragraph, words, goesOn }));
  });
  return quotes;
}

function quote({ tokens }: ParsedText, rest: Omit<Quote, 'start' | 'end'>): Quote {
  return { ...rest, start: tokens[rest.first]!.start, end: tokens[rest.last - 1]!.end };
}

/** Token ranges [first, last) of the paragraphs. */
function paragraphBounds({
  sentences,
  paragraphs,
}: ParsedText): readonly (readonly [number, number])[] {
  const bounds: [number, number][] = paragraphs.map(() => [0, 0]);
  for (const { paragraph, first, last } of sentences) {
    const range = bounds[paragraph];
    if (range === undefined) continue;
    if (range[1] === 0) range[0] = first;
    range[1] = last;
  }
  return bounds;
}

/** An apostrophe is no quotation mark: a single one opens only before a word and after a gap. */
function opens({ tokens, report }: ParsedText, i: number) {
  const { text, start, end } = tokens[i]!;
  if (!OPENING.has(text) && !STRAIGHT.has(text)) return false;
  if (text !== "'" && text !== '‘') return true;
  const before = report.body[start - 1] ?? ' ';
  const after = report.body[end] ?? ' ';
  return (
    /[\s(—–-]/.test(before) &&
    /\p{L}|\p{N}/u.test(after) &&
    !/^(?:tis|twas|em|n)$/i.test(tokens[i + 1]?.text ?? '')
  );
}

/** A paragraph that begins with a closing mark right before a word: the mark was set the wrong way round. */
const opensWrongly = ({ tokens }: ParsedText, i: number) =>
  tokens[i]!.text === '”' && tokens[i + 1]?.start === tokens[i]!.end && isWord(tokens[i + 1]!.text);

function closes({ tokens, report }: ParsedText, i: number) {
  const { text, start, end } = tokens[i]!;
  if (text !== "'" && text !== '’') return true;
  const before = report.body[start - 1] ?? ' ';
  const after = report.body[end] ?? ' ';
  return /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after);
}
