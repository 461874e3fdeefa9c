import type { Mention, ParsedText, Speech } from '../domain/index.ts';
import { continueQuotes } from './speech/continuation.ts';
import { finishSpeech } from './speech/finish.ts';
import type { SpeechLexicon } from './speech/lexicon.ts';
import { findQuotes, type Quote } from './speech/quotes.ts';
import type { Attribution, SpeechContext } from './speech/rule.ts';
import { SPEECH_RULES } from './speech/rules.ts';
import { treeOf } from './speech/tree.ts';

/** Attributions: who is said to have said what. Thoughts and wishes are left out. */
export function findSpeech(
  text: ParsedText,
  mentions: readonly Mention[],
  lexicon: SpeechLexicon,
): readonly Speech[] {
  const context = contextOf(text, mentions, lexicon);
  const found = findAttributions(context).filter(({ act }) => act === 'speech');
  return finishSpeech(found, context, mentions);
}

/** What the rules look at, worked out once for the whole text. */
export function contextOf(
  text: ParsedText,
  mentions: readonly Mention[],
  lexicon: SpeechLexicon,
): SpeechContext {
  const quotes = findQuotes(text);
  return {
    text,
    tree: treeOf(text),
    lexicon,
    quotes,
    quoteAt: tokensIn(text, quotes),
    outletAt: outlets(text, mentions),
  };
}

/** Every attribution, of thoughts and wishes too. */
export function findAttributions(context: SpeechContext): readonly Attribution[] {
  const found: Attribution[] = [];
  for (let i = 0; i < context.text.tokens.length; i++)
    for (const rule of SPEECH_RULES) {
      const attribution = rule.find(i, context);
      if (attribution === undefined) continue;
      found.push(attribution);
      break;
    }
  return continueQuotes(found, context);
}

function tokensIn({ tokens }: ParsedText, quotes: readonly Quote[]) {
  const at = new Int32Array(tokens.length).fill(-1);
  quotes.forEach(({ first, last }, index) => at.fill(index, first, last));
  return at;
}

function outlets({ tokens }: ParsedText, mentions: readonly Mention[]) {
  const at = new Uint8Array(tokens.length);
  for (const mention of mentions)
    if (mention.type === 'actor' && (mention.kind === 'outlet' || mention.kind === 'agency'))
      at.fill(1, mention.first, mention.last);
  return at;
}
