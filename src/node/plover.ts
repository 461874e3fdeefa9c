import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ploverLexicon, type PloverFile, type PloverLexicon } from '../codebooks/plover/lexicon.ts';
import { packageRoot } from './package-root.ts';

/** The trigger words of the PLOVER codebook. */
export async function loadPlover(root = packageRoot()): Promise<PloverLexicon> {
  const path = join(root, 'data', 'codebooks', 'plover', 'triggers.json');
  return ploverLexicon(JSON.parse(await readFile(path, 'utf8')) as PloverFile);
}
