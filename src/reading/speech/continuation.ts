import { merge } from './content.ts';
import type { Quote } from './quotes.ts';
import type { Attribution, SpeechContext } from './rule.ts';

/**
 * Quotes that nobody is named for belong to the speaker before them: the rest of the paragraph, and
 * the next paragraphs while a quote is left open for them.
 */
export function continueQuotes(
  found: readonly Attribution[],
  { quotes, quoteAt, text }: SpeechContext,
): readonly Attribution[] {
  const owner = new Int32Array(quotes.length).fill(-1);
  found.forEach(({ content }, k) => {
    for (const { first, last } of content)
      for (const at of [quoteAt[first]!, quoteAt[last - 1]!])
        if (at >= 0 && owner[at] === -1 && covers(quotes[at]!, first, last)) owner[at] = k;
  });
  const extra = new Map<number, Quote[]>();
  const give = (quote: Quote, speaker: number) =>
    extra.set(speaker, [...(extra.get(speaker) ?? []), quote]);
  for (let q = 1; q < quotes.length; q++) {
    const [previous, quote] = [quotes[q - 1]!, quotes[q]!];
    const speaker = owner[q - 1]!;
    if (owner[q] !== -1 || speaker === -1 || !fillsSentences(text, quote)) continue;
    const sameParagraph = previous.paragraph === quote.paragraph && follows(text, previous, quote);
    if (!sameParagraph && !previous.goesOn) continue;
    owner[q] = speaker;
    give(quote, speaker);
  }
  // A speaker named after the last paragraph spoke the paragraphs left open before it.
  for (let q = quotes.length - 2; q >= 0; q--) {
    const quote = quotes[q]!;
    const speaker = owner[q + 1]!;
    if (owner[q] !== -1 || speaker === -1 || !quote.goesOn) continue;
    owner[q] = speaker;
    give(quote, speaker);
  }
  return found.map((attribution, k) => {
    const more = extra.get(k);
    if (more === undefined) return attribution;
    const ranges = more.map(({ first, last }) => ({ first, last }));
    return { ...attribution, content: merge([...attribution.content, ...ranges]) };
  });
}

const covers = (quote: Quote, first: number, last: number) =>
  first <= quote.first && quote.last <= last;

/** The quote opens a sentence and is closed by the end of one. */
function fillsSentences({ sentences, tokens }: SpeechContext['text'], quote: Quote) {
  const opening = sentences[tokens[quote.first]!.sentence]!;
  const closing = sentences[tokens[quote.last - 1]!.sentence]!;
  return opening.first === quote.first && closing.last - quote.last <= 1;
}

/** No whole sentence stands between them. */
const follows = ({ tokens }: SpeechContext['text'], previous: Quote, quote: Quote) =>
  tokens[quote.first]!.sentence - tokens[previous.last - 1]!.sentence <= 1;
