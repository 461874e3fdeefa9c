import type { Instant, Pin } from '../domain/index.ts';
import type { Row, Statement } from './engine.ts';
import type { PinEntry, RecordedPin } from './ledger.ts';
import { INSTANT } from './query.ts';

export function insertPin({ source, pin, reason, by }: PinEntry, recorded: Instant): Statement {
  const [grade, reliability] = typeof pin === 'number' ? [null, pin] : [pin, null];
  return {
    text: `INSERT INTO pins (source, grade, reliability, reason, reviewer, recorded)
      VALUES ($1, $2, $3, $4, $5, $6::timestamptz)`,
    values: [source, grade, reliability, reason, by, recorded],
  };
}

export const selectPins = (): Statement => ({
  text: `SELECT source, grade, reliability, reason, reviewer, ${INSTANT('recorded')} AS recorded
    FROM pins ORDER BY entry`,
  values: [],
});

export const toRecordedPin = (row: Row): RecordedPin => ({
  source: row['source'] as string,
  pin: (row['grade'] ?? row['reliability'] ?? null) as Pin | null,
  reason: row['reason'] as string,
  by: row['reviewer'] as string,
  recorded: row['recorded'] as Instant,
});

/** What holds after all entries: the last word on each source, where it was not taken back. */
export function pinsOf(entries: readonly RecordedPin[]): ReadonlyMap<string, Pin> {
  const pins = new Map<string, Pin>();
  for (const { source, pin } of entries) {
    if (pin === null) pins.delete(source);
    else pins.set(source, pin);
  }
  return pins;
}
