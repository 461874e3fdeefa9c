import type { WordTag } from './tagger.ts';

/** The tag that the words around a word show to be meant; undefined where the tagger's may stand. */
export type TagMend = (
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
) => WordTag | undefined;

/** Forms of "have" and "be" that a participle stands behind. */
export const HAVING = /^(?:having|had|has|have|been|be|was|were|being)$/i;
/** Tags of words that an object begins with. */
export const OPENS_OBJECT = /^(?:DET|PROPN|NOUN|NUM|PRON|ADJ)$/;
/** Plurals that taggers take for verbs, and what is said of them. */
export const BATTLES =
  /^(?:battles|clashes|skirmishes|fights|fighting|combat|gunfire|shelling|gunbattles)$/i;
export const GO_ON =
  /^(?:raged?|continued?|erupted?|broke|intensified|resumed?|flared|spread|ensued|followed|persisted|escalated|subsided|engulfed|rocked|shook|gripped|went|entered|were|are|have|had|took|was|is|has)$/;
/** What fighting is said to be, at the head of a sentence a name to taggers. */
export const FIERCE =
  /^(?:fierce|sporadic|intense|heavy|renewed|fresh|deadly|bloody|violent|bitter|ongoing|pitched|running|street|house)$/i;
