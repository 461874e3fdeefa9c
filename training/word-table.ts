import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/node/package-root.ts';
import { decodeModel } from '../src/reading/perceptron/container.ts';
import { WordTable, wordClassesFrom } from '../src/reading/perceptron/words.ts';

/** Words with the shipped classes: what tagger, parser and names are trained on. */
export const shippedWords = () =>
  new WordTable(
    wordClassesFrom(decodeModel(readFileSync(join(packageRoot(), 'models', 'clusters.bin')))),
  );
