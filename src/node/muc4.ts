import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { muc4ModelFrom, type Muc4Model } from '../codebooks/muc4/code.ts';
import { decodeModel } from '../reading/perceptron/container.ts';
import { packageRoot } from './package-root.ts';

/** Loads the weights in `models/muc4.bin`. */
export const loadMuc4 = async (root = packageRoot()): Promise<Muc4Model> =>
  muc4ModelFrom(decodeModel(await readFile(join(root, 'models', 'muc4.bin'))));
