/** Dictionary form of a word by its tag. */
export interface Lemmatiser {
  lemma(word: string, tag: { readonly upos: string; readonly xpos: string }): string;
}

/**
 * Rules learned from the treebanks: by Penn tag, the longest ending that has a rule decides how many
 * letters go and which come ("VBD", "ied" → "3y"), or that the word has a capital ("JJ", "ian" → "+").
 * A whole word is written with "^" before it.
 */
export type LemmaRules = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const LONGEST_ENDING = 7;
/** Words remembered of each tag. */
const MOST_KNOWN = 20_000;
const CURLY = /[’‘ʼ`]/g;

/** Names keep their case, pronouns the capital of "I"; everything else is in lower case. */
export const lemmaBase = (word: string, upos: string) => {
  const plain = word.replace(CURLY, "'");
  if (upos === 'NUM') return plain.replace(/(\d),(?=\d)/g, '$1').toLowerCase();
  return upos === 'PROPN' || upos === 'X' || upos === 'SYM' ? plain : plain.toLowerCase();
};

/** The lemma is the word with a capital: "colombian", "Colombian". */
export const WITH_CAPITAL = '+';
export const withCapital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export const applyScript = (word: string, script: string) => {
  if (script === WITH_CAPITAL) return withCapital(word);
  const digits = /^\d+/.exec(script)?.[0] ?? '0';
  return word.slice(0, word.length - Number(digits)) + script.slice(digits.length);
};

/** Endings of a word, the whole word first. */
export function* endings(word: string): Generator<string> {
  yield `^${word}`;
  for (let length = Math.min(word.length, LONGEST_ENDING); length >= 0; length--) {
    yield length === 0 ? '' : word.slice(-length);
  }
}

export function lemmatiserFrom(rules: LemmaRules): Lemmatiser {
  const tables = new Map(
    Object.entries(rules).map(([xpos, table]) => [xpos, new Map(Object.entries(table))]),
  );
  const known = new Map<string, Map<string, string>>();
  const compute = (base: string, key: string) => {
    const table = tables.get(key);
    if (!table) return base;
    for (const ending of endings(base)) {
      const script = table.get(ending);
      if (script !== undefined) return applyScript(base, script);
    }
    return base;
  };
  return {
    lemma(word, { upos, xpos }) {
      if (upos === 'PROPN' || xpos.startsWith('NNP')) return lemmaBase(word, 'PROPN');
      const key = ruleKey(upos, xpos);
      let lemmas = known.get(key);
      if (!lemmas) known.set(key, (lemmas = new Map()));
      const found = lemmas.get(word);
      if (found !== undefined) return found;
      if (lemmas.size >= MOST_KNOWN) lemmas.clear();
      const lemma = compute(lemmaBase(word, upos), key);
      lemmas.set(word, lemma);
      return lemma;
    },
  };
}

/** An auxiliary's contractions differ from a verb's: "'s" is "be" or "have". */
export const ruleKey = (upos: string, xpos: string) => (upos === 'AUX' ? `AUX ${xpos}` : xpos);
