import type { ParsedText, ParsedToken, SplitText, Token } from '../domain/index.ts';
import type { ReadingResources } from './resources.ts';

export type ParsingResources = Pick<
  ReadingResources,
  'tagger' | 'parser' | 'lemmatiser' | 'letterCase'
>;

/** Tags, lemmas and trees for every sentence. */
export function parseText(split: SplitText, resources: ParsingResources): ParsedText {
  const tokens: ParsedToken[] = [];
  for (const { first, last } of split.sentences)
    tokens.push(...parseSentence(split.tokens.slice(first, last), resources));
  return { ...split, tokens };
}

const QUOTE = /^["“”„«»`´]+$|^''$/;

/**
 * Quotation marks are left out of the tree and hung on it afterwards: news quotes fragments of any
 * size ("the group 'captured Goma'"), and a mark in mid-clause misleads tagger and parser.
 */
function parseSentence(
  sentence: readonly Token[],
  { tagger, parser, lemmatiser, letterCase }: ParsingResources,
): readonly ParsedToken[] {
  const inTree = sentence.filter(({ text }) => !QUOTE.test(text));
  const bare = inTree.length > 0 ? inTree : sentence.slice(0, 1);
  const words = letterCase.restore(bare.map(({ text }) => text));
  const tags = tagger.tag(words);
  const { heads, labels } = parser.parse(words, tags);
  const at = new Map(bare.map((token, i) => [token.index, i]));
  return sentence.map((token) => {
    const i = at.get(token.index);
    if (i === undefined) return quoteMark(token, bare);
    const { upos, xpos } = tags[i]!;
    const head = heads[i]! < 0 ? -1 : bare[heads[i]!]!.index;
    const lemma = lemmatiser.lemma(words[i]!, tags[i]!);
    return { ...token, upos, xpos, lemma, head, deprel: labels[i]! };
  });
}

/** A mark hangs on the word it opens or closes. */
function quoteMark(token: Token, bare: readonly Token[]): ParsedToken {
  const next = bare.find(({ start }) => start === token.end);
  const before = bare.findLast(({ end }) => end <= token.start);
  const head = (next ?? before ?? bare[0]!).index;
  const xpos = next ? '``' : "''";
  return {
    ...token,
    upos: 'PUNCT',
    xpos,
    lemma: token.text,
    head,
    deprel: 'punct',
  };
}
