import type { Claimed, ClaimId, Standing, StandingSummary } from '../../domain/index.ts';
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
/** Pointings that say the same have the same number. */
const SAYING_BY_CODE = SAYS_BY_CODE.map((says) => SAYS_BY_CODE.indexOf(says));

/** Claims heard of a place, and what is claimed of it by whom, whether or not it counts. */
export function claimsIn(hearing: Hearing): Pick<Standing, 'claims' | 'claimed'> {
  const { units, rows, registry, count } = hearing;
  const idsOf = (witnesses: Iterable<number>) => {
    const claims = new Set<number>();
    for (const at of witnesses) claims.add(units.claim(rows[at]!));
    return Array.from(claims, (claim): ClaimId => registry.claims.at(claim));
  };
  const sayings = groupsIn<number[]>(hearing, (group = [], at) => {
    group.push(at);
    return group;
  });
  return {
    claims: idsOf(Array.from({ length: count }, (_, at) => at)),
    claimed: inOrder(
      sayings.map((group) => ({ ...saidAt(hearing, group.at(-1)!), claims: idsOf(group) })),
    ),
  };
}

/** The same with the claims counted, not named. */
export function claimsCounted(hearing: Hearing): Pick<StandingSummary, 'claims' | 'claimed'> {
  const newest = groupsIn<number>(hearing, (_, at) => at);
  return {
    claims: hearing.claims(),
    claimed: inOrder(newest.map((at) => saidAt(hearing, at))),
  };
}

/** Who say one thing of one actor for one side, taken in one after the other. */
function groupsIn<Group>(
  { units, rows, actors, registry, count, pairs }: Hearing,
  take: (group: Group | undefined, at: number) => Group,
): Group[] {
  const found: Group[] = [];
  pairs.reset(count);
  for (let at = 0; at < count; at++) {
    const row = rows[at]!;
    const code = units.code(row);
    if (!SAYS_BY_CODE[code] || units.around(row) >= 0) continue;
    const { side } = registry.voices[units.voice(row)]!;
    const slot = pairs.slot(side * POINTINGS.length + SAYING_BY_CODE[code]!, actors[at]!);
    const number = pairs.value(slot);
    if (number >= 0) found[number] = take(found[number], at);
    else pairs.put(slot, found.push(take(undefined, at)) - 1);
  }
  return found;
}

function saidAt(hearing: Hearing, at: number): Omit<Claimed, 'claims'> {
  const { units, rows, registry } = hearing;
  const row = rows[at]!;
  return {
    by: registry.voices[units.voice(row)]!.source.side,
    says: SAYS_BY_CODE[units.code(row)]!,
    of: hearing.subject(at),
    newest: registry.days.at(units.day(row)),
  };
}

/** The newest first; those of one day as they were first heard. */
const inOrder = <Said extends Omit<Claimed, 'claims'>>(said: Said[]): Said[] =>
  said.sort((a, b) => (a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : 0));
