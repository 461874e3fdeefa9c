import type { NameSpan } from './drafts.ts';
import type { NameHints } from './name-hints.ts';
import type { WordTag } from './tagger.ts';

/** Names in one sentence; indices are sentence-local. `hints` is what the lists say of its words. */
export interface NameTagger {
  tag(words: readonly string[], tags: readonly WordTag[], hints?: NameHints): readonly NameSpan[];
}
