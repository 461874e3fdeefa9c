import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeModel } from '../reading/perceptron/container.ts';
import type { WordRows } from '../reading/perceptron/word-rows.ts';
import { wordClassesFrom } from '../reading/perceptron/words.ts';
import { speechModelFrom } from '../reading/speech/learned/model.ts';
import { WordHashes } from '../reading/speech/learned/word-hashes.ts';
import { speechLexicon, type SpeechLexicon, type SpeechWords } from '../reading/speech/lexicon.ts';
import type { SpeechResources } from '../reading/speech/resources.ts';
import { loadVectors } from './vectors.ts';

/** Loads the cue words from `data/lexicon/speech.json`. */
async function loadSpeechLexicon(root: string): Promise<SpeechLexicon> {
  const text = await readFile(join(root, 'data', 'lexicon', 'speech.json'), 'utf8');
  return speechLexicon(JSON.parse(text) as SpeechWords);
}

/** The cue words and what is known of words alone: the rules without the weights. */
export async function loadSpeechRules(
  root: string,
  vectors: Promise<WordRows> = loadVectors(root),
): Promise<SpeechResources> {
  const [lexicon, rows, bytes] = await Promise.all([
    loadSpeechLexicon(root),
    vectors,
    readFile(join(root, 'models', 'clusters.bin')),
  ]);
  const words = wordClassesFrom(decodeModel(bytes));
  return { lexicon, classes: words, hashes: new WordHashes(lexicon, words, rows) };
}

/** Loads the cue words, word classes and the weights in `models/speech.bin`. */
export async function loadSpeech(
  root: string,
  vectors: Promise<WordRows> = loadVectors(root),
): Promise<SpeechResources> {
  const [rules, rows, bytes] = await Promise.all([
    loadSpeechRules(root, vectors),
    vectors,
    readFile(join(root, 'models', 'speech.bin')),
  ]);
  return { ...rules, model: speechModelFrom(decodeModel(bytes), rows) };
}
