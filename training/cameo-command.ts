import { writeFileSync } from 'node:fs';
import { readSentence, readSentences, type ReadSentence } from '../bench/cameo/data.ts';
import { printScores, scoreRoles } from '../bench/cameo/score.ts';
import { featuresOf, ROLES, roleTaggerFrom } from '../src/codebooks/cameo/role-tagger.ts';
import { loadResources } from '../src/node/resources.ts';
import { encodeModel } from '../src/reading/perceptron/container.ts';
import type { TrainingOptions } from './main.ts';
import { trainCameo, type RoleExample } from './train-cameo.ts';

/** Trains on sentences with BIO labels S, T and R; `--folds N` scores by cross-validation first. */
export async function run({ data, flags, out, log }: TrainingOptions): Promise<void> {
  const resources = await loadResources();
  const sentences = data.flatMap(readSentences).map((one) => readSentence(one, resources));
  const examples = sentences.map(exampleOf);
  const options = {
    epochs: Number(flags['epochs'] ?? 8),
    seed: Number(flags['seed'] ?? 1),
    least: Number(flags['least'] ?? 0.5),
  };
  const folds = Number(flags['folds'] ?? 0);
  if (folds > 0) crossValidate();
  const bytes = encodeModel(trainCameo(examples, { ...options, log }));
  writeFileSync(out, bytes);
  log(`${out}: ${bytes.length} bytes`);

  function crossValidate() {
    const scored = sentences.map((sentence, i) => ({ sentence, fold: i % folds }));
    const guesses = Array.from({ length: folds }, (_, fold) => {
      const rest = examples.filter((_, i) => i % folds !== fold);
      const tagger = roleTaggerFrom(trainCameo(rest, { ...options, log: () => {} }));
      return scored
        .filter((one) => one.fold === fold)
        .map(({ sentence }) => ({
          ...sentence,
          found: tagger.tag(sentence.reading, sentence.reading.mentions),
        }));
    }).flat();
    printScores(scoreRoles(guesses), log);
  }
}

function exampleOf({ sentence, reading, places }: ReadSentence): RoleExample {
  const labels = new Uint8Array(reading.tokens.length);
  for (const { first, last, role } of sentence.spans) {
    const [start, end] = [places[first]!.start, places[last - 1]!.end];
    const begin = 1 + 2 * ROLES.indexOf(role);
    let label = begin;
    for (const token of reading.tokens) {
      if (token.start >= end || token.end <= start) continue;
      labels[token.index] = label;
      label = begin + 1;
    }
  }
  return { features: featuresOf(reading, reading.mentions), labels };
}
