import type { ReaderResources } from '../reader.ts';
import { loadActors } from './actors.ts';
import { loadGazetteer } from './gazetteer.ts';
import { loadLexicon } from './lexicon.ts';
import { loadModels } from './models.ts';
import { packageRoot } from './package-root.ts';
import { loadSenses } from './senses.ts';
import { loadSpeech } from './speech.ts';
import { loadSureness } from './sureness.ts';
import { loadVectors } from './vectors.ts';

/** Loads models, gazetteer, actors and lexicon from the package's folders. */
export async function loadResources(root = packageRoot()): Promise<ReaderResources> {
  const senses = loadSenses(root);
  const [parts, sureness] = await Promise.all([
    loadParts(root, senses),
    loadSureness(root, senses),
  ]);
  return { ...parts, sureness };
}

/** All but the weights of `models/sureness.bin`, which are learnt from what the rest reads. */
export async function loadParts(
  root = packageRoot(),
  senses = loadSenses(root),
): Promise<Omit<ReaderResources, 'sureness'>> {
  const vectors = loadVectors(root);
  const [models, gazetteer, actors, speech, lexicon] = await Promise.all([
    loadModels(root, vectors, senses),
    loadGazetteer(root),
    loadActors(root),
    loadSpeech(root, vectors),
    loadLexicon(root),
  ]);
  return { ...models, gazetteer, actors, speech, lexicon };
}
