import { writeFileSync } from 'node:fs';
import { decodeModel, encodeModel } from '../src/reading/perceptron/container.ts';
import { taggerFrom } from '../src/reading/perceptron/tagger.ts';
import type { WordTable } from '../src/reading/perceptron/words.ts';
import { readConllu, type TreebankSentence } from './conllu.ts';
import type { TrainingOptions } from './main.ts';
import { trainParser, type TaggedTree } from './train-parser.ts';
import { shippedWords } from './word-table.ts';
import { trainTagger } from './train-tagger.ts';

export function run({ data, flags, out, log }: TrainingOptions): void {
  const sentences = data.flatMap(readConllu);
  const seed = Number(flags['seed'] ?? 1);
  const words = shippedWords();
  const trees = jackknifed(sentences, words, { folds: Number(flags['folds'] ?? 8), log });
  const model = trainParser(trees, {
    epochs: Number(flags['epochs'] ?? 5),
    seed,
    least: Number(flags['least'] ?? 1.8),
    runs: Number(flags['runs'] ?? 3),
    words,
    log,
  });
  const bytes = encodeModel(model);
  writeFileSync(out, bytes);
  log(`${out}: ${bytes.length} bytes`);
}

/**
 * Each tree with tags from a tagger that never saw it: the parser must learn from tags as wrong as
 * those it will meet.
 */
export function jackknifed(
  sentences: readonly TreebankSentence[],
  words: WordTable,
  { folds, log }: { readonly folds: number; readonly log: (line: string) => void },
): TaggedTree[] {
  const trees: TaggedTree[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = sentences.filter((_, i) => i % folds !== fold);
    const model = trainTagger(seen, { epochs: 5, seed: fold + 1, least: 0, words });
    const tagger = taggerFrom(decodeModel(encodeModel(model)), words);
    sentences.forEach((sentence, i) => {
      if (i % folds === fold) trees.push({ sentence, tags: tagger.tag(sentence.words) });
    });
    log(`tags of fold ${fold + 1} of ${folds}`);
  }
  return trees;
}
