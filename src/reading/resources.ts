import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { ActorList } from './actor-list.ts';
import type { Lemmatiser } from './lemma.ts';
import type { LetterCase } from './letter-case.ts';
import type { NameTagger } from './name-tagger.ts';
import type { Parser } from './parser.ts';
import type { SpeechResources } from './speech/resources.ts';
import type { Tagger } from './tagger.ts';

/** Everything loaded from data that reading needs; built once, shared, never changed. */
export interface ReadingResources {
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly lemmatiser: Lemmatiser;
  readonly letterCase: LetterCase;
  readonly names: NameTagger;
  readonly gazetteer: Gazetteer;
  readonly actors: ActorList;
  readonly speech: SpeechResources;
}
