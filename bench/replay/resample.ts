import { Random } from '../random.ts';

/** Brier scores of one record of reports. */
export interface Scores {
  readonly assessment: number;
  readonly lastClaim: number;
  readonly majority: number;
}

export interface Compared {
  readonly records: number;
  /** Means over the records. */
  readonly brier: Scores;
  /** In how many of them the assessment has the lower Brier score. */
  readonly ahead: {
    readonly ofLastClaim: number;
    readonly ofMajority: number;
    readonly ofBoth: number;
  };
}

/** So many records, in each of which a report stands with the chance `share`. */
export function thinned<Item>(
  items: readonly Item[],
  {
    records,
    share,
    seed,
  }: { readonly records: number; readonly share: number; readonly seed: number },
): Item[][] {
  const random = new Random(seed);
  return Array.from({ length: records }, () => items.filter(() => random.next() < share));
}

/** As many records as there are outlets, each without one of them. */
export function withoutEach<Item>(
  items: readonly Item[],
  outletOf: (item: Item) => string,
): Item[][] {
  const outlets = [...new Set(items.map(outletOf))].sort();
  return outlets.map((outlet) => items.filter((item) => outletOf(item) !== outlet));
}

/**
 * One record of reports says little of who is better: what it would have been with other reports
 * of the same war says more. Records in which nothing could be judged do not count.
 */
export function compare(all: readonly Scores[]): Compared {
  const judged = all.filter(({ assessment }) => Number.isFinite(assessment));
  const mean = (of: (scores: Scores) => number) =>
    judged.reduce((sum, scores) => sum + of(scores), 0) / judged.length;
  const count = (holds: (scores: Scores) => boolean) => judged.filter(holds).length;
  return {
    records: judged.length,
    brier: {
      assessment: mean(({ assessment }) => assessment),
      lastClaim: mean(({ lastClaim }) => lastClaim),
      majority: mean(({ majority }) => majority),
    },
    ahead: {
      ofLastClaim: count((one) => one.assessment < one.lastClaim),
      ofMajority: count((one) => one.assessment < one.majority),
      ofBoth: count((one) => one.assessment < Math.min(one.lastClaim, one.majority)),
    },
  };
}
