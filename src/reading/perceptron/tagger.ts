import type { Tagger, WordTag } from '../tagger.ts';
import type { ModelFile } from './container.ts';
import { frozenWeights } from './frozen-weights.ts';
import { hashText } from './hash.ts';
import { settledWords } from './settled-words.ts';
import { ownFeatures, tagFeatures } from './tag-features.ts';
import { newFeatures, newScores, type Scorer, type Scores } from './weights.ts';
import type { WordAtoms, WordTable } from './words.ts';

/** Most frequent tag of a word, as the table that training counted. */
export interface UsualTags {
  /** Class of the word's most frequent tag, or -1. */
  usual(word: number): number;
  /** Class when the word never had another tag and is frequent, or -1. */
  only(word: number): number;
  /** Classes that a word has in any context, where they are few. */
  among?(word: number): readonly number[] | undefined;
}

/** Words are kept up to this many; the memory stays bounded on any stream of text. */
const MOST_KNOWN = 50_000;

interface KnownWord {
  readonly atoms: WordAtoms;
  /** Atom of its most frequent tag; 0 for none. */
  readonly usual: number;
  /** The class that it always has, or -1. */
  readonly only: number;
  /** The classes that it has in any context. */
  readonly among: readonly number[] | undefined;
  /** What it says by itself, and by how many features. */
  own: { readonly count: number; readonly scores: Scores } | undefined;
}

/** Difference of scores below which the second best tag is worth knowing. */
const CLOSE = 72;

/** Greedy tagger, left to right, over the joint tags "UPOS|XPOS". */
export class PerceptronTagger implements Tagger {
  private readonly features: Int32Array;
  private readonly scores: Scores;
  private readonly tagAtoms: Int32Array;
  readonly tags: readonly WordTag[];
  private readonly pairs = new Map<number, WordTag>();
  private readonly known = new Map<string, KnownWord>();

  constructor(
    readonly classes: readonly string[],
    private readonly dictionary: UsualTags,
    private readonly scorer: Scorer,
    private readonly words: WordTable,
  ) {
    this.features = newFeatures(scorer);
    this.scores = newScores(scorer, classes.length);
    this.tagAtoms = Int32Array.from(classes, (name) => hashText(name));
    this.tags = classes.map((name) => {
      const [upos = 'X', xpos = 'FW'] = name.split('|');
      return Object.freeze({ upos, xpos });
    });
  }

  tag(words: readonly string[]): readonly WordTag[] {
    const seconds = new Int32Array(words.length).fill(-1);
    const chosen = this.classesOf(words, (i, _features, _count, best) => {
      seconds[i] = this.closeTo(best);
      return best;
    });
    return Array.from(chosen, (id, i) => this.tagOf(id, seconds[i]!));
  }

  /** The second best class of the decision just scored, when it came close; else -1. */
  private closeTo(best: number): number {
    const { scores } = this;
    let second = best === 0 ? 1 : 0;
    for (let c = second + 1; c < scores.length; c++) {
      if (scores[c]! > scores[second]! && c !== best) second = c;
    }
    return scores[best]! - scores[second]! < CLOSE ? second : -1;
  }

  private tagOf(id: number, second: number): WordTag {
    const tag = this.tags[id]!;
    if (second < 0) return tag;
    const key = id * this.tags.length + second;
    let pair = this.pairs.get(key);
    if (!pair) this.pairs.set(key, (pair = Object.freeze({ ...tag, second: this.tags[second]! })));
    return pair;
  }

  /** Class of each word. `decided` hears every decision before it is taken and may change it. */
  classesOf(
    words: readonly string[],
    decided?: (i: number, features: Int32Array, count: number, best: number) => number,
  ): Int32Array {
    const known = words.map((word) => this.knownWord(word));
    const atoms = known.map((word) => word.atoms);
    const usual = new Int32Array(words.length);
    for (let i = 0; i < words.length; i++) usual[i] = known[i]!.usual;
    const given = new Int32Array(words.length);
    const chosen = new Int32Array(words.length);
    const context = { atoms, usual, given };
    for (let i = 0; i < words.length; i++) {
      let best = known[i]!.only;
      if (best < 0) {
        const from = this.scoreWord(known[i]!);
        const count = tagFeatures(context, i, { out: this.features, from });
        this.scorer.score(this.features, count, this.scores, from);
        best = highest(this.scores, known[i]!.among);
        if (decided) best = decided(i, this.features, count, best);
      }
      chosen[i] = best;
      given[i] = this.tagAtoms[best]!;
    }
    return chosen;
  }

  private knownWord(word: string): KnownWord {
    const { known, dictionary, tagAtoms } = this;
    let found = known.get(word);
    if (found === undefined) {
      if (known.size >= MOST_KNOWN) known.clear();
      const atoms = this.words.get(word);
      const id = dictionary.usual(atoms.word);
      const usual = id < 0 ? 0 : tagAtoms[id]!;
      known.set(
        word,
        (found = {
          atoms,
          usual,
          only: dictionary.only(atoms.form),
          among: dictionary.among?.(atoms.form),
          own: undefined,
        }),
      );
    }
    return found;
  }

  /** Sets the scores to what the word says by itself, which frozen weights say once; returns where its features end. */
  private scoreWord(word: KnownWord): number {
    const { features, scorer, scores } = this;
    if (word.own !== undefined) {
      scores.set(word.own.scores);
      return word.own.count;
    }
    const count = ownFeatures(word.atoms, features);
    scorer.score(features, count, scores);
    if (scorer.fixed) word.own = { count, scores: scores.slice() };
    return count;
  }
}

/** The class with the highest score, of these where they are given. */
export function highest(scores: Scores, among?: readonly number[]): number {
  if (among) return among.reduce((a, b) => (scores[b]! > scores[a]! ? b : a));
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}

/** Tag dictionary as parallel arrays, sorted nowhere: a Map is built on loading. */
export class TagDictionary implements UsualTags {
  private readonly usualOf = new Map<number, number>();
  private readonly onlyOf = new Map<number, number>();
  private amongOf: ReadonlyMap<number, readonly number[]> = new Map();

  constructor(words: Int32Array, usual: Uint8Array, forms: Int32Array, only: Uint8Array) {
    words.forEach((word, i) => this.usualOf.set(word, usual[i]!));
    forms.forEach((form, i) => this.onlyOf.set(form, only[i]!));
  }

  /** Words of which more is known than training counted. */
  settle(settled: ReadonlyMap<number, readonly number[]>): void {
    for (const [form, tags] of settled) if (tags.length === 1) this.onlyOf.set(form, tags[0]!);
    this.amongOf = new Map([...settled].filter(([, tags]) => tags.length > 1));
  }

  among(form: number): readonly number[] | undefined {
    return this.amongOf.get(form);
  }

  usual(word: number): number {
    return this.usualOf.get(word) ?? -1;
  }

  only(form: number): number {
    return this.onlyOf.get(form) ?? -1;
  }
}

export function taggerFrom({ meta, arrays }: ModelFile, words: WordTable): PerceptronTagger {
  const dictionary = new TagDictionary(
    arrays['usualWords'] as Int32Array,
    arrays['usualTags'] as Uint8Array,
    arrays['onlyForms'] as Int32Array,
    arrays['onlyTags'] as Uint8Array,
  );
  const classes = meta['classes'] as readonly string[];
  dictionary.settle(settledWords(classes, words));
  return new PerceptronTagger(classes, dictionary, frozenWeights(arrays), words);
}
