import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeModel } from '../reading/perceptron/container.ts';
import { type WordRows, wordRowsFrom } from '../reading/perceptron/word-rows.ts';

/** Loads `models/vectors.bin`: what words mean. */
export const loadVectors = async (root: string): Promise<WordRows> =>
  wordRowsFrom(decodeModel(await readFile(join(root, 'models', 'vectors.bin'))));
