import { hashText } from '../../perceptron/hash.ts';
import type { WordRows } from '../../perceptron/word-rows.ts';
import { fold, NO_CLASS, plainForm, type WordClasses } from '../../perceptron/words.ts';
import type { SpeechLexicon } from '../lexicon.ts';

export interface WordHash {
  /** Of the word in small letters, all marks of quotation written in one way. */
  readonly word: number;
  /** Class of words that stand between the same words. */
  readonly fine: number;
  /** Row of its vector, -1 for none. */
  readonly row: number;
}

export interface LemmaHash {
  readonly lemma: number;
  /** What the lexicon says of the lemma. */
  readonly kind: number;
  /** Row of its vector, -1 for none. */
  readonly row: number;
}

/** Words and lemmas are kept up to this many each; the memory stays bounded on any stream of text. */
const MOST_KNOWN = 50_000;

/** What the features see of words, worked out once for each. */
export class WordHashes {
  private readonly words = new Map<string, WordHash>();
  private readonly lemmas = new Map<string, LemmaHash>();

  constructor(
    private readonly lexicon: SpeechLexicon,
    private readonly classes: WordClasses,
    private readonly vectors: WordRows,
  ) {}

  ofWord(text: string): WordHash {
    let hash = this.words.get(text);
    if (hash === undefined) {
      const plain = plainForm(text);
      const folded = hashText(fold(plain));
      const fine = this.classes.fine.get(folded) ?? NO_CLASS;
      hash = { word: hashText(plain.toLowerCase()), fine, row: this.rowOf(folded) };
      keep(this.words, text, hash);
    }
    return hash;
  }

  ofLemma(written: string): LemmaHash {
    let hash = this.lemmas.get(written);
    if (hash === undefined) {
      const { verbs, nouns, attitudes } = this.lexicon;
      const lemma = written.toLowerCase();
      const said = `${verbs.get(lemma) ?? ''}|${nouns.get(lemma) ?? ''}|${attitudes.has(lemma)}`;
      const row = this.rowOf(hashText(fold(plainForm(written))));
      hash = { lemma: hashText(lemma), kind: hashText(said), row };
      keep(this.lemmas, written, hash);
    }
    return hash;
  }

  private rowOf(folded: number): number {
    return this.vectors.rows.get(folded) ?? -1;
  }
}

function keep<T>(known: Map<string, T>, key: string, value: T): void {
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, value);
}
