import type { ParsedText, Place } from '../../domain/index.ts';
import type { Resolution } from './resolve.ts';
import { textOf, type PlaceSpan } from './span.ts';
import { GROUND_ENDS, GROUNDS } from './words.ts';

const CAPITAL = /^\p{Lu}\p{L}+/u;
const LONGEST = 4;
const REACH = 4;

/** "The Kharbmaidon training ground": a site by a name that nothing else has taken. */
export function unknownSites(text: ParsedText, taken: ReadonlySet<number>): readonly PlaceSpan[] {
  const { tokens } = text;
  return tokens.flatMap((token, i): readonly PlaceSpan[] => {
    if (!GROUND_ENDS.has(token.text)) return [];
    const phrase = `${tokens[i - 1]?.text ?? ''} ${token.text}`.toLowerCase();
    const length = GROUNDS.has(phrase) ? 2 : GROUNDS.has(token.text.toLowerCase()) ? 1 : 0;
    if (length === 0) return [];
    const noun = i + 1 - length;
    let first = noun;
    while (
      first > 0 &&
      noun - first < LONGEST &&
      tokens[first - 1]!.sentence === token.sentence &&
      CAPITAL.test(tokens[first - 1]!.text) &&
      !taken.has(first - 1)
    ) {
      first--;
    }
    const opens = tokens[first - 1]?.sentence !== token.sentence;
    if (
      first === noun ||
      opens ||
      !/^(the|at|in|near|of|from|a|on|and)$/i.test(tokens[first - 1]!.text)
    )
      return [];
    const { start } = tokens[first]!;
    const words = textOf(text, first, i + 1);
    return [
      {
        first,
        last: i + 1,
        start,
        end: token.end,
        text: words,
        sentence: token.sentence,
        candidates: [],
      },
    ];
  });
}

/** The place that the text puts right after: "X in Tajikistan", "X, Helmand". */
export function areaAfter(
  { tokens }: ParsedText,
  { last, sentence }: PlaceSpan,
  resolutions: readonly Resolution[],
): Place | undefined {
  const next = resolutions.find(({ span }) => span.first >= last);
  if (!next || next.span.sentence !== sentence || next.span.first - last > REACH) return undefined;
  const between = tokens.slice(last, next.span.first).map(({ text }) => text.toLowerCase());
  const placing = between.every((word) =>
    /^(in|of|,|the|district|province|region|village|town|\p{Ll}+ern)$/u.test(word),
  );
  return placing && between.some((word) => /^(in|of|,)$/.test(word)) ? next.place : undefined;
}
