import type { ActorKind } from '../../domain/index.ts';

/**
 * What a noun says of the actor it heads. `state`: a branch of a state, given a nationality;
 * `official`, `post`: persons; `fighters`, `collective`, `people`: described rather than named; `none`: terms that
 * hold such a noun and mean no actor.
 */
export type NounRole =
  'state' | 'official' | 'post' | 'fighters' | 'collective' | 'people' | 'none';

/** An entry of `data/actors/nouns.json`. */
export interface ActorNoun {
  /** Lower-case, every form; several words apart by one space. */
  readonly words: readonly string[];
  readonly kind: ActorKind;
  readonly sector: string;
  readonly role: NounRole;
  readonly branch?: string;
  readonly branchName?: string;
  /** An office in the country the report is about, unless another is named. */
  readonly local?: boolean;
  /** Those of `words` that are things rather than bodies: actors only with an owner. */
  readonly hardware?: readonly string[];
}

const NO_NOUNS: readonly ActorNoun[] = [];

/** Nouns by their words, longest first. */
export class NounIndex {
  readonly #byLastWord = new Map<string, { words: readonly string[]; noun: ActorNoun }[]>();

  constructor(readonly nouns: readonly ActorNoun[] = NO_NOUNS) {
    for (const noun of nouns) for (const phrase of noun.words) this.#add(phrase.split(' '), noun);
    for (const entries of this.#byLastWord.values())
      entries.sort((a, b) => b.words.length - a.words.length);
  }

  #add(words: readonly string[], noun: ActorNoun) {
    const last = words.at(-1)!;
    const entries = this.#byLastWord.get(last) ?? [];
    entries.push({ words, noun });
    this.#byLastWord.set(last, entries);
  }

  /** The longest phrase whose last word is `words[at]`, not reaching before `from`. */
  endingAt(
    words: readonly string[],
    at: number,
    from = 0,
  ): { readonly noun: ActorNoun; readonly length: number } | undefined {
    for (const entry of this.#byLastWord.get(words[at]!) ?? []) {
      const start = at - entry.words.length + 1;
      if (start >= from && entry.words.every((word, i) => words[start + i] === word))
        return { noun: entry.noun, length: entry.words.length };
    }
    return undefined;
  }
}
