import type { ParsedToken, Precision } from '../../domain/index.ts';
import { COMPASS, INSIDE, MARKS, isPluralKind, levelOfKind } from './words.ts';

const CAPITAL = /^\p{Lu}/u;
const LONGEST_LIST = 24;

/** Level that a word beside the name gives it; a plural at the end of a list counts for each. */
export function levelBeside(
  tokens: readonly ParsedToken[],
  first: number,
  last: number,
): Precision | undefined {
  const { sentence } = tokens[first]!;
  const at = (i: number) => (tokens[i]?.sentence === sentence ? tokens[i] : undefined);
  const after = at(last);
  const own = after && levelOfKind(after.text);
  if (own && !isPluralKind(after.text)) return own;
  const before = at(first - 1)?.text.toLowerCase();
  if (before === 'capital' || (before === ',' && at(first - 2)?.text.toLowerCase() === 'capital')) {
    return 'settlement';
  }
  const kind = before === 'of' ? at(first - 2) : at(first - 1);
  // "The Malaab district of Ramadi" is called after another.
  if (before === 'of' && CAPITAL.test(at(first - 3)?.text ?? '') && at(first - 4))
    return levelOfList(tokens, last);
  if (kind && kind.text.toLowerCase() !== 'provincial') {
    const level = levelOfKind(kind.text);
    // "The western districts of Mosul" are parts of it.
    const parts = before === 'of' && isPluralKind(kind.text) && at(first - 3);
    if (parts && COMPASS.has(parts.text.toLowerCase())) return levelOfList(tokens, last);
    if (level && (before === 'of' || kind.text === kind.text.toLowerCase())) return level;
  }
  return levelOfList(tokens, last);
}

/** "Helmand, Kandahar and Herat provinces". */
function levelOfList(tokens: readonly ParsedToken[], last: number) {
  for (let i = last; i < tokens.length && i < last + LONGEST_LIST; i++) {
    const { text } = tokens[i]!;
    if (isPluralKind(text)) return levelOfKind(text);
    const listed =
      CAPITAL.test(text) || text === ',' || MARKS.has(text) || INSIDE.has(text.toLowerCase());
    if (!listed || text === '.') return undefined;
  }
  return undefined;
}
