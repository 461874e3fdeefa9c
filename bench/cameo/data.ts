import { readFileSync } from 'node:fs';
import { type Reading, type Span } from '../../src/domain/index.ts';
import type { EventRole } from '../../src/codebooks/cameo/role-tagger.ts';
import { read } from '../../src/reading/read.ts';
import type { ReadingResources } from '../../src/reading/resources.ts';
import { reportOf } from '../report.ts';

/** A sentence of the corpus: words, and spans of words [first, last) with their role. */
export interface CameoSentence {
  readonly words: readonly string[];
  readonly spans: readonly {
    readonly first: number;
    readonly last: number;
    readonly role: EventRole;
  }[];
}

const ROLE: Readonly<Record<string, EventRole>> = { S: 'source', T: 'target', R: 'both' };

/** Word and BIO label on a line, a blank line between sentences. */
export function readSentences(file: string): readonly CameoSentence[] {
  return readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const spans: { first: number; last: number; role: EventRole }[] = [];
      const words = lines.map((line, i) => {
        const [word = '', label = 'O'] = line.trim().split(/\s+/);
        const role = ROLE[label.slice(2)];
        if (role && label.startsWith('B')) spans.push({ first: i, last: i + 1, role });
        else if (role && spans.at(-1)?.last === i) spans.at(-1)!.last = i + 1;
        return word;
      });
      return { words, spans };
    });
}

export interface ReadSentence {
  readonly sentence: CameoSentence;
  readonly reading: Reading;
  /** Where each word stands in the body. */
  readonly places: readonly Span[];
}

/** The sentence as a report of its own, words apart by one space. */
export function readSentence(sentence: CameoSentence, resources: ReadingResources): ReadSentence {
  const places: Span[] = [];
  let at = 0;
  for (const word of sentence.words) {
    places.push({ start: at, end: at + word.length });
    at += word.length + 1;
  }
  const report = reportOf(sentence.words.join(' '), { published: '2018-01-01' });
  return { sentence, places, reading: read(report, resources) };
}
