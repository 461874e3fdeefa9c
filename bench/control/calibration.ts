import type { ItemScore } from './score.ts';

export interface Bin {
  readonly from: number;
  readonly n: number;
  readonly confidence: number;
  readonly right: number;
}

const BINS = 10;

interface Judged {
  readonly confidence: number;
  readonly right: number;
}

const judged = (scores: readonly ItemScore[]): readonly Judged[] =>
  scores.flatMap(({ matched, spurious }) => [
    ...matched.map(({ coded }) => ({ confidence: coded.claim.confidence, right: 1 })),
    ...spurious.map(({ claim }) => ({ confidence: claim.confidence, right: 0 })),
  ]);

/** Confidence of the claims found against the share that was right, in tenths. */
export function binsOf(scores: readonly ItemScore[]): readonly Bin[] {
  const all = judged(scores);
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

/** How often a right claim has more confidence than a wrong one: 0.5 by chance (area under the ROC curve). */
export function ranking(scores: readonly ItemScore[]): number {
  const all = judged(scores);
  const right = all.filter((one) => one.right === 1);
  const wrong = all.filter((one) => one.right === 0);
  let sum = 0;
  for (const a of right)
    for (const b of wrong)
      sum += a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0;
  return right.length === 0 || wrong.length === 0 ? 0.5 : sum / (right.length * wrong.length);
}
