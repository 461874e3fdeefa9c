import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lemmatiserFrom, type Lemmatiser, type LemmaRules } from '../reading/lemma.ts';
import type { NameTagger } from '../reading/name-tagger.ts';
import type { Parser } from '../reading/parser.ts';
import { decodeModel } from '../reading/perceptron/container.ts';
import { parserFrom } from '../reading/perceptron/parser.ts';
import { taggerFrom } from '../reading/perceptron/tagger.ts';
import type { Tagger } from '../reading/tagger.ts';

export interface Models {
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly lemmatiser: Lemmatiser;
  readonly names: NameTagger;
}

/** Loads the weights in `models/`. */
export async function loadModels(root: string): Promise<Models> {
  const load = async (name: string) => decodeModel(await readFile(join(root, 'models', name)));
  const [tagger, parser, lemmas] = await Promise.all([
    load('tagger.bin'),
    load('parser.bin'),
    readFile(join(root, 'models', 'lemmas.json'), 'utf8'),
  ]);
  return {
    tagger: taggerFrom(tagger),
    parser: parserFrom(parser),
    lemmatiser: lemmatiserFrom(JSON.parse(lemmas) as LemmaRules),
    names: { tag: () => [] },
  };
}
