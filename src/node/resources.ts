import type { ReaderResources } from '../reader.ts';

/** Loads models, gazetteer, actors and lexicon from the package's folders. */
export function loadResources(): Promise<ReaderResources> {
  return Promise.reject(new Error('resources are not built yet'));
}
