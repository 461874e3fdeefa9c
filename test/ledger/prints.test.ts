import { expect, test } from 'vitest';
import { syntheticWorld } from '../../bench/synthetic.ts';
import { fingerprint } from '../../src/assessment/index.ts';
import type { Report } from '../../src/domain/index.ts';
import { openLedger, withPrints } from '../../src/ledger/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { temporaryFolder } from '../support/temporary.ts';

test('a fingerprint made with other numbers is made anew from the text', async () => {
  const { origins } = await loadParameters();
  const longer = { ...origins, shingle: { ...origins.shingle, value: 7 } };
  const [entry] = syntheticWorld({ seed: 3, claims: 2 }).entries();
  const ledger = await openLedger({
    folder: temporaryFolder(),
    directory: {
      within: () => [],
      side: () => undefined,
      fingerprint: (report: Report) => fingerprint(report, longer),
    },
  });
  await ledger.append(entry!);
  const heads = (await ledger.reports()).map(({ head }) => head);
  expect(heads[0]!.fingerprint).toEqual(fingerprint(entry!.report, longer));
  const [asStored] = await withPrints(ledger, heads, longer);
  expect(asStored).toBe(heads[0]);
  const [anew] = await withPrints(ledger, heads, origins);
  expect(anew!.fingerprint).toEqual(fingerprint(entry!.report, origins));
  expect(anew!.fingerprint!.shingles).not.toEqual(heads[0]!.fingerprint!.shingles);
  await ledger.close();
});
