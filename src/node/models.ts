import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lemmatiserFrom, type Lemmatiser, type LemmaRules } from '../reading/lemma.ts';
import { letterCaseFrom, type LetterCase } from '../reading/letter-case.ts';
import type { NameTagger } from '../reading/name-tagger.ts';
import type { Parser } from '../reading/parser.ts';
import { caseTaggerFrom } from '../reading/perceptron/case-tagger.ts';
import { decodeModel } from '../reading/perceptron/container.ts';
import { nameTaggerFrom, type PerceptronNameTagger } from '../reading/perceptron/name-tagger.ts';
import { parserFrom } from '../reading/perceptron/parser.ts';
import { taggerFrom } from '../reading/perceptron/tagger.ts';
import type { WordRows } from '../reading/perceptron/word-rows.ts';
import type { WordSenses } from '../reading/perceptron/word-senses.ts';
import { WordTable, wordClassesFrom } from '../reading/perceptron/words.ts';
import type { Tagger } from '../reading/tagger.ts';
import { loadSenses } from './senses.ts';
import { loadVectors } from './vectors.ts';

export interface Models {
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly lemmatiser: Lemmatiser;
  readonly letterCase: LetterCase;
  readonly names: NameTagger;
  /** The same tagger by the conventions of any scheme it was trained on; for measuring. */
  readonly schemeNames: PerceptronNameTagger;
}

/** Loads the weights in `models/`. */
export async function loadModels(
  root: string,
  vectors: Promise<WordRows> = loadVectors(root),
  senses: Promise<WordSenses> = loadSenses(root),
): Promise<Models> {
  const load = async (name: string) => decodeModel(await readFile(join(root, 'models', name)));
  const [clusters, meanings, rows, tagger, parser, nameWeights, cases, lemmas] = await Promise.all([
    load('clusters.bin'),
    senses,
    vectors,
    load('tagger.bin'),
    load('parser.bin'),
    load('names.bin'),
    load('letter-case.bin'),
    readFile(join(root, 'models', 'lemmas.json'), 'utf8'),
  ]);
  const classes = wordClassesFrom(clusters);
  const words = new WordTable(classes, meanings, rows);
  const names = nameTaggerFrom(nameWeights, words);
  return {
    tagger: taggerFrom(tagger, words),
    parser: parserFrom(parser, words, rows),
    lemmatiser: lemmatiserFrom(JSON.parse(lemmas) as LemmaRules),
    letterCase: letterCaseFrom(caseTaggerFrom(cases, words), classes.lower),
    names,
    schemeNames: names,
  };
}
