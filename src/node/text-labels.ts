import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { labelModelFrom, type LabelModel } from '../codebooks/text-labels/code.ts';
import type { LabelScheme } from '../codebooks/text-labels/schemes.ts';
import { decodeModel } from '../reading/perceptron/container.ts';
import { packageRoot } from './package-root.ts';

/** Loads the weights of a scheme, `models/<name>.bin`. */
export const loadLabels = async (scheme: LabelScheme, root = packageRoot()): Promise<LabelModel> =>
  labelModelFrom(decodeModel(await readFile(join(root, 'models', `${scheme.name}.bin`))), scheme);
