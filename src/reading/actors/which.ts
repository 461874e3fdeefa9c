import type { Actor } from '../../domain/index.ts';
import type { NameEntry, NameUse } from '../actor-list.ts';
import type { Focus } from './focus.ts';
import { countriesOf } from './homes.ts';

/** What tells which of the actors of one name is meant. */
export interface About {
  readonly focus: Pick<Focus, 'share' | 'beside'>;
  /** Year of the report. */
  readonly year?: number;
}

/** The first of these that a name may be read as. */
const USES: readonly NameUse[] = ['name', 'state', 'seat', 'capital', 'demonym'];
/** A group is written about some time after it is gone. */
const REMEMBERED_YEARS = 4;
/** How much must be said of a country, against the one most spoken of, for a report to be about it too. */
const ABOUT = 0.25;

/** Ranks of what speaks against a reading; a use outweighs them all. */
const USE = 10;
const NOT_ACTIVE = 5;
const ELSEWHERE = 2;
const REMEMBERED = 1.5;
const OTHER_NAME = 1;
/** Outlets report from everywhere; of two countries the one more spoken of is likelier. */
const LITTLE_SPOKEN_OF = 0.9;

const most = (actor: Actor, of: (iso2: string) => number) =>
  Math.max(...countriesOf(actor).map(of));

function outOfTime({ from, to }: Actor, { year }: About): number {
  if (year === undefined) return 0;
  if ((from !== undefined && year < from) || (to !== undefined && year > to + REMEMBERED_YEARS))
    return NOT_ACTIVE;
  return to !== undefined && year > to ? REMEMBERED : 0;
}

function outOfPlace(actor: Actor, about: About): number {
  if (actor.country === undefined) return 0;
  const share = most(actor, about.focus.share);
  if (actor.sector === 'MED') return LITTLE_SPOKEN_OF;
  return share > 0 ? (1 - share) * LITTLE_SPOKEN_OF : ELSEWHERE;
}

const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A local name is its actor's only in reports about its country, and of its years. */
export const isMeantHere = ({ actor, local }: NameEntry, about: About): boolean =>
  local !== true || (most(actor, about.focus.beside) >= ABOUT && outOfTime(actor, about) === 0);

/**
 * The likeliest reading of a name: "Al-Shabaab" is the group of that name, unless the text is about
 * the country of one also called so. The earlier of the list where nothing tells them apart.
 */
export function likeliest(entries: readonly NameEntry[], about: About): NameEntry {
  const against = ({ actor, use, written }: NameEntry) =>
    USES.indexOf(use) * USE +
    (letters(written.join('')) === letters(actor.name) ? 0 : OTHER_NAME) +
    outOfTime(actor, about) +
    outOfPlace(actor, about);
  return entries.reduce((a, b) => (against(b) < against(a) ? b : a));
}
