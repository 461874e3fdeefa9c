import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Codebook } from '../codebooks/codebook.ts';
import { mappingCodebook, type MappingFile } from '../codebooks/mapping.ts';
import { packageRoot } from './package-root.ts';

/** The codebooks that are data files, by name. */
export async function loadCodebooks(root = packageRoot()): Promise<ReadonlyMap<string, Codebook>> {
  const folder = join(root, 'data', 'codebooks');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const codebooks = await Promise.all(files.map((file) => loadCodebook(join(folder, file))));
  return new Map(codebooks.map((codebook) => [codebook.name, codebook]));
}

/** One codebook, the user's own or a shipped one. @throws Error when the file is not a codebook. */
export async function loadCodebook(path: string): Promise<Codebook> {
  const text = await readFile(path, 'utf8');
  try {
    return mappingCodebook(JSON.parse(text) as MappingFile);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
