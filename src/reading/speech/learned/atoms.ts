import { hashText, remembered } from '../../perceptron/hash.ts';
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
  /** Rows of the vectors of word and lemma; -1 for none. */
  readonly row: Int32Array;
  readonly lemmaRow: Int32Array;
}

export const EDGE = hashText('<edge>');
const QUOTE = ['out', 'open', 'in', 'close'].map(hashText);

export function atomsOf({ text, hashes, quotes, quoteAt }: SpeechContext): Atoms {
  const { tokens } = text;
  const array = () => new Int32Array(tokens.length);
  const atoms = {
    word: array(),
    fine: array(),
    lemma: array(),
    kind: array(),
    row: array(),
    lemmaRow: array(),
    xpos: array(),
    upos: array(),
    deprel: array(),
    quote: array().fill(QUOTE[0]!),
  };
  const tag = remembered(hashText);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const { word, fine, row } = hashes.ofWord(token.text);
    const { lemma, kind, row: lemmaRow } = hashes.ofLemma(token.lemma);
    atoms.word[i] = word;
    atoms.fine[i] = fine;
    atoms.lemma[i] = lemma;
    atoms.kind[i] = kind;
    atoms.row[i] = row;
    atoms.lemmaRow[i] = lemmaRow;
    atoms.xpos[i] = tag(token.xpos);
    atoms.upos[i] = tag(token.upos);
    atoms.deprel[i] = tag(token.deprel);
    const quote = quotes[quoteAt[i]!];
    if (quote !== undefined)
      atoms.quote[i] = QUOTE[quote.first === i ? 1 : quote.last - 1 === i ? 3 : 2]!;
  }
  return atoms;
}
