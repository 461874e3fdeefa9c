import type { ParsedText } from '../domain/index.ts';
import type { QuantityDraft } from './drafts.ts';

/** Counted things in the text, as intervals: "at least 12 civilians", "about half of 400 districts". */
export function findQuantities(_text: ParsedText): readonly QuantityDraft[] {
  return [];
}
