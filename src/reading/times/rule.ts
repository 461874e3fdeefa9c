import type { ParsedText } from '../../domain/index.ts';
import type { Period } from './calendar.ts';

/** What a rule made of the words: days, or why there are none. */
export type Finding =
  | (Period & {
      readonly basis: 'stated' | 'implied';
      readonly assumed?: 'year' | 'month';
      /** Joins with a neighbour: "Thursday" with "August 5", "5 p.m." with "Thursday". */
      readonly grain: 'hour' | 'weekday' | 'day' | 'period';
    })
  | { readonly basis: 'unknown'; readonly reason: string };

/** The verb near the words looks back, ahead, or cannot be told. */
export type Outlook = 'past' | 'future' | 'open';

export interface TimeContext {
  readonly text: ParsedText;
  readonly body: string;
  /** Day number of publication; undefined when the report's date is not known. */
  readonly published: number | undefined;
  /** Latest day that the text itself named before here, for "a day earlier". */
  readonly anchor: Period | undefined;
  readonly outlook: Outlook;
  /** Lower-case word before the match; empty at the start of the text. */
  readonly before: string;
  /** Token the match starts at. */
  readonly token: number;
}

/**
 * One way to write a time. `words` are the lower-case first words that can open it, or "digit" for
 * any number in digits; `pattern` is sticky and starts where that token starts.
 */
export interface TimeRule {
  readonly name: string;
  readonly words: readonly string[];
  readonly pattern: RegExp;
  /** Undefined when the words turn out not to be a time: "march on the city". */
  resolve(match: RegExpExecArray, context: TimeContext): Finding | undefined;
}

export const UNDATED: Finding = { basis: 'unknown', reason: "the report's date is not known" };

export type Grain = 'hour' | 'weekday' | 'day' | 'period';

export const stated = (period: Period, grain: Grain = 'period'): Finding => ({
  ...period,
  basis: 'stated',
  grain,
});

export const implied = (period: Period, grain: Grain = 'period'): Finding => ({
  ...period,
  basis: 'implied',
  grain,
});
