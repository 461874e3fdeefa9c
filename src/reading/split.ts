import type { Report, Sentence, Span, SplitText, Token } from '../domain/index.ts';
import { datelineEnd } from './dateline.ts';
import { openingLabelEnd, openingsOf } from './opening-label.ts';
import { paragraphSpans, startsItem } from './paragraphs.ts';
import { sentenceRanges } from './sentences.ts';
import { tokenSpans } from './tokens.ts';

const ENDS_PROSE = /[.!?…](?:["”’')\]]|'')*$/u;
/** Longer lines are taken for prose that lost its full stop. */
const LONGEST_HEADLINE = 22;
const DATED_ITEM =
  /^(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9}|\d{1,2}:\d{2})(?:,? \d{4})?\s*[-–—:]\s/u;

/** Paragraphs, sentences and tokens of a report's body. Linear in its length. */
export function splitText(report: Report): SplitText {
  const { body } = report;
  const paragraphs = paragraphSpans(body);
  const openings = openingsOf(body, paragraphs);
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  paragraphs.forEach((paragraph, number) => {
    const spans = tokenSpans(body, paragraph);
    const words = spans.map(({ start, end }) => body.slice(start, end));
    const labelled = openingLabelEnd(body, paragraph, openings);
    const behind = labelled > paragraph.start ? labelled : datelineEnd(body, paragraph);
    const filed = spans.findIndex(({ start }) => start >= behind);
    for (const range of rangesIn(words, spans, Math.max(0, filed))) {
      const index = sentences.length;
      const first = tokens.length;
      for (let i = range.start; i < range.end; i++) {
        const { start, end } = spans[i]!;
        tokens.push({ index: tokens.length, sentence: index, text: words[i]!, start, end });
      }
      const span = { start: spans[range.start]!.start, end: spans[range.end - 1]!.end };
      const form = formOf(body, paragraph, { ...span, words: range.end - range.start });
      sentences.push({ ...span, index, paragraph: number, first, last: tokens.length, form });
    }
  });
  return { report, paragraphs, sentences, tokens };
}

/** Sentences of a paragraph; the first `filed` tokens are its dateline or label. */
function rangesIn(words: readonly string[], spans: readonly Span[], filed: number): Span[] {
  if (filed === 0) return sentenceRanges(words, spans);
  const rest = sentenceRanges(words.slice(filed), spans.slice(filed));
  return [
    { start: 0, end: filed },
    ...rest.map(({ start, end }) => ({ start: start + filed, end: end + filed })),
  ];
}

function formOf(
  body: string,
  paragraph: Span,
  sentence: Span & { readonly words: number },
): Sentence['form'] {
  if (startsItem(body, paragraph.start)) return 'item';
  if (DATED_ITEM.test(body.slice(paragraph.start, paragraph.start + 40))) return 'item';
  const whole = sentence.start === paragraph.start && sentence.end === paragraph.end;
  const closed = ENDS_PROSE.test(
    body.slice(Math.max(paragraph.start, sentence.end - 6), sentence.end),
  );
  return whole && !closed && sentence.words <= LONGEST_HEADLINE ? 'headline' : 'prose';
}
