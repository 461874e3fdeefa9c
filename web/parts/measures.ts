import type { Total, TrendMeasure } from '../../src/server/wire.ts';

type Denominator = Total['denominator'] | TrendMeasure['measure'];

const compact = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, notation: 'compact' });
const round = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', {
  maximumFractionDigits: 1,
  minimumFractionDigits: 1,
});

/** An amount of places, of people or of square kilometres, without its unit. */
export function figure(value: number, denominator: Denominator): string {
  if (denominator === 'population') return compact.format(value);
  if (denominator === 'area') return round.format(Math.round(value));
  return whole.format(value);
}

/** The same with its unit, where it has one. */
export const amount = (value: number, denominator: Denominator): string =>
  `${figure(value, denominator)}${denominator === 'area' ? '\u00a0km²' : ''}`;

/** The same where parts of a place count: a sum of probabilities. */
export const expectedFigure = (value: number, denominator: Denominator): string =>
  denominator === 'population' || denominator === 'area'
    ? figure(value, denominator)
    : tenth.format(value);
