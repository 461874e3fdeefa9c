import type { NameSpan } from './drafts.ts';
import type { WordTag } from './tagger.ts';

/** Names in one sentence; indices are sentence-local. */
export interface NameTagger {
  tag(words: readonly string[], tags: readonly WordTag[]): readonly NameSpan[];
}
