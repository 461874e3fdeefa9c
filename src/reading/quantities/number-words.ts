const ONES = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Value of each number word below a hundred, hyphenated ones included. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ...TENS.flatMap((ten, i) =>
    ONES.slice(1, 10).map((one, j) => [`${ten}-${one}`, (i + 2) * 10 + j + 1] as const),
  ),
]);

export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['k', 1000],
  ['lakh', 1e5],
  ['million', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
]);

/** A number of units as written before "days" or "weeks" ("two", "a", "24"); undefined when vague. */
export function smallNumber(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (lower === 'a' || lower === 'an' || lower === 'one') return 1;
  if (lower === 'a couple of' || lower === 'couple') return 2;
  const value = NUMBER_WORDS.get(lower) ?? Number(lower.replaceAll(',', ''));
  return Number.isFinite(value) && lower !== '' ? value : undefined;
}
