import type { Tagger, WordTag } from '../tagger.ts';
import type { ModelFile } from './container.ts';
import { frozenWeights } from './frozen-weights.ts';
import { hashText } from './hash.ts';
import { ownFeatures, tagFeatures } from './tag-features.ts';
import { newFeatures, newScores, type Scorer, type Scores } from './weights.ts';
import type { WordAtoms, WordTable } from './words.ts';

/** Most frequent tag of a word, as the table that training counted. */
export interface UsualTags {
  /** Class of the word's most frequent tag, or -1. */
  usual(word: number): number;
  /** Class when the word never had another tag and is frequent, or -1. */
  only(word: number): number;
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
  /** What words say by themselves, and by how many features. */
  private readonly own = new WeakMap<
    WordAtoms,
    { readonly count: number; readonly scores: Scores }
  >();

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
    const atoms: WordAtoms[] = words.map((word) => this.words.get(word));
    const usual = new Int32Array(words.length);
    for (let i = 0; i < words.length; i++) {
      const id = this.dictionary.usual(atoms[i]!.word);
      usual[i] = id < 0 ? 0 : this.tagAtoms[id]!;
    }
    const given = new Int32Array(words.length);
    const chosen = new Int32Array(words.length);
    const context = { atoms, usual, given };
    for (let i = 0; i < words.length; i++) {
      let best = this.dictionary.only(atoms[i]!.form);
      if (best < 0) {
        const from = this.scoreWord(atoms[i]!);
        const count = tagFeatures(context, i, { out: this.features, from });
        this.scorer.score(this.features, count, this.scores, from);
        best = highest(this.scores);
        if (decided) best = decided(i, this.features, count, best);
      }
      chosen[i] = best;
      given[i] = this.tagAtoms[best]!;
    }
    return chosen;
  }

  /** Sets the scores to what the word says by itself, which frozen weights say once; returns where its features end. */
  private scoreWord(word: WordAtoms): number {
    const { features, scorer, scores, own } = this;
    const known = own.get(word);
    if (known !== undefined) {
      scores.set(known.scores);
      return known.count;
    }
    const count = ownFeatures(word, features);
    scorer.score(features, count, scores);
    if (scorer.fixed) own.set(word, { count, scores: scores.slice() });
    return count;
  }
}

export function highest(scores: Scores): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}

/** Tag dictionary as parallel arrays, sorted nowhere: a Map is built on loading. */
export class TagDictionary implements UsualTags {
  private readonly usualOf = new Map<number, number>();
  private readonly onlyOf = new Map<number, number>();

  constructor(words: Int32Array, usual: Uint8Array, forms: Int32Array, only: Uint8Array) {
    words.forEach((word, i) => this.usualOf.set(word, usual[i]!));
    forms.forEach((form, i) => this.onlyOf.set(form, only[i]!));
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
  return new PerceptronTagger(
    meta['classes'] as readonly string[],
    dictionary,
    frozenWeights(arrays),
    words,
  );
}
