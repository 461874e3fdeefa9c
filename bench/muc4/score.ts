import { SLOTS, type Slot } from '../../src/codebooks/muc4/slots.ts';

/** Entities by slot; each is the list of wordings that are accepted for it. */
export type GoldRoles = Readonly<Record<Slot, readonly (readonly string[])[]>>;
export type FoundRoles = Readonly<Record<Slot, readonly string[]>>;

export interface Counts {
  right: number;
  found: number;
  gold: number;
}

/** Case, white space and an article in front say nothing; everything else must be equal. */
export const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|an?) /, '');

/** Last word before "of" or a bracket: "home of the mayor" is headed by "home". */
export const headNoun = (text: string) =>
  folded(text)
    .replace(/(?<=\S) (?:of|in|from|for|with|at|on|belonging|loaded|made) .*$/, '')
    .replace(/ ?[[(].*$/, '')
    .replaceAll(/["',.]/g, '')
    .split(' ')
    .at(-1)!;

export type Match = (gold: string, found: string) => boolean;
export const isEqual: Match = (gold, found) => folded(gold) === folded(found);
export const sharesHead: Match = (gold, found) => headNoun(gold) === headNoun(found);

/** One to one: each entity of the key is matched by one found at the most, and the other way round. */
export function tally(
  into: Record<Slot, Counts>,
  gold: GoldRoles,
  found: FoundRoles,
  match: Match,
): void {
  for (const slot of SLOTS) {
    const left = new Set(found[slot]);
    into[slot].found += left.size;
    into[slot].gold += gold[slot].length;
    for (const wordings of gold[slot]) {
      const hit = [...left].find((text) => wordings.some((wording) => match(wording, text)));
      if (hit === undefined) continue;
      left.delete(hit);
      into[slot].right++;
    }
  }
}

export const noCounts = () =>
  Object.fromEntries(SLOTS.map((slot) => [slot, { right: 0, found: 0, gold: 0 }])) as Record<
    Slot,
    Counts
  >;

const round = (value: number) => Math.round(value * 10_000) / 10_000;
const share = (part: number, whole: number) => (whole === 0 ? 0 : round(part / whole));

export const scoresOf = ({ right, found, gold }: Counts) => ({
  f1: share(2 * right, found + gold),
  precision: share(right, found),
  recall: share(right, gold),
  gold,
});

export const total = (counts: Readonly<Record<Slot, Counts>>): Counts =>
  SLOTS.reduce(
    (sum, slot) => ({
      right: sum.right + counts[slot].right,
      found: sum.found + counts[slot].found,
      gold: sum.gold + counts[slot].gold,
    }),
    { right: 0, found: 0, gold: 0 },
  );
