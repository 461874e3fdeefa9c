import { type FoundRoles, isEqual, noCounts, scoresOf, tally, total } from '../bench/muc4/score.ts';
import { fill, type Muc4Model, type ScoredUnit } from '../src/codebooks/muc4/code.ts';
import { type Slot, SLOTS } from '../src/codebooks/muc4/slots.ts';
import type { Prepared } from './muc4-examples.ts';

/** A report whose units were scored by weights that have not seen it. */
export interface Held {
  readonly one: Prepared;
  readonly units: readonly ScoredUnit[];
}

/** For each slot the threshold with the best F1. */
export function bestThresholds(
  held: readonly Held[],
  log: (line: string) => void,
): Muc4Model['thresholds'] {
  const thresholds = bySlot(() => 0.5);
  for (const slot of SLOTS) {
    let most = 0;
    for (let at = 6; at < 70; at += 2) {
      const alone = bySlot((one) => (one === slot ? at / 100 : NEVER));
      const { f1 } = scoresOf(countsAt(held, alone)[slot]);
      if (f1 > most) [most, thresholds[slot]] = [f1, at / 100];
    }
  }
  log(`thresholds ${JSON.stringify(thresholds)}`);
  log(`cross-validated: ${JSON.stringify(scoresOf(total(countsAt(held, thresholds))))}`);
  return thresholds;
}

/** No probability is as high. */
const NEVER = 2;

const bySlot = <T>(of: (slot: Slot) => T) =>
  Object.fromEntries(SLOTS.map((slot) => [slot, of(slot)])) as Record<Slot, T>;

function countsAt(held: readonly Held[], thresholds: Muc4Model['thresholds']) {
  const counts = noCounts();
  for (const { one, units } of held) {
    const template = fill(one, units, thresholds);
    const found: FoundRoles = bySlot((slot) => template[slot].map(({ text }) => text));
    tally(counts, one.gold, found, isEqual);
  }
  return counts;
}
