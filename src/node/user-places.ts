import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CombinedGazetteer } from '../gazetteer/combined.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { PackedGazetteer } from '../gazetteer/packed.ts';

const ENDING = '.places';

/** The shipped gazetteer with all that was imported into a folder; a folder need not exist. */
export async function withUserPlaces(shipped: Gazetteer, folder: string): Promise<Gazetteer> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(ENDING)).sort();
  if (files.length === 0) return shipped;
  const parts = await Promise.all(
    files.map(async (name) => new PackedGazetteer(await readFile(join(folder, name)))),
  );
  return new CombinedGazetteer(shipped, parts);
}

/** Written beside its place and moved there whole; an import of the same name replaces it. */
export async function saveUserPlaces(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}${ENDING}`);
  await writeFile(`${path}.unfinished`, bytes);
  await rename(`${path}.unfinished`, path);
  return path;
}
