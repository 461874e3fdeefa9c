/** Log odds of one unit: what speaks for it as a whole, and any one of its mentions that tells. */
export function unitSums(whole: Float64Array, mentions: readonly Float64Array[]): Float64Array {
  return whole.map((sum, slot) => {
    const most = Math.max(...mentions.map((mention) => mention[slot]!));
    const all = mentions.reduce((total, mention) => total + Math.exp(mention[slot]! - most), 0);
    return sum + most + Math.log(all);
  });
}

/** How likely each unit fills a slot, when one of them does or none: by unit and slot. */
export function chances(
  units: readonly Float64Array[],
  none: Float64Array,
): readonly Float64Array[] {
  const totals = none.map((empty, slot) => {
    const most = Math.max(empty, ...units.map((sums) => sums[slot]!));
    const rest = units.reduce((total, sums) => total + Math.exp(sums[slot]! - most), 0);
    return most + Math.log(Math.exp(empty - most) + rest);
  });
  return units.map((sums) => sums.map((sum, slot) => Math.exp(sum - totals[slot]!)));
}

/** Sums of numbers by their weights, row by row, for each slot. */
export function weighted(
  numbers: Float64Array,
  weights: readonly (readonly number[])[],
): Float64Array {
  const sums = new Float64Array(weights[0]?.length ?? 0);
  weights.forEach((row, i) => row.forEach((weight, slot) => (sums[slot]! += weight * numbers[i]!)));
  return sums;
}
