import type { WordClasses } from '../perceptron/words.ts';
import type { SpeechModel } from './learned/model.ts';
import type { WordHashes } from './learned/word-hashes.ts';
import type { SpeechLexicon } from './lexicon.ts';

/** Without `model` the rules decide alone. */
export interface SpeechResources {
  readonly lexicon: SpeechLexicon;
  readonly classes: WordClasses;
  readonly hashes: WordHashes;
  readonly model?: SpeechModel;
}
