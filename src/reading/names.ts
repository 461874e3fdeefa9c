import type { ParsedText } from '../domain/index.ts';
import type { NameSpan } from './drafts.ts';
import type { ReadingResources } from './resources.ts';

/** Names in the whole text, kept consistent across it; token indices count through the text. */
export function findNames(_text: ParsedText, _resources: ReadingResources): readonly NameSpan[] {
  return [];
}
