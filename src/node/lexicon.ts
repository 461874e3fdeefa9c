import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileLexicon, type Lexicon, type LexiconFile } from '../claims/lexicon.ts';

/**
 * Loads the claim lexicon: every JSON file of `data/lexicon/` that has "frames" or "words".
 *
 * @throws Error naming the file when one is not JSON.
 */
export async function loadLexicon(root: string): Promise<Lexicon> {
  const folder = join(root, 'data', 'lexicon');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return compileLexicon(await Promise.all(names.map((name) => loadFile(join(folder, name)))));
}

async function loadFile(path: string): Promise<LexiconFile> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text) as LexiconFile;
  } catch (error) {
    throw new Error(`${path} is not JSON`, { cause: error });
  }
}
