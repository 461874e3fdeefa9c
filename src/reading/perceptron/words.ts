import type { ModelFile } from './container.ts';
import { hashText } from './hash.ts';
import type { WordRows } from './word-rows.ts';
import type { WordSenses } from './word-senses.ts';

/** Atoms of one word that taggers and the parser share. All are hashes. */
export interface WordAtoms {
  /** Lower case, digits folded. */
  readonly word: number;
  /** As written. */
  readonly form: number;
  readonly shape: number;
  readonly suffixes: readonly number[];
  readonly prefixes: readonly number[];
  /** Classes of words that stand between the same words, few and many of them; `NO_CLASS` when unknown. */
  readonly coarse: number;
  readonly fine: number;
  /** Classes of words of like meaning, many and few of them. */
  readonly sense: number;
  readonly field: number;
  /** Row of the word's vector, -1 for none. */
  readonly row: number;
}

export const NO_CLASS = 0x71c3;

/** Word classes by hash of the folded word. */
export interface WordClasses {
  readonly fine: ReadonlyMap<number, number>;
  readonly coarse: ReadonlyMap<number, number>;
  /** Words that running text writes in lower case. */
  readonly lower: ReadonlySet<number>;
}

export function wordClassesFrom({ arrays }: ModelFile): WordClasses {
  const words = arrays['words'] as Int32Array;
  const table = (name: string) => {
    const classes = arrays[name] as Uint8Array;
    return new Map(Array.from(words, (word, i) => [word, classes[i]! + 1] as const));
  };
  return {
    fine: table('fine'),
    coarse: table('coarse'),
    lower: new Set(arrays['lower'] as Int32Array),
  };
}

/** Words are kept up to this many; the memory stays bounded on any stream of text. */
const MOST_WORDS = 50_000;
const LONGEST = 40;

/** Computes atoms once per distinct word. */
export class WordTable {
  private readonly known = new Map<string, WordAtoms>();

  constructor(
    private readonly classes: WordClasses,
    private readonly senses: WordSenses,
    private readonly vectors?: WordRows,
  ) {}

  get(word: string): WordAtoms {
    const known = this.known.get(word);
    if (known) return known;
    if (this.known.size >= MOST_WORDS) this.known.clear();
    const atoms = this.atomsOf(word.length > LONGEST ? word.slice(0, LONGEST) : word);
    this.known.set(word, atoms);
    return atoms;
  }

  private atomsOf(word: string): WordAtoms {
    const { classes, senses, vectors } = this;
    const plain = plainForm(word);
    const folded = fold(plain);
    const suffixes: number[] = [];
    const prefixes: number[] = [];
    for (let length = 1; length <= 5; length++) {
      if (length > folded.length) break;
      suffixes.push(hashText(folded.slice(-length)));
      if (length <= 4) prefixes.push(hashText(folded.slice(0, length)));
    }
    const hash = hashText(folded);
    return {
      word: hash,
      form: hashText(plain),
      shape: hashText(shapeOf(plain)),
      suffixes,
      prefixes,
      coarse: classes.coarse.get(hash) ?? NO_CLASS,
      fine: classes.fine.get(hash) ?? NO_CLASS,
      sense: senses.fine(hash),
      field: senses.middle(hash),
      row: vectors?.rows.get(hash) ?? -1,
    };
  }
}

const QUOTES = /[’‘ʼ`]/g;
const DOUBLE_QUOTES = /^(?:[“”«»„]|''|``)$/;

/** One spelling of quotation marks and apostrophes. */
export const plainForm = (word: string) =>
  DOUBLE_QUOTES.test(word) ? '"' : word.replace(QUOTES, "'");

/** Lower case, every digit as 0; a four-digit year keeps its first two. */
export function fold(word: string): string {
  if (/^(?:1[5-9]|20)\d\d$/.test(word)) return `${word.slice(0, 2)}00`;
  return word.toLowerCase().replace(/\d/g, '0');
}

/** "McDonald" → "XxXx", "U.S." → "X.X.", "2,500" → "d,d". */
export function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  for (const character of word) {
    const kind = /\p{Lu}/u.test(character)
      ? 'X'
      : /\p{L}/u.test(character)
        ? 'x'
        : /\p{N}/u.test(character)
          ? 'd'
          : character;
    if (kind !== last) shape += kind;
    last = kind;
    if (shape.length >= 12) break;
  }
  const capitals = /^\p{Lu}+$/u.test(word) ? String(Math.min(word.length, 4)) : '';
  return shape + capitals;
}
