import type { Stance } from '../../domain/index.ts';

/** What `data/lexicon/speech.json` holds; a user's file of the same shape is merged into it. */
export interface SpeechWords {
  readonly verbs: Readonly<Record<Stance, readonly string[]>>;
  readonly attitudes: readonly string[];
  readonly objectOnly: readonly string[];
  readonly quoteOnly: readonly string[];
  readonly nounCues: Readonly<Record<Stance, readonly string[]>>;
  readonly prepositions: readonly { readonly words: string; readonly stance: Stance }[];
  readonly adverbs: Readonly<Partial<Record<Stance, readonly string[]>>>;
  readonly passives: readonly string[];
  readonly appearances: readonly string[];
  readonly anonymousHeads: readonly string[];
  readonly statementNouns: readonly string[];
}

/** Cue words by lemma, as the finders ask for them. */
export interface SpeechLexicon {
  /** Stance of a verb that attributes. */
  readonly verbs: ReadonlyMap<string, Stance>;
  readonly nouns: ReadonlyMap<string, Stance>;
  readonly adverbs: ReadonlyMap<string, Stance>;
  /** Opening word to the phrases that it opens, longest first. */
  readonly prepositions: ReadonlyMap<string, readonly Phrase[]>;
  /** Beliefs and wishes: attributed, but nobody said them. */
  readonly attitudes: ReadonlySet<string>;
  /** Verbs whose content is their object, never a clause: "called it a lie". */
  readonly objectOnly: ReadonlySet<string>;
  /** Verbs that attribute only words in quotes or a "that" clause: "continued". */
  readonly quoteOnly: ReadonlySet<string>;
  /** "is believed to": attributed to nobody. */
  readonly passives: ReadonlySet<string>;
  readonly appearances: ReadonlySet<string>;
  readonly anonymous: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
}

export interface Phrase {
  readonly words: readonly string[];
  readonly stance: Stance;
}

const byLemma = (words: Readonly<Partial<Record<Stance, readonly string[]>>>) => {
  const stances = new Map<string, Stance>();
  for (const [stance, lemmas] of Object.entries(words))
    for (const lemma of lemmas) stances.set(lemma, stance as Stance);
  return stances;
};

/** Later stances win, so that "accuse" claims although it also says. */
export function speechLexicon(words: SpeechWords): SpeechLexicon {
  const prepositions = new Map<string, Phrase[]>();
  for (const phrase of words.prepositions) {
    const split = phrase.words.split(' ');
    prepositions.set(split[0]!, [
      ...(prepositions.get(split[0]!) ?? []),
      { words: split, stance: phrase.stance },
    ]);
  }
  for (const phrases of prepositions.values())
    phrases.sort((a, b) => b.words.length - a.words.length);
  return Object.freeze({
    verbs: byLemma(words.verbs),
    nouns: byLemma(words.nounCues),
    adverbs: byLemma(words.adverbs),
    prepositions,
    attitudes: new Set(words.attitudes),
    objectOnly: new Set(words.objectOnly),
    quoteOnly: new Set(words.quoteOnly),
    passives: new Set(words.passives),
    appearances: new Set(words.appearances),
    anonymous: new Set(words.anonymousHeads),
    statements: new Set(words.statementNouns),
  });
}
