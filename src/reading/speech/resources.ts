import type { SpeechModel } from './learned/model.ts';
import type { SpeechLexicon } from './lexicon.ts';

/** Without `model` the rules decide alone. */
export interface SpeechResources {
  readonly lexicon: SpeechLexicon;
  readonly model?: SpeechModel;
}
