import {
  countBefore,
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
    return Array.from(claims, (claim): ClaimId => registry.claims.idOf(claim));
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

/** The same with the claims counted, and of what is claimed who holds it by the newest, and who denies it since. */
export function claimsCounted(hearing: Hearing): Pick<StandingSummary, 'claims' | 'claimed'> {
  const said = (wanted: Claimed['says']) =>
    inOrder(groupsIn<number>(hearing, (_, at) => at, wanted).map((at) => saidAt(hearing, at)));
  const holding = said('holds');
  const told = holding.find(({ by, of }) => by !== of)?.newest ?? '';
  const denials = ofNewest(said('denies')).filter(({ newest }) => newest >= told);
  return {
    claims: hearing.claims(),
    claimed: [...ofNewest(holding), ...denials],
  };
}

const ofNewest = <Said extends Omit<Claimed, 'claims'>>(inOrder: readonly Said[]) =>
  inOrder.filter(({ newest }) => newest === inOrder[0]!.newest);

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

/** Numbers of what is said to hold, in the order in which it was first said of a day newer than all before, or of the same. */
interface NewestSaid {
  /** Day by which it was said, rising. */
  readonly by: number;
  /** Newest day that anything was said of by then. */
  readonly day: number;
  /** Position of who says it of whom. */
  readonly position: number;
  /** Where those said of the same day begin. */
  readonly first: number;
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
  readonly #said: readonly Said[];
  /** Who is said to hold it; the same by others than who holds it; who is denied to. */
  readonly #holds: readonly NewestSaid[];
  readonly #told: readonly NewestSaid[];
  readonly #denials: readonly NewestSaid[];

  constructor(units: Units, registry: Registry) {
    this.#days = registry.days;
    const claims = new Map<number, number>();
    const pairs = new Map<string, { readonly said: Said; readonly rows: number[] }>();
    for (let row = 0; row < units.count; row++) {
      claims.set(units.claim(row), units.said(row));
      const says = SAYS_BY_CODE[units.code(row)];
      if (!(says === 'holds' || says === 'denies') || units.around(row) >= 0) continue;
      const { side } = registry.voices[units.voice(row)]!;
      const key = `${says}|${side}|${units.actor(row)}`;
      const found = pairs.get(key);
      if (found) found.rows.push(row);
      else pairs.set(key, { said: whatIsSaid(units, row, registry), rows: [row] });
    }
    this.#claims = Int32Array.from(claims.values()).sort();
    const inOrder = [...pairs.values()].sort((a, b) => compareSaid(a.said, b.said));
    this.#said = inOrder.map(({ said }) => said);
    const positions = new Int32Array(units.count);
    for (const [position, { rows }] of inOrder.entries()) {
      for (const row of rows) positions[row] = position;
    }
    const newestOf = (wanted: (said: Said) => boolean) =>
      newestIn(
        units,
        inOrder.flatMap(({ said, rows }) => (wanted(said) ? rows : [])),
        positions,
      );
    this.#holds = newestOf(({ says }) => says === 'holds');
    this.#told = newestOf(({ says, by, of }) => says === 'holds' && by !== of);
    this.#denials = newestOf(({ says }) => says === 'denies');
  }

  until(limit: number): Pick<StandingSummary, 'claims' | 'claimed'> {
    const told = lastOf(this.#told, limit)?.day ?? -Infinity;
    const denials = newestUntil(this.#denials, limit).filter(({ day }) => day >= told);
    const claimed = [...newestUntil(this.#holds, limit), ...denials].map(({ position, day }) => {
      const { by, says, of } = this.#said[position]!;
      return { by, says, of, newest: this.#days.at(day) };
    });
    return { claims: countBefore(this.#claims, limit + 1), claimed };
  }
}

const endOf = (said: readonly NewestSaid[], limit: number) =>
  countWhile(said.length, (index) => said[index]!.by <= limit);

const lastOf = (said: readonly NewestSaid[], limit: number): NewestSaid | undefined =>
  said[endOf(said, limit) - 1];

/** Those of the newest day that was spoken of by a day, in the order of `compareSaid`. */
function newestUntil(said: readonly NewestSaid[], limit: number): NewestSaid[] {
  if (said.length === 0) return [];
  const end = endOf(said, limit);
  const found = said.slice(said[end - 1]?.first ?? 0, end);
  return found.length > 1 ? found.sort((a, b) => a.position - b.position) : found;
}

/** @param positions by row, of who says it of whom */
function newestIn(
  units: Units,
  rows: number[],
  positions: ArrayLike<number>,
): readonly NewestSaid[] {
  rows.sort((a, b) => units.said(a) - units.said(b) || units.day(b) - units.day(a));
  const found: NewestSaid[] = [];
  const had = new Set<number>();
  for (const row of rows) {
    const position = positions[row]!;
    const last = found.at(-1);
    const day = units.day(row);
    if (last && (day < last.day || (day === last.day && had.has(position)))) continue;
    const isNewer = !last || day > last.day;
    if (isNewer) had.clear();
    had.add(position);
    found.push({ by: units.said(row), day, position, first: isNewer ? found.length : last.first });
  }
  return found;
}
