import type { ActorId, Day } from '../../domain/index.ts';

/** Kinds of words for those who fight a state, by what they say of them. */
export type FighterKind =
  'rebels' | 'militants' | 'jihadists' | 'separatists' | 'paramilitaries' | 'militias' | 'invaders';

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

const JIHADIST =
  /islam|jihad|qa[ei]da|shabaab|boko haram|taliban|nusra|tahrir al|mujahid|ansar|emirate|salaf|sayyaf|maute|lashkar|jaish|jama|mujao|mourabitoun|macina|lakurawa|allied democratic|haqqani|sharia|al-din\b/i;
const SEPARATIST =
  /separatis|secession|people's republic|independence|liberation|azawad|tigers|kurdistan|kosovo|armenian|artsakh/i;

/** Whether a group of this name is of the kind that the words tell; undefined where they tell none. */
export function suits(name: string, words: string): boolean | undefined {
  const [kind] = fighterKinds(words);
  if (kind === 'jihadists') return JIHADIST.test(name);
  if (kind === 'separatists') return SEPARATIST.test(name);
  if (kind === 'rebels') return !JIHADIST.test(name) || /tahrir al/i.test(name);
  return undefined;
}

export const isFought = (one: Belligerent, country: string, day: Day): boolean =>
  one.country === country && one.from <= day && day <= (one.to ?? day);

/** "Jihadists" are no group that is none. */
export const contradicts = (name: string, words: string): boolean =>
  /\bjihad/i.test(words) && !JIHADIST.test(name);

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
