import type { ParsedToken } from '../../domain/index.ts';
import type { Numeral } from './numeral.ts';

type Bound = 'least' | 'most' | 'about';

/** Longest first; each is what stands right before a numeral. */
const BEFORE: readonly (readonly [string, Bound])[] = [
  ['no fewer than', 'least'],
  ['no less than', 'least'],
  ['not less than', 'least'],
  ['in excess of', 'least'],
  ['a minimum of', 'least'],
  ['a total of', 'about'],
  ['no more than', 'most'],
  ['not more than', 'most'],
  ['as many as', 'most'],
  ['as much as', 'most'],
  ['a maximum of', 'most'],
  ['at least', 'least'],
  ['more than', 'least'],
  ['upwards of', 'least'],
  ['just over', 'least'],
  ['well over', 'least'],
  ['at most', 'most'],
  ['up to', 'most'],
  ['fewer than', 'most'],
  ['less than', 'most'],
  ['just under', 'most'],
  ['an estimated', 'about'],
  ['close to', 'about'],
  ['some', 'about'],
  ['over', 'least'],
  ['exceeding', 'least'],
  ['under', 'most'],
  ['below', 'most'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['approximately', 'about'],
  ['estimated', 'about'],
  ['between', 'about'],
  ['another', 'about'],
];
const BY_LAST_WORD = new Map<string, (readonly [readonly string[], Bound])[]>();
for (const [phrase, bound] of BEFORE) {
  const words = phrase.split(' ');
  const last = words.at(-1)!;
  BY_LAST_WORD.set(last, [...(BY_LAST_WORD.get(last) ?? []), [words, bound]]);
}

const endsWith = (tokens: readonly ParsedToken[], end: number, words: readonly string[]) =>
  words.every((word, k) => tokens[end - words.length + k]?.text.toLowerCase() === word);

/** Takes in the words around a numeral that say it is a least, a most or a rough number. */
export function bounded(tokens: readonly ParsedToken[], numeral: Numeral): Numeral {
  let { first, last, min, max } = numeral;
  for (;;) {
    const found = BY_LAST_WORD.get(tokens[first - 1]?.text.toLowerCase() ?? '')?.find(([words]) =>
      endsWith(tokens, first, words),
    );
    if (found === undefined) break;
    first -= found[0].length;
    if (found[1] === 'least') max = null;
    if (found[1] === 'most' && max !== null) min = 0;
  }
  const next = tokens[last]?.text.toLowerCase();
  const after = tokens[last + 1]?.text.toLowerCase();
  if (next === '+' || (next === 'or' && after === 'more')) {
    max = null;
    last += next === '+' ? 1 : 2;
  }
  return {
    ...numeral,
    first,
    last,
    min,
    max: numeral.kind === 'fraction' && max === null ? 1 : max,
  };
}
