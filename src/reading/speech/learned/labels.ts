/** What a word is to a cue: nothing, part of a source or of what is said (the first word or a later one), or of the cue. */
export const LABELS = ['O', 'B-S', 'I-S', 'B-C', 'I-C', 'CUE'] as const;
export const OUTSIDE_LABEL = 0;
export const SOURCE_OPENS = 1;
export const CONTENT_OPENS = 3;
/** The head of the cue and whatever else belongs to it: "accused him of", "made no secret of". */
export const CUE_LABEL = 5;

/** "I" may only go on from its own kind. */
export const allowed = (before: number, label: number) =>
  label === 2 ? before === 1 || before === 2 : label === 4 ? before === 3 || before === 4 : true;
