import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/node/package-root.ts';
import { decodeModel } from '../src/reading/perceptron/container.ts';
import { wordRowsFrom } from '../src/reading/perceptron/word-rows.ts';
import { wordSensesFrom } from '../src/reading/perceptron/word-senses.ts';
import { WordTable, wordClassesFrom } from '../src/reading/perceptron/words.ts';

const model = (name: string) => decodeModel(readFileSync(join(packageRoot(), 'models', name)));

/** Words with the shipped classes: what tagger, parser and names are trained on. */
export const shippedVectors = () => wordRowsFrom(model('vectors.bin'));

export const shippedWords = () =>
  new WordTable(
    wordClassesFrom(model('clusters.bin')),
    wordSensesFrom(model('senses.bin')),
    shippedVectors(),
  );
