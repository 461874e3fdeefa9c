import {
  countWhile,
  type Claimed,
  type ClaimId,
  type Standing,
  type StandingSummary,
} from '../../domain/index.ts';
import { POINTINGS, type Pointing } from '../parameters.ts';
import type { Hearing } from './hearing.ts';
import type { Registry } from './registry.ts';
import type { Units } from './units.ts';

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

/** The same with the claims counted, and of what is claimed who holds it by the newest. */
export function claimsCounted(hearing: Hearing): Pick<StandingSummary, 'claims' | 'claimed'> {
  const newest = groupsIn<number>(hearing, (_, at) => at, 'holds');
  const holding = newest.map((at) => saidAt(hearing, at));
  const last = inOrder(holding)[0]?.newest;
  return {
    claims: hearing.claims(),
    claimed: holding.filter(({ newest }) => newest === last),
  };
}

/** Who say one thing of one actor for one side, taken in one after the other. */
function groupsIn<Group>(
  { units, rows, actors, registry, count, pairs }: Hearing,
  take: (group: Group | undefined, at: number) => Group,
  wanted?: Claimed['says'],
): Group[] {
  const found: Group[] = [];
  pairs.reset(count);
  for (let at = 0; at < count; at++) {
    const row = rows[at]!;
    const code = units.code(row);
    const says = SAYS_BY_CODE[code];
    if (!says || (wanted && says !== wanted) || units.around(row) >= 0) continue;
    const { side } = registry.voices[units.voice(row)]!;
    const slot = pairs.slot(side * POINTINGS.length + SAYING_BY_CODE[code]!, actors[at]!);
    const number = pairs.value(slot);
    if (number >= 0) found[number] = take(found[number], at);
    else pairs.put(slot, found.push(take(undefined, at)) - 1);
  }
  return found;
}

function saidAt({ units, rows, registry }: Hearing, at: number): Omit<Claimed, 'claims'> {
  const row = rows[at]!;
  return { ...whatIsSaid(units, row, registry), newest: registry.days.at(units.day(row)) };
}

function whatIsSaid(units: Units, row: number, registry: Registry): Said {
  const actor = units.actor(row);
  return {
    by: registry.voices[units.voice(row)]!.source.side,
    says: SAYS_BY_CODE[units.code(row)]!,
    of: actor < 0 ? null : registry.actors.at(actor),
  };
}

/** The newest first; those of one day by what they say of whom, whoever was heard first. */
const inOrder = <Said extends Omit<Claimed, 'claims'>>(said: Said[]): Said[] =>
  said.sort((a, b) => compare(b.newest, a.newest) || compareSaid(a, b));

type Said = Omit<Claimed, 'claims' | 'newest'>;

const compareSaid = (a: Said, b: Said) =>
  compare(a.says, b.says) || compare(a.of ?? '', b.of ?? '') || compare(a.by ?? LAST, b.by ?? LAST);

/** After every name: who is no party comes after the sides. */
const LAST = '\uffff';

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface SaidOnce extends Said {
  /** Pairs of a day by which it was said and the newest day it was said of by then, rising both. */
  readonly newest: Int32Array;
}

/**
 * How many claims there are of one place, and who is said to hold it, by the day it was said: looked
 * up for any day that is asked about, where hearing it all again would cost more than all the rest.
 */
export class ClaimsSaid {
  readonly #days: Registry['days'];
  /** Day of each claim, rising. */
  readonly #claims: Int32Array;
  /** In the order of `compareSaid`. */
  readonly #said: readonly SaidOnce[];
  /** Positions in it, those said of the newest days first, and those days. */
  readonly #newestFirst: readonly number[];
  readonly #last: readonly number[];

  constructor(units: Units, registry: Registry) {
    this.#days = registry.days;
    const claims = new Map<number, number>();
    const pairs = new Map<string, { readonly said: Said; readonly rows: number[] }>();
    for (let row = 0; row < units.count; row++) {
      claims.set(units.claim(row), units.said(row));
      if (SAYS_BY_CODE[units.code(row)] !== 'holds' || units.around(row) >= 0) continue;
      const { side } = registry.voices[units.voice(row)]!;
      const key = `${side}|${units.actor(row)}`;
      const found = pairs.get(key);
      if (found) found.rows.push(row);
      else pairs.set(key, { said: whatIsSaid(units, row, registry), rows: [row] });
    }
    this.#claims = Int32Array.from(claims.values()).sort();
    this.#said = [...pairs.values()]
      .map(({ said, rows }) => ({ ...said, newest: newestBy(units, rows) }))
      .sort(compareSaid);
    const last = this.#said.map(({ newest }) => newest.at(-1)!);
    this.#newestFirst = last.map((_, i) => i).sort((a, b) => last[b]! - last[a]!);
    this.#last = this.#newestFirst.map((position) => last[position]!);
  }

  until(limit: number): Pick<StandingSummary, 'claims' | 'claimed'> {
    let last = -Infinity;
    let latest: number[] = [];
    for (let i = 0; i < this.#last.length && this.#last[i]! >= last; i++) {
      const position = this.#newestFirst[i]!;
      const said = this.#said[position]!;
      const at = 2 * countUntil(said.newest, limit, 2) - 1;
      const day = at < 0 ? -Infinity : said.newest[at]!;
      if (day > last) latest = [];
      if (day > last) last = day;
      if (day === last && at > 0) latest.push(position);
    }
    const claimed = latest
      .sort((a, b) => a - b)
      .map((position) => {
        const { by, says, of } = this.#said[position]!;
        return { by, says, of, newest: this.#days.at(last) };
      });
    return { claims: countUntil(this.#claims, limit, 1), claimed };
  }
}

function newestBy(units: Units, rows: readonly number[]): Int32Array {
  const bySaid = rows.toSorted(
    (a, b) => units.said(a) - units.said(b) || units.day(b) - units.day(a),
  );
  const pairs: number[] = [];
  for (const row of bySaid) {
    const newest = pairs.at(-1) ?? -Infinity;
    if (units.day(row) > newest) pairs.push(units.said(row), units.day(row));
  }
  return Int32Array.from(pairs);
}

/** How many of rising days, `width` numbers apart, are not after one. */
const countUntil = (days: Int32Array, limit: number, width: number): number =>
  countWhile(days.length / width, (index) => days[index * width]! <= limit);
