import { overlaps, type ParsedText, type Place, type Span } from '../../domain/index.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import { named, type Named } from './candidates.ts';
import type { Lookup, PlaceSpan } from './span.ts';
import { levelBeside } from './beside.ts';
import { COMPASS, NEVER } from './words.ts';

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
  const whole = named(words, lookup);
  const found: Named =
    whole.candidates.length > 0 ? whole : { candidates: placeInside(words, lookup) };
  const { level = levelBeside(tokens, first, last), ...rest } = found;
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

/** A known place inside a name that is none itself: "Arizona State University" is in Arizona. */
export function placeInside(words: string, lookup: Lookup): readonly Candidate[] {
  const parts = words.split(/[\s-]+/);
  for (let length = parts.length - 1; length > 0; length--) {
    for (let first = 0; first + length <= parts.length; first++) {
      const piece = parts.slice(first, first + length).join(' ');
      if (!/^\p{Lu}/u.test(piece) || isCommon(piece.toLowerCase())) continue;
      const people = lookup.gazetteer.people(piece);
      const found = people ? [{ place: people, similarity: 1 }] : lookup.exact(piece);
      const prominent = found.filter(({ place }) => isProminent(place));
      if (prominent.length > 0) return prominent;
    }
  }
  return [];
}

const isCommon = (word: string) => NEVER.has(word) || COMPASS.has(word);
const PROMINENT = 50_000;
const isProminent = ({ level, population = 0 }: Place) =>
  level === 'settlement' ? population >= PROMINENT : level !== 'district';
