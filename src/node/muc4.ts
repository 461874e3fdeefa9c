import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { muc4ModelFrom, type Muc4Model, type Muc4Resources } from '../codebooks/muc4/code.ts';
import type { ReaderResources } from '../reader.ts';
import { decodeModel } from '../reading/perceptron/container.ts';
import { packageRoot } from './package-root.ts';
import { loadSenses } from './senses.ts';

/** Loads the weights in `models/muc4.bin`. */
export const loadMuc4 = async (root = packageRoot()): Promise<Muc4Model> =>
  muc4ModelFrom(decodeModel(await readFile(join(root, 'models', 'muc4.bin'))));

/** What the weights look words up in. */
export const muc4Resources = async (
  { lexicon, speech }: Pick<ReaderResources, 'lexicon' | 'speech'>,
  root = packageRoot(),
): Promise<Muc4Resources> => ({
  lexicon,
  classes: speech.classes,
  senses: await loadSenses(root),
});
