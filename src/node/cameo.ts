import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { roleTaggerFrom, type RoleTagger } from '../codebooks/cameo/role-tagger.ts';
import { decodeModel } from '../reading/perceptron/container.ts';

/** Loads the weights in `models/cameo.bin`. */
export const loadRoleTagger = async (root: string): Promise<RoleTagger> =>
  roleTaggerFrom(decodeModel(await readFile(join(root, 'models', 'cameo.bin'))));
