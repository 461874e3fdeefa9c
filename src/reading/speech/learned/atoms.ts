import { hashText } from '../../perceptron/hash.ts';
import { fold, NO_CLASS, plainForm } from '../../perceptron/words.ts';
import type { SpeechContext } from '../rule.ts';

/** Hashes of what the features look at, one per token of the text. */
export interface Atoms {
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  /** Class of words that stand between the same words. */
  readonly fine: Int32Array;
  readonly xpos: Int32Array;
  readonly upos: Int32Array;
  readonly deprel: Int32Array;
  /** Place in a quote: outside, opening mark, inside, closing mark. */
  readonly quote: Int32Array;
  /** What the lexicon says of the lemma. */
  readonly kind: Int32Array;
}

export const EDGE = hashText('<edge>');
const QUOTE = ['out', 'open', 'in', 'close'].map(hashText);

const DOUBLE = /^(?:[“”«»„]|''|``)$/;
/** One writing for all marks. */
const plain = (word: string) =>
  DOUBLE.test(word) ? '"' : word.replace(/[’‘ʼ`]/g, "'").toLowerCase();

export function atomsOf({ text, lexicon, classes, quotes, quoteAt }: SpeechContext): Atoms {
  const { tokens } = text;
  const tags = new Map<string, number>();
  const tagged = (tag: string) => {
    const known = tags.get(tag);
    if (known !== undefined) return known;
    const hash = hashText(tag);
    tags.set(tag, hash);
    return hash;
  };
  const known = new Map<string, number>();
  const classOf = (word: string) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const value = classes.fine.get(hashText(fold(plainForm(word)))) ?? NO_CLASS;
    known.set(word, value);
    return value;
  };
  const kindOf = (lemma: string) =>
    `${lexicon.verbs.get(lemma) ?? ''}|${lexicon.nouns.get(lemma) ?? ''}|${lexicon.attitudes.has(lemma)}`;
  const quoteOf = (index: number) => {
    const quote = quotes[quoteAt[index]!];
    if (quote === undefined) return QUOTE[0]!;
    return QUOTE[quote.first === index ? 1 : quote.last - 1 === index ? 3 : 2]!;
  };
  return {
    word: Int32Array.from(tokens, ({ text }) => tagged(plain(text))),
    fine: Int32Array.from(tokens, ({ text }) => classOf(text)),
    lemma: Int32Array.from(tokens, ({ lemma }) => tagged(lemma.toLowerCase())),
    xpos: Int32Array.from(tokens, ({ xpos }) => tagged(xpos)),
    upos: Int32Array.from(tokens, ({ upos }) => tagged(upos)),
    deprel: Int32Array.from(tokens, ({ deprel }) => tagged(deprel)),
    quote: Int32Array.from(tokens, ({ index }) => quoteOf(index)),
    kind: Int32Array.from(tokens, ({ lemma }) => tagged(kindOf(lemma.toLowerCase()))),
  };
}
