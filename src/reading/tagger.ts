export interface WordTag {
  readonly upos: string;
  readonly xpos: string;
  /** The next best tag, when it came close. */
  readonly second?: WordTag;
}

/** Part-of-speech tags for one sentence, one per word. */
export interface Tagger {
  tag(words: readonly string[]): readonly WordTag[];
}
