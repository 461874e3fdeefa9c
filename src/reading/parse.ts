import type { ParsedText, ParsedToken, SplitText } from '../domain/index.ts';
import type { ReadingResources } from './resources.ts';

/** Tags, lemmas and trees for every sentence. */
export function parseText(
  split: SplitText,
  { tagger, parser, lemmatiser }: Pick<ReadingResources, 'tagger' | 'parser' | 'lemmatiser'>,
): ParsedText {
  const tokens: ParsedToken[] = [];
  for (const { first, last } of split.sentences) {
    const sentence = split.tokens.slice(first, last);
    const words = wordsOf(sentence.map(({ text }) => text));
    const tags = tagger.tag(words);
    const { heads, labels } = parser.parse(words, tags);
    sentence.forEach((token, i) => {
      const { upos, xpos } = tags[i]!;
      const head = heads[i]! < 0 ? -1 : first + heads[i]!;
      const lemma = lemmatiser.lemma(words[i]!, tags[i]!);
      tokens.push({ ...token, upos, xpos, lemma, head, deprel: labels[i]! });
    });
  }
  return { ...split, tokens };
}

const LETTERS = /\p{L}/u;
const SHOUTED = /^[\p{Lu}\p{M}\d.'’-]+$/u;
/** Fewer words in capitals may be names and acronyms. */
const LEAST_SHOUTED = 4;

/** Words as the taggers should see them: a sentence in capitals says nothing by its capitals. */
function wordsOf(words: readonly string[]): readonly string[] {
  const lettered = words.filter((word) => LETTERS.test(word));
  if (lettered.length < LEAST_SHOUTED) return words;
  if (!lettered.every((word) => SHOUTED.test(word))) return words;
  return words.map((word) => word.toLowerCase());
}
