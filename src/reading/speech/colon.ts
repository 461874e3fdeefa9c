import { type SpeechRule, trimmed } from './rule.ts';

const LONGEST_NAME = 12;

/** "Vikantov: “They lack the resources.”": a name, a colon and a quote, with no verb. */
export const colon: SpeechRule = {
  name: 'speech.colon',
  find(index, context) {
    const { text, quotes, quoteAt } = context;
    const token = text.tokens[index]!;
    if (token.text !== ':' || quoteAt[index]! >= 0) return undefined;
    const quote = quotes[quoteAt[index + 1]!];
    const sentence = text.sentences[token.sentence]!;
    if (quote?.first !== index + 1 || index - sentence.first > LONGEST_NAME) return undefined;
    const range = trimmed(context, { first: sentence.first, last: index });
    if (range === undefined) return undefined;
    const words = text.tokens.slice(range.first, range.last);
    if (words.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return undefined;
    const head = words.find(({ head }) => head < range.first || head >= range.last);
    return {
      rule: 'speech.colon',
      head: index,
      cue: { first: index, last: index + 1 },
      source: range,
      speaker: head?.index ?? range.last - 1,
      content: [{ first: quote.first, last: quote.last }],
      relays: [],
      stance: 'says',
      hedged: false,
      act: 'speech',
    };
  },
};
