import type { ParsedToken } from '../../domain/index.ts';
import type { PlaceContext } from '../places.ts';
import { textOf, type Lookup, type PlaceSpan } from './span.ts';
import { levelBeside } from './beside.ts';
import { INSIDE, LOCATING, MARKS, NEVER } from './words.ts';

const LONGEST = 7;
const CAPITAL = /^\p{Lu}/u;
const ALL_CAPITALS = /^[\p{Lu}\p{N}.'’-]+$/u;

/** Tokens that another reading has settled: inside an actor's name, or a person's or body's. */
function settledTokens({ names, actors }: PlaceContext): ReadonlySet<number> {
  const settled = new Set<number>();
  const add = (first: number, last: number) => {
    for (let i = first; i < last; i++) settled.add(i);
  };
  for (const { kind, first, last } of actors) if (kind !== 'state') add(first, last);
  for (const { type, first, last } of names) {
    if (type === 'person' || type === 'organisation') add(first, last);
  }
  return settled;
}

const isInside = (word: string) => MARKS.has(word) || INSIDE.has(word.toLowerCase());

/** Ends of names that may start at `first`, longest first. */
function ends(tokens: readonly ParsedToken[], first: number, settled: ReadonlySet<number>) {
  const found: number[] = [];
  const { sentence } = tokens[first]!;
  for (let i = first; i < tokens.length && i < first + LONGEST; i++) {
    const token = tokens[i]!;
    if (token.sentence !== sentence || settled.has(i)) break;
    if (CAPITAL.test(token.text)) found.unshift(i + 1);
    else if (isInside(token.text)) continue;
    else if (i > first && tokens[i - 1]!.end === token.start && /\p{L}/u.test(token.text))
      found.unshift(i + 1);
    else break;
  }
  return found;
}

const PROMINENT = 100_000;

/** Whether the surroundings or the gazetteer speak for a place rather than for any other name. */
function believable(
  tokens: readonly ParsedToken[],
  span: { readonly first: number; readonly last: number },
  candidates: PlaceSpan['candidates'],
) {
  const before = tokens[span.first - 1]?.text.toLowerCase() ?? '';
  if (LOCATING.has(before)) return true;
  return candidates.some(
    ({ place }) =>
      place.level === 'country' ||
      place.level === 'region' ||
      place.level === 'province' ||
      place.capitalOf !== undefined ||
      (place.population ?? 0) >= PROMINENT,
  );
}

/** Spans that may name places, longest match first, left to right. */
export function scanSpans(context: PlaceContext, lookup: Lookup): readonly PlaceSpan[] {
  const { tokens } = context.text;
  const settled = settledTokens(context);
  const spans: PlaceSpan[] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (settled.has(first) || !CAPITAL.test(tokens[first]!.text)) continue;
    const span = spanFrom(context, lookup, first, settled);
    if (!span) continue;
    spans.push(span);
    first = span.last - 1;
  }
  return spans;
}

function spanFrom(
  context: PlaceContext,
  lookup: Lookup,
  first: number,
  settled: ReadonlySet<number>,
): PlaceSpan | undefined {
  const { text } = context;
  const { tokens } = text;
  for (const last of ends(tokens, first, settled)) {
    const words = textOf(text, first, last);
    if (last === first + 1 && NEVER.has(words.toLowerCase()) && !ALL_CAPITALS.test(words)) return;
    const level = levelBeside(tokens, first, last);
    const candidates = level === undefined ? lookup.exact(words) : lookup.close(words);
    if (candidates.length === 0) continue;
    if (level === undefined && !believable(tokens, { first, last }, candidates)) continue;
    const { start, sentence } = tokens[first]!;
    const { end } = tokens[last - 1]!;
    const span = { first, last, start, end, sentence, text: words, candidates };
    return level === undefined ? span : { ...span, level };
  }
  return undefined;
}
