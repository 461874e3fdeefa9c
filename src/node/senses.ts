import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeModel } from '../reading/perceptron/container.ts';
import { wordSensesFrom, type WordSenses } from '../reading/perceptron/word-senses.ts';

/** Loads `models/senses.bin`: classes of words of like meaning. */
export const loadSenses = async (root: string): Promise<WordSenses> =>
  wordSensesFrom(decodeModel(await readFile(join(root, 'models', 'senses.bin'))));
