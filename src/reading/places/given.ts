import {
  countWhile,
  overlaps,
  type ParsedText,
  type Place,
  type Span,
} from '../../domain/index.ts';
import { plain } from '../../gazetteer/fold.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import { named, type Named } from './candidates.ts';
import type { Lookup, PlaceSpan } from './span.ts';
import { levelBeside } from './beside.ts';
import { COMPASS, NEVER, STREETS } from './words.ts';

/** Spans that somebody else says name places; a name that stands alone counts inside longer ones, too. */
export function spansAt(
  text: ParsedText,
  named: readonly Span[],
  lookup: Lookup,
): readonly PlaceSpan[] {
  const alone = new Set(named.map(({ start, end }) => plain(text.report.body.slice(start, end))));
  return named.map((span) => spanAt(text, span, { lookup, alone }));
}

function spanAt(
  text: ParsedText,
  { start, end }: Span,
  { lookup, alone }: { readonly lookup: Lookup; readonly alone: ReadonlySet<string> },
): PlaceSpan {
  const { tokens, report } = text;
  const before = countWhile(tokens.length, (index) => tokens[index]!.end <= start);
  const first = Math.min(before, tokens.length - 1);
  let last = first + 1;
  while (last < tokens.length && overlaps(tokens[last]!, { start, end })) last++;
  const words = report.body.slice(start, end);
  const whole = named(words, lookup);
  const found: Named & Pick<PlaceSpan, 'partOfName'> = isStreet(text, last)
    ? { candidates: [] }
    : whole.candidates.length > 0
      ? whole
      : { candidates: placeInside(words, lookup, alone), partOfName: true };
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

/**
 * A known place inside a name that is none itself: "Arizona State University" is in Arizona. A street
 * called after a place is elsewhere, and so is an embassy; a people's name opens what is theirs.
 */
export function placeInside(
  words: string,
  lookup: Lookup,
  alone: ReadonlySet<string>,
): readonly Candidate[] {
  const parts = words.split(/[\s-]+/);
  if (STREETS.test(parts.at(-1)!)) return [];
  let country: readonly Candidate[] = [];
  for (let length = parts.length - 1; length > 0; length--) {
    for (let first = 0; first + length <= parts.length; first++) {
      const piece = parts.slice(first, first + length).join(' ');
      if (!/^\p{Lu}/u.test(piece) || isCommon(piece.toLowerCase())) continue;
      const people = lookup.gazetteer.people(piece);
      if (people) {
        if (first === 0 && !parts.some((part) => EMBASSY.test(part))) {
          country = [{ place: people, similarity: 1 }];
        }
        continue;
      }
      const found = lookup.exact(piece);
      const known = alone.has(plain(piece));
      const prominent = found.filter(({ place }) => known || isProminent(place));
      if (prominent.length > 0) return prominent;
    }
  }
  return country;
}

/** "The corner of State and Hubbard streets". */
function isStreet({ tokens }: ParsedText, last: number): boolean {
  let at = last;
  while (at < last + LONGEST_PAIR && /^(and|\p{Lu}.*)$/u.test(tokens[at]?.text ?? '')) at++;
  const joined = at === last || tokens[last]!.text === 'and';
  return joined && /^(streets?|avenues?|boulevards?)$/i.test(tokens[at]?.text ?? '');
}
const LONGEST_PAIR = 4;
const EMBASSY = /^(embassy|consulate|mission|ambassador)$/i;
const isCommon = (word: string) => NEVER.has(word) || COMPASS.has(word);
const PROMINENT = 50_000;
const isProminent = ({ level, population = 0 }: Place) =>
  level === 'settlement' ? population >= PROMINENT : level !== 'district';
