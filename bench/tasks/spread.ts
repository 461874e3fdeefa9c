const round = (value: number) => Math.round(value * 10) / 10;

/** Where the value lies below which a share of all are. */
export const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(share * values.length))
  ]!;

/** Milliseconds, told to a tenth. */
export const spreadOf = (times: readonly number[]) => ({
  n: times.length,
  p50ms: round(quantile(times, 0.5)),
  p95ms: round(quantile(times, 0.95)),
  maxMs: round(Math.max(...times)),
});
