import { readFile } from 'node:fs/promises';
import { loadModels } from '../../src/node/models.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadSpeech, loadSpeechRules } from '../../src/node/speech.ts';
import { loadVectors } from '../../src/node/vectors.ts';
import type { ParsedText } from '../../src/domain/index.ts';
import { contextOf, findAttributions } from '../../src/reading/speech.ts';
import { decodeModel } from '../../src/reading/perceptron/container.ts';
import { speechModelFrom } from '../../src/reading/speech/learned/model.ts';
import type { SpeechResources } from '../../src/reading/speech/resources.ts';
import type { Range } from '../../src/reading/speech/rule.ts';
import type { BenchResult, BenchTask } from '../task.ts';
import { parseArticle, readArticles } from './polnear/data.ts';
import { type Roles, type Spans, Tally } from './polnear/score.ts';
import { annotatedTwice } from './polnear/twice.ts';

/**
 * PolNeAR 1.0. It annotates beliefs, wishes and plans as well as speech, so every attribution that
 * the reader finds is scored, also those that `findSpeech` leaves out. `--rules` leaves the weights
 * out, `--weights FILE` takes others, `--errors` prints what is wrong. `--twice` asks no reader: it
 * scores one annotation by another, of the articles that the data hold in two versions.
 */
export const task: BenchTask = {
  name: 'polnear',
  about: 'attributions in news: JSONL of {id, text, attributions: [{source, cue, content}]}',
  async run({ data, flags, print }) {
    if (flags['twice'] === 'true') return itself(data, print);
    const root = packageRoot();
    const models = await loadModels(root);
    let speech: SpeechResources =
      flags['rules'] === 'true' ? await loadSpeechRules(root) : await loadSpeech(root);
    const weights = flags['weights'];
    if (weights !== undefined) {
      const file = decodeModel(await readFile(weights));
      speech = { ...speech, model: speechModelFrom(file, await loadVectors(root)) };
    }
    const tally = new Tally();
    let milliseconds = 0;
    let words = 0;
    for (const article of data.flatMap(readArticles)) {
      const text = parseArticle(article, models);
      const from = performance.now();
      const found = rolesOf(text, speech);
      milliseconds += performance.now() - from;
      words += text.tokens.length;
      const errors = flags['errors'] === 'true' ? print : undefined;
      tally.add(article.attributions, found, article.text, errors);
    }
    print(tally.table());
    print(`attribution alone: ${Math.round((words / milliseconds) * 1000)} words/s`);
    return { task: 'polnear', n: tally.documents, metrics: tally.metrics() };
  },
};

/** What the corpus makes of itself. */
function itself(data: readonly string[], print: (line: string) => void): BenchResult {
  const tally = new Tally();
  for (const { text, one, other } of annotatedTwice(data.flatMap(readArticles)))
    tally.add(one, other, text);
  print(tally.table());
  return { task: 'polnear', n: tally.documents, metrics: tally.metrics() };
}

function rolesOf(text: ParsedText, speech: SpeechResources): readonly Roles[] {
  const context = contextOf(text, [], speech);
  const spans = (ranges: readonly Range[]): Spans =>
    ranges.map(({ first, last }) => [text.tokens[first]!.start, text.tokens[last - 1]!.end]);
  return findAttributions(context, speech.model).map(({ source, cue, content, confidence }) => ({
    source: source === null ? [] : spans([source]),
    cue: spans([cue]),
    content: spans(content),
    ...(confidence === undefined ? {} : { confidence }),
  }));
}
