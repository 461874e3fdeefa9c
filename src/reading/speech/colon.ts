import type { ParsedText } from '../../domain/index.ts';
import {
  type Attribution,
  type Range,
  type SpeechContext,
  type SpeechRule,
  trimmed,
} from './rule.ts';

const LONGEST_NAME = 12;

/**
 * "Vikantov: “They lack the resources.”": a name, a colon and a quote, with no verb. In a transcript
 * ("PENCE: Well, look …") the rest of the paragraph, quoted or not.
 */
export const colon: SpeechRule = {
  name: 'speech.colon',
  find(index, context) {
    const { text, quotes, quoteAt, transcript } = context;
    const token = text.tokens[index]!;
    if (token.text !== ':' || quoteAt[index]! >= 0) return undefined;
    const sentence = text.sentences[token.sentence]!;
    if (index - sentence.first > LONGEST_NAME) return undefined;
    const range = trimmed(context, { first: sentence.first, last: index });
    if (range === undefined) return undefined;
    const quote = quotes[quoteAt[index + 1]!];
    if (allOutlet(context, range)) {
      const content = trimmed(context, { first: index + 1, last: sentence.last });
      return content && attribution(context, { index, range }, [content]);
    }
    if (transcript && speakerLine(text, sentence.index) === index)
      return attribution(context, { index, range }, [restOfParagraph(text, index)]);
    if (quote?.first !== index + 1) return undefined;
    const words = text.tokens.slice(range.first, range.last);
    if (words.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return undefined;
    return attribution(context, { index, range }, [{ first: quote.first, last: quote.last }]);
  },
};

/** "Reuters: fighting goes on in the city." */
function allOutlet({ outletAt }: SpeechContext, { first, last }: Range) {
  for (let i = first; i < last; i++) if (outletAt[i] !== 1) return false;
  return true;
}

function attribution(
  { text }: SpeechContext,
  { index, range }: { readonly index: number; readonly range: Range },
  content: Attribution['content'],
): Attribution | undefined {
  if (content.some(({ first, last }) => first >= last)) return undefined;
  const words = text.tokens.slice(range.first, range.last);
  const head = words.find(({ head }) => head < range.first || head >= range.last);
  return {
    rule: 'speech.colon',
    head: index,
    cue: { first: index, last: index + 1 },
    source: range,
    speaker: head?.index ?? range.last - 1,
    content,
    relays: [],
    stance: 'says',
    hedged: false,
    act: 'speech',
  };
}

const SPEAKER = /^(?:\p{Lu}[\p{Lu}.'’-]+|[QA])$/u;
const LONGEST_SPEAKER = 4;

/** Index of the colon after a name in capitals that opens a paragraph, or -1. */
function speakerLine({ tokens, sentences }: ParsedText, sentence: number): number {
  const { first, last, paragraph } = sentences[sentence]!;
  if (sentences[sentence - 1]?.paragraph === paragraph) return -1;
  let i = first;
  while (i < Math.min(last, first + LONGEST_SPEAKER) && SPEAKER.test(tokens[i]!.text)) i++;
  return i > first && tokens[i]?.text === ':' ? i : -1;
}

/** Fewer lines in this form may be datelines and labels: "KABUL: The Taliban …". */
const LEAST_LINES = 4;

/** Several paragraphs open with a name in capitals and a colon, and some name twice. */
export function isTranscript(text: ParsedText): boolean {
  const names = new Map<string, number>();
  let lines = 0;
  for (const { index } of text.sentences) {
    const colonAt = speakerLine(text, index);
    if (colonAt < 0) continue;
    lines++;
    const name = text.tokens[colonAt - 1]!.text;
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  return lines >= LEAST_LINES && [...names.values()].some((count) => count > 1);
}

function restOfParagraph({ tokens, sentences }: ParsedText, colon: number): Range {
  const { paragraph, last } = sentences[tokens[colon]!.sentence]!;
  let end = last;
  for (let k = tokens[colon]!.sentence + 1; sentences[k]?.paragraph === paragraph; k++)
    end = sentences[k]!.last;
  return { first: colon + 1, last: end };
}
