/** A probability to the nearest hundredth; with the sign of a bound where that would be nothing or all. */
export interface Hundredths {
  readonly bound: '' | '<' | '>';
  readonly value: number;
}

/** Nothing that is read or worked out is certain, though its last digits may be lost: so none is written as 0 or 1. */
export function hundredthsOf(probability: number): Hundredths {
  const value = Math.round(100 * probability);
  if (value <= 0) return { bound: '<', value: 1 };
  if (value >= 100) return { bound: '>', value: 99 };
  return { bound: '', value };
}

/** "0.87"; at the ends ">0.99" and "<0.01". */
export function probabilityText(probability: number): string {
  const { bound, value } = hundredthsOf(probability);
  return `${bound}${(value / 100).toFixed(2)}`;
}
