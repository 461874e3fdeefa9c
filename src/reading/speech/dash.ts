import { type SpeechRule, trimmed } from './rule.ts';

const LONGEST_NAME = 14;

/** "“They lack the resources.” — Alexander Vikantov": a quote, a dash and a name that ends the line. */
export const dash: SpeechRule = {
  name: 'speech.dash',
  find(index, context) {
    const { text, quotes, quoteAt } = context;
    const token = text.tokens[index]!;
    if (!/^(?:[—–―]|--|-)$/.test(token.text) || quoteAt[index]! >= 0) return undefined;
    const quote = quotes[quoteAt[index - 1] ?? -1];
    if (quote?.last !== index) return undefined;
    const { paragraph } = text.sentences[token.sentence]!;
    let last = index + 1;
    while (
      last < text.tokens.length &&
      text.sentences[text.tokens[last]!.sentence]!.paragraph === paragraph
    ) {
      if (last - index > LONGEST_NAME) return undefined;
      last++;
    }
    const range = trimmed(context, { first: index + 1, last });
    if (range === undefined) return undefined;
    const words = text.tokens.slice(range.first, range.last);
    if (!words.some(({ upos }) => upos === 'PROPN') || words.some(({ upos }) => upos === 'VERB'))
      return undefined;
    return {
      rule: 'speech.dash',
      head: index,
      cue: { first: index, last: index + 1 },
      source: range,
      speaker: words.find(({ upos }) => upos === 'PROPN')!.index,
      content: [{ first: quote.first, last: quote.last }],
      relays: [],
      stance: 'says',
      hedged: false,
      act: 'speech',
    };
  },
};
