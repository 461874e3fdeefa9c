import type { Claimed, ClaimId, StandingSummary } from '../../domain/index.ts';
import { dayFromNumber } from '../../domain/index.ts';
import { POINTINGS, type Pointing } from '../parameters.ts';
import type { Hearing } from './hearing.ts';

const SAYS: Partial<Record<Pointing, Claimed['says']>> = {
  gain: 'holds',
  hold: 'holds',
  leave: 'lost',
  fight: 'contested',
  partGain: 'contested',
  partHold: 'contested',
  siege: 'besieged',
  notGained: 'denies',
};
const SAYS_BY_CODE = POINTINGS.map((pointing) => SAYS[pointing]);

interface Saying {
  readonly says: Claimed['says'];
  /** The newest of those who say it. */
  newest: number;
  readonly claims: Set<number>;
}

/** Claims heard of a place, and what is claimed of it by whom, whether or not it counts. */
export function claimsIn(hearing: Hearing): Pick<StandingSummary, 'claims' | 'claimed'> {
  const { units, rows, actors, registry, count } = hearing;
  const claims = new Set<number>();
  const found = new Map<string, Saying>();
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    const claim = units.claim(row);
    claims.add(claim);
    const says = SAYS_BY_CODE[units.code(row)];
    if (!says || units.around(row) >= 0) continue;
    const { side } = registry.voices[units.voice(row)]!.source;
    const key = `${side ?? ''}|${says}|${actors[i]}`;
    const entry = found.get(key);
    if (!entry) found.set(key, { says, newest: i, claims: new Set([claim]) });
    else {
      entry.claims.add(claim);
      entry.newest = i;
    }
  }
  const idsOf = (numbers: Iterable<number>) =>
    Array.from(numbers, (number): ClaimId => registry.claims.at(number));
  return {
    claims: idsOf(claims),
    claimed: Array.from(found.values(), (entry): Claimed => {
      const { source } = registry.voices[units.voice(rows[entry.newest]!)]!;
      return {
        by: source.side,
        says: entry.says,
        of: hearing.subject(entry.newest),
        newest: dayFromNumber(hearing.day(entry.newest)),
        claims: idsOf(entry.claims),
      };
    }).sort((a, b) => (a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : 0)),
  };
}
