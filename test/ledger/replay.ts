import {
  type ClaimId,
  dayOf,
  isResolved,
  type RecordedClaim,
  supplied,
} from '../../src/domain/index.ts';
import type { ClaimQuery, LedgerEntry, MapQuery } from '../../src/ledger/index.ts';

/** The answers worked out claim by claim from the whole log: slow, and plainly right. */

type Entries = readonly LedgerEntry[];

function saidDay(recorded: RecordedClaim, entries: Entries) {
  const { claim } = recorded;
  const report = entries.find((entry) => entry.report.id === claim.report)!.report;
  const published = report.published && supplied(report.published);
  return published ?? (claim.said.basis === 'unknown' ? dayOf(recorded.recorded) : claim.said.end);
}

export function claimsAsOf(
  log: readonly RecordedClaim[],
  entries: Entries,
  { saidBy, recordedBy, to, inside }: ClaimQuery,
): RecordedClaim[] {
  return log.filter((each) => {
    const said = saidDay(each, entries);
    const { place, when } = each.claim;
    if (saidBy !== undefined && said > saidBy) return false;
    if (recordedBy !== undefined && each.recorded > recordedBy) return false;
    if (to !== undefined && (when.start ?? said) > to) return false;
    return inside === undefined || (isResolved(place) && place.id.startsWith(`${inside}/`));
  });
}

export function marksAsOf(
  log: readonly RecordedClaim[],
  entries: Entries,
  { at, known, perPlace = 5 }: MapQuery,
): ClaimId[] {
  const byPlace = new Map<string, { id: ClaimId; day: string; said: string }[]>();
  for (const each of log) {
    const said = saidDay(each, entries);
    const { place, when, id } = each.claim;
    const day = when.end ?? said;
    if (!isResolved(place) || day > at || said > known) continue;
    byPlace.set(place.id, [...(byPlace.get(place.id) ?? []), { id, day, said }]);
  }
  return [...byPlace.values()].flatMap((marks) =>
    marks
      .sort((a, b) => compare(b.day, a.day) || compare(a.said, b.said) || compare(a.id, b.id))
      .slice(0, perPlace)
      .map(({ id }) => id),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
