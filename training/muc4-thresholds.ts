import { type FoundRoles, isEqual, noCounts, scoresOf, tally, total } from '../bench/muc4/score.ts';
import { fill, type Muc4Model, type ScoredUnit } from '../src/codebooks/muc4/code.ts';
import { type Slot, SLOTS } from '../src/codebooks/muc4/slots.ts';
import type { Prepared } from './muc4-examples.ts';

/** A report whose units were scored by weights that have not seen it. */
export interface Held {
  readonly one: Prepared;
  readonly units: readonly ScoredUnit[];
}

/** Thresholds with the best F1 over all slots together, found one slot after the other, three times. */
export function bestThresholds(
  held: readonly Held[],
  log: (line: string) => void,
): Muc4Model['thresholds'] {
  const at = LEVELS.map((level) =>
    countsAt(
      held,
      bySlot(() => level),
    ),
  );
  const levels = bySlot(() => 0);
  const counts = () => bySlot((slot) => at[levels[slot]]![slot]);
  for (let round = 0; round < 3; round++)
    for (const slot of SLOTS) {
      const scores = LEVELS.map((_, level) => {
        levels[slot] = level;
        return scoresOf(total(counts())).f1;
      });
      levels[slot] = scores.indexOf(Math.max(...scores));
    }
  const thresholds = bySlot((slot) => LEVELS[levels[slot]]!);
  log(`thresholds ${JSON.stringify(thresholds)}`);
  log(`cross-validated: ${JSON.stringify(scoresOf(total(counts())))}`);
  for (const slot of SLOTS) log(`${slot}: ${JSON.stringify(scoresOf(counts()[slot]))}`);
  return thresholds;
}

const LEVELS = Array.from({ length: 30 }, (_, i) => (i + 2) / 50);

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
