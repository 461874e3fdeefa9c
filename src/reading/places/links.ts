import type { ParsedText, ParsedToken } from '../../domain/index.ts';
import { levelOfKind } from './words.ts';
import type { PlaceSpan } from './span.ts';

/** The text puts one place inside another: "Sangin, Helmand", "Nirkh district of Wardak". */
export interface Containment {
  readonly inner: number;
  readonly outer: number;
}

const BETWEEN = new Set([
  'in',
  'of',
  ',',
  '(',
  'within',
  'inside',
  'from',
  '-',
  '–',
  'northern',
  'southern',
  'eastern',
  'western',
  'central',
  'the',
  'state',
  'nearby',
  'neighbouring',
  'neighboring',
  'north',
  'south',
  'east',
  'west',
]);
const FARTHEST = 7;

function between(tokens: readonly ParsedToken[], from: number, to: number) {
  return tokens.slice(from, to).map(({ text }) => text.toLowerCase());
}

/** Pairs that stand close enough, with only placing words between; positions are those of `spans`. */
export function containments(
  { tokens }: ParsedText,
  spans: readonly PlaceSpan[],
): readonly Containment[] {
  return spans.flatMap((span, i): readonly Containment[] => {
    const next = spans[i + 1];
    if (!next || next.sentence !== span.sentence || next.first - span.last > FARTHEST) return [];
    const words = between(tokens, span.last, next.first);
    if (words.length === 0) return [];
    // "Helmand's Sangin district"
    if (
      /^['’]s?$/.test(words[0]!) &&
      words.slice(1).every((word) => levelOfKind(word) ?? word === 'northern')
    ) {
      return [{ inner: i + 1, outer: i }];
    }
    const placing = words.every((word) => BETWEEN.has(word) || levelOfKind(word) !== undefined);
    const says = words.some(
      (word) => word === ',' || word === 'in' || word === 'of' || word === '(',
    );
    return placing && says ? [{ inner: i, outer: i + 1 }] : [];
  });
}
