import type { WordTag } from './tagger.ts';

/** `heads[i]` is the sentence-local index of word i's governor, -1 for the root. */
export interface Tree {
  readonly heads: Int32Array | readonly number[];
  readonly labels: readonly string[];
}

/** Dependency tree of one sentence; behind an interface so that another parser can take its place. */
export interface Parser {
  parse(words: readonly string[], tags: readonly WordTag[]): Tree;
}
