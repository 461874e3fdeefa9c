import { InvalidArgumentError } from 'commander';
import { type Day, parseDay } from '../domain/index.ts';

/** Parsers of option values: each says what was expected. */

export function dayOption(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) {
    throw new InvalidArgumentError('expected a day that exists, as YYYY-MM-DD.');
  }
  return parsed;
}

export const wholeNumber = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}.`);
  }
  return number;
};

/** For options that may be given more than once. */
export const collect = (value: string, before: readonly string[] = []) => [...before, value];

/** "10MB", "500kB", "2000000". */
export function sizeOption(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(k|m|g)?b?$/i.exec(text.trim());
  if (!match) throw new InvalidArgumentError('expected a size such as 10MB, 500kB or 2000000.');
  const factor = { k: 1e3, m: 1e6, g: 1e9 }[match[2]?.toLowerCase() ?? ''] ?? 1;
  return Math.round(Number(match[1]) * factor);
}

export const collectDays = (value: string, before: readonly Day[] = []) => [
  ...before,
  dayOption(value),
];
