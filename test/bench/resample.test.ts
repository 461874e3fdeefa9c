import { describe, expect, test } from 'vitest';
import { compare, thinned, withoutEach } from '../../bench/replay/resample.ts';

describe('records made from one', () => {
  const items = Array.from({ length: 200 }, (_, i) => i);

  test('the same seed gives the same records, of about the share asked for', () => {
    const options = { records: 3, share: 0.7, seed: 5 };
    const records = thinned(items, options);
    expect(thinned(items, options)).toEqual(records);
    expect(thinned(items, { ...options, seed: 6 })).not.toEqual(records);
    for (const { length } of records) {
      expect(length).toBeGreaterThan(115);
      expect(length).toBeLessThan(165);
    }
  });

  test('each outlet is left out once, with all it wrote', () => {
    const records = withoutEach(['a1', 'b1', 'a2'], (item) => item[0]!);
    expect(records).toEqual([['b1'], ['a1', 'a2']]);
  });

  test('ahead of both is lower than the lower of them, and what cannot be judged does not count', () => {
    const compared = compare([
      { assessment: 0.1, lastClaim: 0.2, majority: 0.3 },
      { assessment: 0.2, lastClaim: 0.1, majority: 0.3 },
      { assessment: 0.3, lastClaim: 0.3, majority: 0.3 },
      { assessment: NaN, lastClaim: NaN, majority: NaN },
    ]);
    expect(compared.records).toBe(3);
    expect(compared.brier.assessment).toBeCloseTo(0.2, 12);
    expect(compared.ahead).toEqual({ ofLastClaim: 1, ofMajority: 2, ofBoth: 1 });
  });
});
