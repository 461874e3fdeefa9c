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
    if (token.text !== ':') return undefined;
    const sentence = text.sentences[token.sentence]!;
    const spoken = transcript && speakerLine(text, sentence.index) === index;
    if (quoteAt[index]! >= 0 && !spoken) return undefined;
    if (index - sentence.first > LONGEST_NAME) return undefined;
    const first = spoken ? afterMark(text, sentence.first) : sentence.first;
    const range = trimmed(context, { first, last: index });
    if (range === undefined) return undefined;
    const quote = quotes[quoteAt[index + 1]!];
    if (all(context.outletAt, range)) {
      const content = trimmed(context, { first: index + 1, last: sentence.last });
      return content && attribution(context, { index, range }, [content]);
    }
    if (spoken) return attribution(context, { index, range }, [restOfParagraph(text, index)]);
    if (quote?.first !== index + 1 && isHeadline(context, { index, range })) {
      const content = trimmed(context, { first: index + 1, last: sentence.last });
      return content && attribution(context, { index, range }, [content]);
    }
    if (quote?.first !== index + 1 && isNamedSpeaker(context, { index, range })) {
      const content = trimmed(context, { first: index + 1, last: sentence.last });
      return content && attribution(context, { index, range }, [content]);
    }
    if (quote?.first !== index + 1) return undefined;
    const words = text.tokens.slice(range.first, range.last);
    if (words.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return undefined;
    return attribution(context, { index, range }, [{ first: quote.first, last: quote.last }]);
  },
};

/** "Reuters: fighting goes on in the city." */
function all(named: Uint8Array, { first, last }: Range) {
  for (let i = first; i < last; i++) if (named[i] !== 1) return false;
  return true;
}

/** "Officials: 12 killed in attack", "The president's statement: the army holds the city": a paragraph opens with a kind of source. */
function isHeadline(
  { text, lexicon }: SpeechContext,
  { index, range }: { readonly index: number; readonly range: Range },
) {
  const { paragraph, first } = text.sentences[text.tokens[index]!.sentence]!;
  if (range.first !== first || index !== range.last || index - first > SHORT) return false;
  if (text.sentences[text.tokens[index]!.sentence - 1]?.paragraph === paragraph) return false;
  const { lemma, upos } = text.tokens[index - 1]!;
  const source = lexicon.anonymous.has(lemma.toLowerCase()) || WORDS.test(lemma);
  return source && /^(?:NOUN|PROPN)$/.test(upos);
}

/**
 * "Hamid Karimi: the army came under pressure": a full name within a paragraph, the words after it in
 * small letters. A title or a label would open the paragraph.
 */
function isNamedSpeaker(
  context: SpeechContext,
  { index, range }: { readonly index: number; readonly range: Range },
) {
  const { text, personAt } = context;
  const { index: sentence, paragraph, first } = text.sentences[text.tokens[index]!.sentence]!;
  if (text.sentences[sentence - 1]?.paragraph !== paragraph) return false;
  if (range.first !== first || index !== range.last) return false;
  if (!/^\p{Ll}/u.test(text.tokens[index + 1]?.text ?? '')) return false;
  return all(personAt, range) || isFullName(context, range);
}

/** Two or three names that nothing else has taken. */
function isFullName({ text, mentionAt }: SpeechContext, { first, last }: Range): boolean {
  if (last - first < 2 || last - first > 3) return false;
  for (let i = first; i < last; i++) {
    const { upos, text: word } = text.tokens[i]!;
    if (mentionAt[i] === 1 || upos !== 'PROPN' || !/^\p{Lu}\p{Ll}/u.test(word)) return false;
  }
  return true;
}

const SHORT = 6;
const WORDS = /^(?:poll|survey|study|report|statement|announcement|communiqu[eé])$/i;

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
  const opening = afterMark({ tokens }, first);
  let i = opening;
  while (i < Math.min(last, opening + LONGEST_SPEAKER) && SPEAKER.test(tokens[i]!.text)) i++;
  return i > opening && tokens[i]?.text === ':' ? i : -1;
}

/** A transcript that is quoted opens each paragraph with a mark. */
const afterMark = ({ tokens }: Pick<ParsedText, 'tokens'>, first: number) =>
  /^(?:["“]|``)$/.test(tokens[first]!.text) ? first + 1 : first;

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
