import type { ParsedText, Stance } from '../../domain/index.ts';
import type { WordHashes } from './learned/word-hashes.ts';
import type { SpeechLexicon } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import type { Tree } from './tree.ts';

/** Token indices [first, last). */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** An attribution in tokens, before names are put to its source. */
export interface Attribution {
  readonly rule: string;
  /** Head of the cue. */
  readonly head: number;
  readonly cue: Range;
  readonly source: Range | null;
  /** Head of the source; the antecedent when the source is a relative pronoun. */
  readonly speaker: number | null;
  readonly content: readonly Range[];
  readonly relays: readonly Range[];
  readonly stance: Stance;
  readonly hedged: boolean;
  /** Said, or only thought and wished. */
  readonly act: 'speech' | 'attitude';
  /** How likely the cue is one, 0–1; absent when the rules decide alone. */
  readonly confidence?: number;
  /** The words are those of an attribution before it: "made the comment". */
  readonly refersBack?: boolean;
  /** Later name of the same speaker: "an official says … Vikantov was quoted as making the comment". */
  readonly named?: Pick<Attribution, 'source' | 'speaker' | 'head' | 'cue'>;
}

export interface SpeechContext {
  readonly text: ParsedText;
  readonly tree: Tree;
  readonly lexicon: SpeechLexicon;
  readonly hashes: WordHashes;
  readonly quotes: readonly Quote[];
  /** Quote that each token lies in, or -1. */
  readonly quoteAt: Int32Array;
  /** Paragraphs open with their speakers: "PENCE: …". */
  readonly transcript: boolean;
  /** 1 where a word stands that may attribute: a verb of the lexicon, "according". */
  readonly cueLike: Uint8Array;
  /** 1 where a token belongs to the name of an outlet or agency. */
  readonly outletAt: Uint8Array;
  /** 1 where a token belongs to the name of a person. */
  readonly personAt: Uint8Array;
  /** 1 where a token belongs to a mention of any kind. */
  readonly mentionAt: Uint8Array;
}

/** One way to attribute; `find` is asked at every token and answers at the head of its cue. */
export interface SpeechRule {
  readonly name: string;
  find(index: number, context: SpeechContext): Attribution | undefined;
}

export const lower = (context: SpeechContext, index: number) =>
  context.text.tokens[index]?.text.toLowerCase() ?? '';

/** The range without punctuation and coordination at its edges. */
export function trimmed({ text }: SpeechContext, { first, last }: Range): Range | undefined {
  let start = first;
  let end = last;
  const loose = (index: number) => /^[,;:.–—-]+$/.test(text.tokens[index]!.text);
  while (start < end && loose(start)) start++;
  while (end > start && loose(end - 1)) end--;
  return start < end ? { first: start, last: end } : undefined;
}

export const inside = (range: Range, index: number) => range.first <= index && index < range.last;
