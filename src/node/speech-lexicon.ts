import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { speechLexicon, type SpeechLexicon, type SpeechWords } from '../reading/speech/lexicon.ts';

/** Loads the cue words from `data/lexicon/speech.json`. */
export async function loadSpeechLexicon(root: string): Promise<SpeechLexicon> {
  const text = await readFile(join(root, 'data', 'lexicon', 'speech.json'), 'utf8');
  return speechLexicon(JSON.parse(text) as SpeechWords);
}
