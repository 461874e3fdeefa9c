import {
  type Attribution,
  lower,
  type Range,
  type SpeechContext,
  type SpeechRule,
  trimmed,
} from './rule.ts';
import { stanceAt } from './stance.ts';
import { subjectOf } from './source.ts';
import { cueRange } from './verb.ts';

/** Words between the verb and the colon that ends its paragraph: "said in a statement on Monday:". */
const FAR = 12;

/** "The ministry said:" and a paragraph of its own with what it said. */
export const block: SpeechRule = {
  name: 'speech.block',
  find(index, context): Attribution | undefined {
    const { text, lexicon, quoteAt } = context;
    const token = text.tokens[index]!;
    if (token.upos !== 'VERB' || quoteAt[index]! >= 0) return undefined;
    const stance = lexicon.verbs.get(token.lemma.toLowerCase());
    if (stance === undefined) return undefined;
    const content = nextParagraph(context, index);
    if (content === undefined) return undefined;
    const speaker = subjectOf(context, index);
    if (speaker === undefined) return undefined;
    return {
      rule: 'speech.block',
      head: index,
      cue: cueRange(context, index),
      source: speaker.range,
      speaker: speaker.head,
      content: [content],
      relays: [],
      stance: stanceAt(context, index, stance),
      hedged: false,
      act: 'speech',
    };
  },
};

/** The paragraph after a colon that ends the verb's; a quote in it ends the words. */
function nextParagraph(context: SpeechContext, verb: number): Range | undefined {
  const { text, quotes, quoteAt, lexicon } = context;
  const sentence = text.sentences[text.tokens[verb]!.sentence]!;
  const next = text.sentences[sentence.index + 1];
  const colon = sentence.last - 1;
  if (next === undefined || next.paragraph === sentence.paragraph) return undefined;
  if (lower(context, colon) !== ':' || colon - verb > FAR) return undefined;
  // Another verb nearer to the colon has the words: "he said, adding:".
  for (let i = verb + 1; i < colon; i++) {
    const { upos, lemma } = text.tokens[i]!;
    if (upos === 'VERB' && lexicon.verbs.has(lemma.toLowerCase())) return undefined;
  }
  const quote = quotes[quoteAt[next.first]!];
  if (quote !== undefined) return { first: quote.first, last: quote.last };
  let last = next.last;
  for (let k = next.index + 1; text.sentences[k]?.paragraph === next.paragraph; k++)
    last = text.sentences[k]!.last;
  return trimmed(context, { first: next.first, last });
}
