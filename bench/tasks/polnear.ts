import { readFile } from 'node:fs/promises';
import { loadModels } from '../../src/node/models.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadSpeechLexicon } from '../../src/node/speech-lexicon.ts';
import { contextOf, findAttributions } from '../../src/reading/speech.ts';
import type { SpeechLexicon } from '../../src/reading/speech/lexicon.ts';
import type { Range } from '../../src/reading/speech/rule.ts';
import { parseText } from '../../src/reading/parse.ts';
import { splitText } from '../../src/reading/split.ts';
import { captureReport } from './polnear/report.ts';
import { Tally, type Roles, type Spans } from './polnear/score.ts';
import type { BenchTask } from '../task.ts';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly { readonly [role in keyof Roles]: Spans }[];
}

/**
 * PolNeAR 1.0. It annotates beliefs, wishes and plans as well as speech, so every attribution that
 * the reader finds is scored, also those that `findSpeech` leaves out.
 */
export const task: BenchTask = {
  name: 'polnear',
  about: 'attributions in news: JSONL of {id, text, attributions: [{source, cue, content}]}',
  async run({ data, flags, print }) {
    const root = packageRoot();
    const models = await loadModels(root);
    const lexicon = await loadSpeechLexicon(root);
    const tally = new Tally();
    let milliseconds = 0;
    for (const file of data)
      for (const line of (await readFile(file, 'utf8')).split('\n')) {
        if (line === '') continue;
        const item = JSON.parse(line) as Item;
        const parsed = parseText(splitText(captureReport(item)), models);
        const from = performance.now();
        const found = rolesOf(parsed, lexicon);
        milliseconds += performance.now() - from;
        tally.add(
          item.attributions,
          found,
          item.text,
          flags['errors'] === 'true' ? print : undefined,
        );
      }
    print(tally.table());
    print(`speech alone: ${milliseconds.toFixed(0)} ms`);
    return { task: 'polnear', n: tally.documents, metrics: tally.metrics() };
  },
};

function rolesOf(text: ReturnType<typeof parseText>, lexicon: SpeechLexicon): readonly Roles[] {
  const context = contextOf(text, [], lexicon);
  const spans = (ranges: readonly Range[]): Spans =>
    ranges.map(({ first, last }) => [text.tokens[first]!.start, text.tokens[last - 1]!.end]);
  return findAttributions(context).map(({ source, cue, content }) => ({
    source: source === null ? [] : spans([source]),
    cue: spans([cue]),
    content: spans(content),
  }));
}
