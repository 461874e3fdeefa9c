import type { ParsedToken } from '../../../domain/index.ts';
import { hashText, remembered } from '../../perceptron/hash.ts';
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
  const hashOf = remembered(hashText);
  const wordOf = remembered((word) => hashText(plain(word)));
  const classOf = remembered(
    (word) => classes.fine.get(hashText(fold(plainForm(word)))) ?? NO_CLASS,
  );
  const lemmaOf = remembered((lemma) => hashText(lemma.toLowerCase()));
  const kindOf = remembered((written) => {
    const lemma = written.toLowerCase();
    const { verbs, nouns, attitudes } = lexicon;
    return hashText(`${verbs.get(lemma) ?? ''}|${nouns.get(lemma) ?? ''}|${attitudes.has(lemma)}`);
  });
  const quoteOf = (index: number) => {
    const quote = quotes[quoteAt[index]!];
    if (quote === undefined) return QUOTE[0]!;
    return QUOTE[quote.first === index ? 1 : quote.last - 1 === index ? 3 : 2]!;
  };
  const each = (atom: (token: ParsedToken) => number) => {
    const atoms = new Int32Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) atoms[i] = atom(tokens[i]!);
    return atoms;
  };
  return {
    word: each((token) => wordOf(token.text)),
    fine: each((token) => classOf(token.text)),
    lemma: each(({ lemma }) => lemmaOf(lemma)),
    xpos: each(({ xpos }) => hashOf(xpos)),
    upos: each(({ upos }) => hashOf(upos)),
    deprel: each(({ deprel }) => hashOf(deprel)),
    quote: each(({ index }) => quoteOf(index)),
    kind: each(({ lemma }) => kindOf(lemma)),
  };
}
