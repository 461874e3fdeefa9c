import { writeFileSync } from 'node:fs';
import { encodeModel } from '../src/reading/perceptron/container.ts';
import { readConllu } from './conllu.ts';
import type { TrainingOptions } from './main.ts';
import { shippedWords } from './word-table.ts';
import { trainTagger } from './train-tagger.ts';

export function run({ data, flags, out, log }: TrainingOptions): void {
  const sentences = data.flatMap(readConllu);
  const model = trainTagger(sentences, {
    epochs: Number(flags['epochs'] ?? 6),
    seed: Number(flags['seed'] ?? 1),
    least: Number(flags['least'] ?? 1.1),
    words: shippedWords(),
    log,
  });
  const bytes = encodeModel(model);
  writeFileSync(out, bytes);
  log(`${out}: ${bytes.length} bytes`);
}
