import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sureness, surenessFrom } from '../claims/sureness/model.ts';
import { decodeModel } from '../reading/perceptron/container.ts';
import type { WordSenses } from '../reading/perceptron/word-senses.ts';
import { loadSenses } from './senses.ts';

/** Loads `models/sureness.bin`: how far claims about control are to be trusted. */
export const loadSureness = async (
  root: string,
  senses: Promise<WordSenses> = loadSenses(root),
): Promise<Sureness> =>
  surenessFrom(decodeModel(await readFile(join(root, 'models', 'sureness.bin'))), await senses);
