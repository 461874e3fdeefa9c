import { writeFileSync } from 'node:fs';
import type { Case } from '../src/reading/letter-case.ts';
import { encodeModel } from '../src/reading/perceptron/container.ts';
import { fold, plainForm } from '../src/reading/perceptron/words.ts';
import type { TreebankSentence } from './conllu.ts';
import type { TrainingOptions } from './main.ts';
import { sentencesOf } from './texts.ts';
import { trainTagger } from './train-tagger.ts';
import { shippedWords } from './word-table.ts';

/** Learns the case of words from running text put in lower case. */
export function run({ data, flags, out, log }: TrainingOptions): void {
  const written = data.flatMap(sentencesOf).filter(isProse);
  const small = smallWords(written);
  const sentences = written.map((words) => exampleOf(words, small));
  log(`${sentences.length} sentences, ${sentences.flatMap(({ words }) => words).length} words`);
  const model = trainTagger(sentences, {
    epochs: Number(flags['epochs'] ?? 5),
    seed: Number(flags['seed'] ?? 1),
    least: Number(flags['least'] ?? 1.1),
    words: shippedWords(),
    log,
  });
  const bytes = encodeModel({ ...model, meta: { ...model.meta, model: 'letter-case' } });
  writeFileSync(out, bytes);
  log(`${out}: ${bytes.length} bytes`);
}

const LETTERS = /\p{L}/u;
const SMALL = /^\p{Ll}/u;

/** Neither in capitals nor a headline: most words are in lower case. */
export function isProse(words: readonly string[]): boolean {
  const lettered = words.filter((word) => LETTERS.test(word));
  return (
    lettered.length > 2 && lettered.filter((word) => SMALL.test(word)).length > lettered.length / 2
  );
}

const keyOf = (word: string) => fold(plainForm(word));

/** Words that stand in lower case in mid-sentence more often than not. */
export function smallWords(sentences: readonly (readonly string[])[]): ReadonlySet<string> {
  const balance = new Map<string, number>();
  for (const words of sentences)
    for (const word of words.slice(1)) {
      const key = keyOf(word);
      balance.set(key, (balance.get(key) ?? 0) + (SMALL.test(word) ? 1 : -1));
    }
  return new Set([...balance].flatMap(([word, sum]) => (sum > 0 ? [word] : [])));
}

export function caseOf(word: string): Case {
  if (!LETTERS.test(word) || SMALL.test(word)) return 'lower';
  return word.length > 1 && word === word.toUpperCase() ? 'upper' : 'title';
}

/** As a treebank has it, with the case for a tag; the first word has that of its kind. */
function exampleOf(written: readonly string[], small: ReadonlySet<string>): TreebankSentence {
  const words = written.map((word) => word.toLowerCase());
  const upos = written.map((word, i) =>
    i === 0 && small.has(keyOf(word)) ? 'lower' : caseOf(word),
  );
  const none = words.map(() => '');
  return {
    document: '',
    text: '',
    words,
    lemmas: none,
    upos,
    xpos: none,
    heads: [],
    deprels: none,
    misc: none,
    startsParagraph: false,
  };
}
