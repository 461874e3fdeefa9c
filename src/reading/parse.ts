import type { ParsedText, ParsedToken, SplitText, Token } from '../domain/index.ts';
import { isJoinedArticle, opensJoined } from './joined-article.ts';
import { isShouted } from './letter-case.ts';
import type { ReadingResources } from './resources.ts';
import { taggedTree } from './tagged-tree.ts';

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
  const parts = nameParts(sentence);
  const inTree = sentence.filter((token) => !QUOTE.test(token.text) && !parts.has(token));
  const bare = inTree.length > 0 ? inTree : sentence.slice(0, 1);
  const words = letterCase.restore(bare.map(({ text }) => text));
  const { tags, heads, labels } = taggedTree({
    words,
    quoted: (i) => isQuoted(sentence, bare[i]!),
    models: { tagger, parser, letterCase },
  });
  // In capitals throughout, "IS" is no group and "THE MAIN" no town: rules see the case of prose.
  const written = isShouted(bare.map(({ text }) => text)) ? words.map(asWritten) : undefined;
  let i = 0;
  return sentence.map((token) => {
    const opening = parts.get(token);
    if (opening) return namePart(token, opening);
    if (bare[i] !== token) return quoteMark(token, bare);
    const { upos, xpos } = tags[i]!;
    const head = heads[i]! < 0 ? -1 : bare[heads[i]!]!.index;
    const lemma = lemmatiser.lemma(words[i]!, tags[i]!);
    const text = written?.[i] ?? token.text;
    return parsed(token, { text, upos, xpos, lemma, head, deprel: labels[i++]! });
  });
}

const isQuoted = (sentence: readonly Token[], { index }: Token) => {
  const before = sentence[index - sentence[0]!.index - 1];
  return before !== undefined && QUOTE.test(before.text);
};

/** Two or three letters that no text has in lower case are most likely an acronym. */
const asWritten = (word: string) => (ACRONYM.test(word) ? word.toUpperCase() : word);
const ACRONYM = /^\p{Lu}\p{L}{1,2}$/u;

type Parse = Pick<ParsedToken, 'text'> & Omit<ParsedToken, keyof Token>;

/** Field by field: there is a token for every word, and copying by spread costs several times as much. */
const parsed = (token: Token, { text, upos, xpos, lemma, head, deprel }: Parse): ParsedToken => ({
  start: token.start,
  end: token.end,
  index: token.index,
  sentence: token.sentence,
  text,
  upos,
  xpos,
  lemma,
  head,
  deprel,
});

const CAPITAL = /^\p{Lu}\p{L}/u;

/**
 * "Ras al-Ain" is one name of four words, and "al-Bab" one of three, which lead the parser astray: but one word are
 * left out of the tree and hung on that, as quotation marks are. Part to the word that stays.
 */
function nameParts(sentence: readonly Token[]): ReadonlyMap<Token, Token> {
  const found = new Map<Token, Token>();
  for (let i = 0; i + 2 < sentence.length; i++) {
    if (!opensJoined(sentence, i)) continue;
    const before = sentence[i - 1];
    const opening = before && isJoinedArticle(sentence, i) ? openingOf(before, found) : undefined;
    const parts = sentence.slice(i, opening ? i + 3 : i + 2);
    for (const part of parts) found.set(part, opening ?? sentence[i + 2]!);
  }
  return found;
}

const openingOf = (before: Token, found: ReadonlyMap<Token, Token>) =>
  found.get(before) ?? (CAPITAL.test(before.text) ? before : undefined);

const namePart = (token: Token, opening: Token): ParsedToken =>
  token.text === '-'
    ? parsed(token, {
        text: token.text,
        upos: 'PUNCT',
        xpos: 'HYPH',
        lemma: token.text,
        head: token.index + 1,
        deprel: 'punct',
      })
    : parsed(token, {
        text: token.text,
        upos: 'PROPN',
        xpos: 'NNP',
        lemma: token.text,
        head: opening.index,
        deprel: 'flat',
      });

/** A mark hangs on the word it opens or closes. */
function quoteMark(token: Token, bare: readonly Token[]): ParsedToken {
  const next = bare.find(({ start }) => start === token.end);
  const before = bare.findLast(({ end }) => end <= token.start);
  const head = (next ?? before ?? bare[0]!).index;
  const xpos = next ? '``' : "''";
  return parsed(token, {
    text: token.text,
    upos: 'PUNCT',
    xpos,
    lemma: token.text,
    head,
    deprel: 'punct',
  });
}
