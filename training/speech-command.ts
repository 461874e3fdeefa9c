import { writeFileSync } from 'node:fs';
import { type Article, parseArticle, readArticles } from '../bench/tasks/polnear/data.ts';
import type { Spans } from '../bench/tasks/polnear/score.ts';
import type { ParsedText } from '../src/domain/index.ts';
import { loadModels } from '../src/node/models.ts';
import { packageRoot } from '../src/node/package-root.ts';
import { loadSpeechRules } from '../src/node/speech.ts';
import { encodeModel } from '../src/reading/perceptron/container.ts';
import { contextOf } from '../src/reading/speech.ts';
import type { TrainingOptions } from './main.ts';
import type { SpeechDocument } from './speech-examples.ts';
import { trainSpeech } from './train-speech.ts';
import { shippedVectors } from './word-table.ts';

/** Trains on articles in PolNeAR's format, split and parsed as they will be in use. */
export async function run({ data, flags, out, log }: TrainingOptions): Promise<void> {
  const root = packageRoot();
  const models = await loadModels(root);
  const rules = await loadSpeechRules(root);
  const documents = data.flatMap(readArticles).map((article): SpeechDocument => {
    const text = parseArticle(article, models);
    return { context: contextOf(text, [], rules), gold: goldOf(text, article) };
  });
  const model = trainSpeech(documents, shippedVectors(), {
    epochs: Number(flags['epochs'] ?? 2),
    networkEpochs: Number(flags['network-epochs'] ?? 2),
    readerEpochs: Number(flags['reader-epochs'] ?? 6),
    seed: Number(flags['seed'] ?? 1),
    trainings: Number(flags['trainings'] ?? 3),
    cuePenalty: Number(flags['cue-penalty'] ?? 0.01),
    log,
  });
  const bytes = encodeModel(model);
  writeFileSync(out, bytes);
  log(`${out}: ${bytes.length} bytes`);
}

export function goldOf({ tokens }: ParsedText, { attributions }: Article): SpeechDocument['gold'] {
  const inSpan = ([start, end]: readonly [number, number]) => {
    // Tokens are in order of position: the first that ends after the start, by halving.
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle]!.end > start) high = middle;
      else low = middle + 1;
    }
    const found: number[] = [];
    for (let i = low; i < tokens.length && tokens[i]!.start < end; i++) found.push(i);
    return found;
  };
  const runs = (spans: Spans) => spans.map(inSpan);
  return attributions.map(({ cue, source, content }) => ({
    cue: runs(cue).flat(),
    source: runs(source),
    content: runs(content),
  }));
}
