import type { ParsedToken } from '../../domain/index.ts';
import { MULTIPLIERS, NUMBER_WORDS } from './number-words.ts';

/** A numeral as written: tokens [first, last) and the interval it names. */
export interface Numeral {
  readonly first: number;
  readonly last: number;
  readonly min: number;
  readonly max: number | null;
  /** `fraction` needs no counted noun; `vague` takes one only in the plural; `none` is "no". */
  readonly kind: 'exact' | 'vague' | 'fraction' | 'none';
}

const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;

/** What vague words promise at least; nobody counted, so there is no upper end. */
const VAGUE: ReadonlyMap<string, number> = new Map([
  ['several', 3],
  ['few', 2],
  ['many', 3],
  ['numerous', 3],
  ['multiple', 2],
  ['some', 2],
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2000],
  ['millions', 2e6],
  ['handful', 2],
]);
const TENS_OF: ReadonlyMap<string, number> = new Map([
  ['tens', 20],
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['several', 3],
]);
const PLURALS: ReadonlyMap<string, number> = new Map([
  ['hundreds', 100],
  ['thousands', 1000],
  ['millions', 1e6],
  ['hundred', 100],
  ['thousand', 1000],
  ['dozen', 12],
  ['million', 1e6],
]);
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['tenth', 10],
]);

const OPENERS: ReadonlySet<string> = new Set([
  'no',
  'most',
  'a',
  'half',
  'tens',
  ...VAGUE.keys(),
  ...NUMBER_WORDS.keys(),
]);
const opensNumeral = (word: string) => OPENERS.has(word) || /^\d/.test(word);

const lower = (tokens: readonly ParsedToken[], i: number) => tokens[i]?.text.toLowerCase() ?? '';
const isHyphen = (tokens: readonly ParsedToken[], i: number) =>
  tokens[i]?.text === '-' && tokens[i - 1]?.end === tokens[i]?.start;

/** The numeral that opens at token `i`, if one does. */
export function numeralAt(tokens: readonly ParsedToken[], i: number): Numeral | undefined {
  const word = lower(tokens, i);
  if (!opensNumeral(word)) return undefined;
  if (word === 'no') return { first: i, last: i + 1, min: 0, max: 0, kind: 'none' };
  return fractionAt(tokens, i) ?? vagueAt(tokens, i) ?? exactAt(tokens, i);
}

/** "half", "a third", "two-thirds", "three quarters", "most". */
function fractionAt(tokens: readonly ParsedToken[], i: number): Numeral | undefined {
  const word = lower(tokens, i);
  if (word === 'half') {
    const next = lower(tokens, i + 1);
    // "half a million" and "half-dozen" are numbers; "half-hearted" is neither.
    if (next === '-' || (next === 'a' && MULTIPLIERS.has(lower(tokens, i + 2)))) return undefined;
    return { first: i, last: i + 1, min: 0.5, max: 0.5, kind: 'fraction' };
  }
  if (word === 'most' && lower(tokens, i + 1) === 'of')
    return { first: i, last: i + 1, min: 0.5, max: 1, kind: 'fraction' };
  const numerator = word === 'a' || word === 'one' ? 1 : (NUMBER_WORDS.get(word) ?? 0);
  if (numerator === 0 || numerator > 9) return undefined;
  const at = isHyphen(tokens, i + 1) ? i + 2 : i + 1;
  const written = lower(tokens, at);
  const denominator = FRACTIONS.get(numerator > 1 ? written.replace(/s$/, '') : written);
  if (denominator === undefined || numerator >= denominator) return undefined;
  // "a third attack" counts attacks in order; "a third of" and "two-thirds" are parts.
  if (numerator === 1 && lower(tokens, at + 1) !== 'of') return undefined;
  const value = numerator / denominator;
  return { first: i, last: at + 1, min: value, max: value, kind: 'fraction' };
}

/** "several", "dozens", "tens of thousands", "a handful", "several hundred". */
function vagueAt(tokens: readonly ParsedToken[], i: number): Numeral | undefined {
  const opens = lower(tokens, i);
  const at = opens === 'a' && /^(?:few|handful)$/.test(lower(tokens, i + 1)) ? i + 1 : i;
  const word = at === i ? opens : lower(tokens, at);
  const low = VAGUE.get(word) ?? (word === 'tens' ? 20 : undefined);
  if (low === undefined || (word === 'few' && at === i)) return undefined;
  const ofAt = lower(tokens, at + 1) === 'of' ? at + 2 : at + 1;
  const times = PLURALS.get(lower(tokens, ofAt));
  const base = TENS_OF.get(word) ?? (word === 'few' ? 2 : undefined);
  if (times !== undefined && base !== undefined)
    return { first: i, last: ofAt + 1, min: base * times, max: null, kind: 'vague' };
  return word === 'tens'
    ? undefined
    : { first: i, last: at + 1, min: low, max: null, kind: 'vague' };
}

interface Value {
  readonly value: number;
  readonly last: number;
  readonly multiplied: boolean;
}

/** "12", "2.5 million", "a hundred", "twenty-five", "two dozen", and ranges of them. */
function exactAt(tokens: readonly ParsedToken[], i: number): Numeral | undefined {
  const low = valueAt(tokens, i);
  if (low === undefined) return undefined;
  const joint = lower(tokens, low.last);
  const between = lower(tokens, i - 1) === 'between';
  const attached = /^[-–—]$/.test(joint);
  if (attached || joint === 'to' || joint === 'or' || (joint === 'and' && between)) {
    const high = valueAt(tokens, low.last + 1);
    if (high !== undefined) {
      const shared = high.multiplied && !low.multiplied && low.value < 1000;
      const first = shared ? low.value * scaleOf(tokens, high.last - 1) : low.value;
      if (first < high.value)
        return { first: i, last: high.last, min: first, max: high.value, kind: 'exact' };
    }
  }
  return { first: i, last: low.last, min: low.value, max: low.value, kind: 'exact' };
}

const scaleOf = (tokens: readonly ParsedToken[], i: number) =>
  MULTIPLIERS.get(lower(tokens, i)) ?? 1;

function valueAt(tokens: readonly ParsedToken[], i: number): Value | undefined {
  const word = lower(tokens, i);
  if (DIGITS.test(word)) return scaled(tokens, Number(word.replaceAll(',', '')), i + 1);
  if (word === 'a' || word === 'half') {
    const at = word === 'half' ? (isHyphen(tokens, i + 1) ? i + 2 : i + 1) : i + 1;
    const next = lower(tokens, lower(tokens, at) === 'a' ? at + 1 : at);
    const last = lower(tokens, at) === 'a' ? at + 2 : at + 1;
    const unit = next === 'dozen' ? 12 : next === 'couple' ? 2 : MULTIPLIERS.get(next);
    if (unit === undefined || next.length < 3 || (next === 'couple' && word === 'half'))
      return undefined;
    return {
      value: word === 'half' ? unit / 2 : unit,
      last: skipOf(tokens, last, next),
      multiplied: true,
    };
  }
  return NUMBER_WORDS.has(word) ? wordsAt(tokens, i) : undefined;
}

/** "a couple of": the noun follows the "of". */
const skipOf = (tokens: readonly ParsedToken[], last: number, word: string) =>
  word === 'couple' && lower(tokens, last) === 'of' ? last + 1 : last;

/** "two thousand five hundred", "twenty-five", "two dozen". */
function wordsAt(tokens: readonly ParsedToken[], i: number): Value {
  let at = i;
  let total = 0;
  let current = 0;
  for (;;) {
    const word = lower(tokens, at);
    const value = NUMBER_WORDS.get(word);
    const times = word.length > 2 ? MULTIPLIERS.get(word) : undefined;
    if (
      value !== undefined &&
      (at === i || current % 100 === 0 || (current % 10 === 0 && value < 10))
    )
      current += value;
    else if (times === 100 && current > 0) current *= 100;
    else if (times !== undefined && current > 0) {
      total += current * times;
      current = 0;
    } else if (word === 'dozen' && current > 0) {
      return { value: total + current * 12, last: at + 1, multiplied: true };
    } else if (!(at > i && joinsNumber(tokens, at))) break;
    at++;
  }
  return { value: total + current, last: at, multiplied: total > 0 };
}

/** "twenty-five", "hundred and ten". */
function joinsNumber(tokens: readonly ParsedToken[], at: number) {
  if (!NUMBER_WORDS.has(lower(tokens, at + 1))) return false;
  if (lower(tokens, at) === 'and')
    return /^(?:hundred|thousand|million)$/.test(lower(tokens, at - 1));
  return isHyphen(tokens, at) && (NUMBER_WORDS.get(lower(tokens, at - 1)) ?? 0) >= 20;
}

function scaled(tokens: readonly ParsedToken[], value: number, last: number): Value {
  const word = lower(tokens, last);
  if (word === 'dozen') return { value: value * 12, last: last + 1, multiplied: true };
  const times = MULTIPLIERS.get(word);
  // "5m" and "3k" only when attached: "5 m" is a length.
  if (times === undefined || (word.length === 1 && tokens[last - 1]!.end !== tokens[last]!.start))
    return { value, last, multiplied: false };
  return { value: value * times, last: last + 1, multiplied: true };
}
