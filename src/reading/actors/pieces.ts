const PIECE = /[\p{L}\p{N}]+/gu;
/** A word that is one piece as it stands. */
export const ASCII_WORD = /^[A-Za-z0-9]+$/;
const MARKS = /\p{M}/gu;

/**
 * A word cut at anything but letters and digits, lower-case and without marks, so that "al-Qaeda",
 * "al - Qaeda" and "Al Qaeda" are the same pieces, and "U.S." is "u", "s".
 */
export function pieces(text: string): readonly string[] {
  if (ASCII_WORD.test(text)) return [text.toLowerCase()];
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().match(PIECE) ?? [];
}

/** Pieces of a text of several words, with the case they were written in. */
export const writtenPieces = (text: string): readonly string[] =>
  text.normalize('NFD').replace(MARKS, '').match(PIECE) ?? [];
