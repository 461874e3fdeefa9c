import type { ParsedText } from '../domain/index.ts';
import type { TimeDraft } from './drafts.ts';

/** Times named in the text, against the report's own date. */
export function findTimes(_text: ParsedText): readonly TimeDraft[] {
  return [];
}
