import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeModel } from '../reading/perceptron/container.ts';
import { speechModelFrom } from '../reading/speech/learned/model.ts';
import { speechLexicon, type SpeechLexicon, type SpeechWords } from '../reading/speech/lexicon.ts';
import type { SpeechResources } from '../reading/speech/resources.ts';

/** Loads the cue words from `data/lexicon/speech.json`. */
export async function loadSpeechLexicon(root: string): Promise<SpeechLexicon> {
  const text = await readFile(join(root, 'data', 'lexicon', 'speech.json'), 'utf8');
  return speechLexicon(JSON.parse(text) as SpeechWords);
}

/** Loads the cue words and the weights in `models/speech.bin`. */
export async function loadSpeech(root: string): Promise<SpeechResources> {
  const [lexicon, bytes] = await Promise.all([
    loadSpeechLexicon(root),
    readFile(join(root, 'models', 'speech.bin')),
  ]);
  return { lexicon, model: speechModelFrom(decodeModel(bytes)) };
}
