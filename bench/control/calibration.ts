import type { ItemScore } from './score.ts';

export interface Bin {
  readonly from: number;
  readonly n: number;
  readonly confidence: number;
  readonly right: number;
}

const BINS = 10;

/** Confidence of the claims found against the share that was right, in tenths. */
export function binsOf(scores: readonly ItemScore[]): readonly Bin[] {
  const all = scores.flatMap(({ matched, spurious }) => [
    ...matched.map(({ coded }) => ({ confidence: coded.claim.confidence, right: 1 })),
    ...spurious.map(({ claim }) => ({ confidence: claim.confidence, right: 0 })),
  ]);
  return Array.from({ length: BINS }, (_, i) => {
    const inside = all.filter(
      ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === i,
    );
    const mean = (values: readonly number[]) =>
      values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      from: i / BINS,
      n: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      right: mean(inside.map(({ right }) => right)),
    };
  }).filter(({ n }) => n > 0);
}

/** Expected calibration error: mean distance of confidence from the share right, weighted by bin. */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  const gap = bins.reduce((sum, bin) => sum + bin.n * Math.abs(bin.confidence - bin.right), 0);
  return total === 0 ? 0 : gap / total;
}
