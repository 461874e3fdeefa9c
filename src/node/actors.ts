import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeActorList, type ActorData, type ActorList } from '../reading/actor-list.ts';

/**
 * Loads the actor list from `data/actors/*.json`, then the user's own files of the same form.
 *
 * @throws Error naming the file that is not JSON of that form.
 */
export async function loadActors(root: string, own: readonly string[] = []): Promise<ActorList> {
  const folder = join(root, 'data', 'actors');
  const shipped = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const files = [...shipped.map((file) => join(folder, file)), ...own];
  const data = await Promise.all(files.map(readActorFile));
  return makeActorList({
    states: data.flatMap(({ states }) => states ?? []),
    actors: data.flatMap(({ actors }) => actors ?? []),
    nouns: data.flatMap(({ nouns }) => nouns ?? []),
    belligerents: data.flatMap(({ belligerents }) => belligerents ?? []),
  });
}

async function readActorFile(file: string): Promise<ActorData> {
  const text = await readFile(file, 'utf8');
  try {
    const data = JSON.parse(text) as ActorData;
    if (!data.states && !data.actors && !data.nouns && !data.belligerents)
      throw new Error('expected "states", "actors", "nouns" or "belligerents"');
    return data;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
