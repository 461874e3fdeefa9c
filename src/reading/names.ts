import type { ParsedText } from '../domain/index.ts';
import type { NameSpan } from './drafts.ts';
import { nameHints } from './name-hints.ts';
import type { ReadingResources } from './resources.ts';

/** Names in the whole text, kept consistent across it; token indices count through the text. */
export function findNames(text: ParsedText, resources: ReadingResources): readonly NameSpan[] {
  return text.sentences.flatMap(({ first, last }) => {
    const tokens = text.tokens.slice(first, last);
    const words = tokens.map((token) => token.text);
    const spans = resources.names.tag(words, tokens, nameHints(words, resources));
    return spans.map((span) => ({ ...span, first: span.first + first, last: span.last + first }));
  });
}
