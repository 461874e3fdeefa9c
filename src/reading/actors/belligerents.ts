import type { Actor, ActorId, Day, FighterKind } from '../../domain/index.ts';

/** Which armed group bare words for fighters mean in a country's war, where a report names none. */
export interface Belligerent {
  readonly actor: ActorId;
  /** ISO 3166-1 alpha-2 of the country fought in. */
  readonly country: string;
  /** Days of the war, inclusive; open without the second. */
  readonly from: Day;
  readonly to?: Day;
  /** Words that mean this group; all of them, when absent. */
  readonly words?: readonly FighterKind[];
}

/** The first that a phrase meets tells most of it: "Islamic militants" are jihadists. */
const KINDS: readonly (readonly [RegExp, readonly FighterKind[]])[] = [
  [/\b(?:jihad|islamic\b|islami[sz]|extremis|takfir)/, ['jihadists']],
  [/\b(?:separatis|secession)/, ['separatists']],
  [/\bparamilitar/, ['paramilitaries']],
  [/\bmilitia/, ['militias']],
  [/\bterroris/, ['jihadists', 'militants']],
  [/\b(?:rebel|mutin|guerr?ill|opposition|resistance|revolutionar|renegade)/, ['rebels']],
  [/\binsurg/, ['rebels', 'militants']],
  [/\bmilitant/, ['militants']],
  [/\b(?:invader|invading|occupier|occupying|aggressor)/, ['invaders']],
];

/** What words for fighters say of them; empty where they may be anybody's: "fighters", "gunmen". */
export const fighterKinds = (words: string): readonly FighterKind[] =>
  KINDS.find(([pattern]) => pattern.test(words.toLowerCase()))?.[1] ?? [];

/** Whether a group is of the kind that the words tell; undefined where they tell none. */
export function suits(group: Fighters | undefined, words: string): boolean | undefined {
  const kinds = group?.fighters ?? [];
  const [kind] = fighterKinds(words);
  if (kind === 'jihadists' || kind === 'separatists') return kinds.includes(kind);
  if (kind === 'rebels') return kinds.includes('rebels') || !kinds.includes('jihadists');
  return undefined;
}

type Fighters = Pick<Actor, 'fighters'>;

export const isFought = (one: Belligerent, country: string, day: Day): boolean =>
  one.country === country && one.from <= day && day <= (one.to ?? day);

/** "Jihadists" are no group that is none. */
export const contradicts = (group: Fighters | undefined, words: string): boolean =>
  /\bjihad/i.test(words) && group?.fighters?.includes('jihadists') !== true;

/** The one group that the words mean in that country on that day; undefined where several are. */
export function belligerentOn(
  belligerents: readonly Belligerent[],
  country: string,
  day: Day,
  words: string,
): ActorId | undefined {
  const kinds = fighterKinds(words);
  const isMeant = (kind: FighterKind) => kinds.includes(kind);
  const meant = new Set(
    belligerents
      .filter((one) => isFought(one, country, day))
      .filter(({ words: w }) => (w ? kinds.length === 0 || w.some(isMeant) : !isMeant('invaders')))
      .map(({ actor }) => actor),
  );
  const [actor] = meant;
  return meant.size === 1 ? actor : undefined;
}
