import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadActors } from '../src/node/actors.ts';
import { loadGazetteer } from '../src/node/gazetteer.ts';
import { packageRoot } from '../src/node/package-root.ts';
import { nameHints } from '../src/reading/name-hints.ts';
import { decodeModel, encodeModel } from '../src/reading/perceptron/container.ts';
import { taggerFrom } from '../src/reading/perceptron/tagger.ts';
import { readConllu } from './conllu.ts';
import type { TrainingOptions } from './main.ts';
import { gumNames, plainNames, readIob, SCHEMES, type NamedSentence } from './names-data.ts';
import { shippedWords } from './word-table.ts';
import { trainNames } from './train-names.ts';

/** `--data` takes CoNLL-U with `Entity=` and tab-separated files whose path names the scheme. */
export async function run({ data, flags, out, log }: TrainingOptions): Promise<void> {
  const root = packageRoot();
  const lists = {
    gazetteer: await loadGazetteer(root),
    actors: await loadActors(root),
  };
  const words = shippedWords();
  const tagger = taggerFrom(decodeModel(readFileSync('models/tagger.bin')), words);
  const sentences = data.flatMap(namedSentences).map((sentence) => ({
    ...sentence,
    tags: tagger.tag(sentence.words),
    hints: nameHints(sentence.words, lists),
  }));
  log(`${sentences.length} sentences`);
  const model = trainNames(sentences, {
    epochs: Number(flags['epochs'] ?? 6),
    seed: Number(flags['seed'] ?? 1),
    least: Number(flags['least'] ?? 0.5),
    runs: Number(flags['runs'] ?? 3),
    words,
    log,
  });
  const bytes = encodeModel(model);
  writeFileSync(out, bytes);
  log(`${out}: ${bytes.length} bytes`);
}

function namedSentences(file: string): NamedSentence[] {
  if (file.endsWith('.conllu')) {
    return readConllu(file).flatMap((sentence) => {
      const named = {
        scheme: 'uner',
        words: sentence.words,
        spans: gumNames(sentence),
      };
      const plain = plainNames(named);
      const types = new Set(['person', 'organisation', 'location']);
      return [
        {
          ...plain,
          scheme: 'uner',
          spans: plain.spans.filter(({ label }) => types.has(label)),
        },
        plain,
      ];
    });
  }
  const scheme = Object.keys(SCHEMES).find((name) => file.includes(name));
  if (!scheme) throw new Error(`no annotation scheme known for ${basename(file)}`);
  const column = file.endsWith('.iob2') ? 2 : 1;
  return readIob(file, column).flatMap((named) => [{ ...named, scheme }, plainNames(named)]);
}
