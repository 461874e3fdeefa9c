import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { PackedGazetteer } from '../gazetteer/packed.ts';
import { areasIn } from './areas.ts';

/** Loads the shipped gazetteer from `data/gazetteer/`. */
export async function loadGazetteer(root: string): Promise<Gazetteer> {
  const folder = join(root, 'data', 'gazetteer');
  const bytes = await readFile(join(folder, 'places.bin'));
  return new PackedGazetteer(bytes, areasIn(join(folder, 'boundaries')));
}
