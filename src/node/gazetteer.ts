import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { PackedGazetteer } from '../gazetteer/packed.ts';

/** Loads the shipped gazetteer from `data/gazetteer/`. */
export async function loadGazetteer(root: string): Promise<Gazetteer> {
  return new PackedGazetteer(await readFile(join(root, 'data', 'gazetteer', 'places.bin')));
}
