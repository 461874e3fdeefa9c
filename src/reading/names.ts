import type { ParsedText } from '../domain/index.ts';
import type { NameSpan } from './drafts.ts';
import { nameHints } from './name-hints.ts';
import { repeatedNames } from './name-repeats.ts';
import { isTown } from './name-towns.ts';
import type { ReadingResources } from './resources.ts';

/** What joins two places rather than the words of one name. */
const BETWEEN = /^(?:to|from|,|;|–|—)$/;

/** Names in the whole text, kept consistent across it; token indices count through the text. */
export function findNames(text: ParsedText, resources: ReadingResources): readonly NameSpan[] {
  const tagged = text.sentences.flatMap(({ first, last }) => {
    const tokens = text.tokens.slice(first, last);
    const words = resources.letterCase.restore(tokens.map((token) => token.text));
    const spans = resources.names.tag(words, tokens, nameHints(words, resources));
    return spans.map((span) => ({ ...span, first: span.first + first, last: span.last + first }));
  });
  const spans = repeatedNames(
    text,
    tagged.flatMap((span) => divided(text, span)),
  );
  return spans.map((span) =>
    isTown(text, span, spans, resources.gazetteer) ? { ...span, type: 'location' } : span,
  );
}

/** "from Moscow to Uzbekistan" names two places. */
function divided({ tokens }: ParsedText, span: NameSpan): NameSpan[] {
  if (span.type !== 'location') return [span];
  const parts: NameSpan[] = [];
  let { first } = span;
  for (let i = span.first; i <= span.last; i++) {
    if (i < span.last && !BETWEEN.test(tokens[i]!.text)) continue;
    if (i > first) parts.push({ ...span, first, last: i });
    first = i + 1;
  }
  return parts;
}
