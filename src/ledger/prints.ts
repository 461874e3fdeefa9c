import { fingerprint, fingerprintKey, type OriginParameters } from '../assessment/index.ts';
import type { ReportHead } from '../domain/index.ts';
import { isReadReport, type Ledger } from './ledger.ts';

/**
 * Heads with the fingerprints by which copies are found. One that was made with other numbers than
 * those of today, or not at all, is made from the text: prints of two makes do not compare.
 */
export async function withPrints(
  ledger: Ledger,
  heads: readonly ReportHead[],
  origins: OriginParameters,
): Promise<readonly ReportHead[]> {
  const made = fingerprintKey(origins);
  const printed: ReportHead[] = [];
  for (const head of heads) {
    if (head.fingerprint?.madeWith === made) printed.push(head);
    else printed.push(await printAnew(ledger, head, origins));
  }
  return printed;
}

async function printAnew(
  ledger: Ledger,
  head: ReportHead,
  origins: OriginParameters,
): Promise<ReportHead> {
  const stored = await ledger.report(head.id);
  if (!stored || !isReadReport(stored.report)) return head;
  return { ...head, fingerprint: fingerprint(stored.report, origins) };
}
