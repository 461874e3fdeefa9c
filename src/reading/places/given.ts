import { overlaps, type ParsedText, type Span } from '../../domain/index.ts';
import { named } from './candidates.ts';
import type { Lookup, PlaceSpan } from './span.ts';
import { levelBeside } from './beside.ts';

/** A span that somebody else says names a place. */
export function spanAt(text: ParsedText, { start, end }: Span, lookup: Lookup): PlaceSpan {
  const { tokens, report } = text;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const first = Math.min(low, tokens.length - 1);
  let last = first + 1;
  while (last < tokens.length && overlaps(tokens[last]!, { start, end })) last++;
  const words = report.body.slice(start, end);
  const { level = levelBeside(tokens, first, last), ...rest } = named(words, lookup);
  return {
    first,
    last,
    start,
    end,
    text: words,
    sentence: tokens[first]!.sentence,
    ...rest,
    ...(level === undefined ? {} : { level }),
  };
}
