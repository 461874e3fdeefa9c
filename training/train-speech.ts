import type { WordRows } from '../src/reading/perceptron/word-rows.ts';
import type { ModelArray, ModelFile } from '../src/reading/perceptron/container.ts';
import type { TreeArrays } from '../src/reading/speech/learned/trees.ts';
import { packed } from '../src/reading/speech/learned/packed.ts';
import { cuesOf, readingsOf, silentLemmas, type SpeechDocument } from './speech-examples.ts';
import { type CueNetwork, trainCueNetwork } from './train-cue-network.ts';
import { CUE_SIZE, CUE_STEP, trainCues } from './train-cues.ts';
import { type Judge, type LemmaCounts, trainJudge } from './train-judge.ts';
import { type ReaderModel, trainReader } from './train-reader.ts';
import { sentencesOf, trainSentences } from './train-sentences.ts';
import { SPAN_SIZE, type SpanModel, trainSpans } from './train-spans.ts';

export interface SpeechOptions {
  readonly epochs: number;
  readonly networkEpochs: number;
  readonly readerEpochs: number;
  readonly seed: number;
  /** How many trainings, each with a seed of its own, the weights are the mean of. */
  readonly trainings: number;
  /** L1 penalty; a larger one leaves fewer weights. */
  readonly cuePenalty: number;
  readonly log: (line: string) => void;
}

export function trainSpeech(
  documents: readonly SpeechDocument[],
  vectors: WordRows,
  options: SpeechOptions,
): ModelFile {
  const silent = silentLemmas(documents);
  const skip = new Set(silent);
  const cues = documents.map((document) => cuesOf(document, skip));
  const { held, ...network } = trainCueNetwork(cues, vectors, options);
  const readings = documents.map((document, k) => readingsOf(document, cues[k]!, held));
  options.log(`${cues.flat().length} words, ${readings.flat().length} of them likely`);
  const reader = trainReader(readings.flat(), vectors, options);
  const spans = trainSpans(readings, vectors, options);
  const sentences = trainSentences(
    documents.map((document, k) => sentencesOf(document, cues[k]!, held)),
    vectors,
    options,
  );
  const steps = { cues, scores: held, spans: spans.held, sentences: sentences.held };
  const judge = trainJudge(documents, steps, options);
  const cueWeights = trainCues(cues.flat(), options).frozen(CUE_SIZE);
  const { seed } = options;
  return modelOf({
    silent,
    network,
    cueWeights,
    reader,
    spans,
    sentences: sentences.model,
    judge,
    seed,
  });
}

interface Steps {
  readonly silent: Int32Array;
  readonly network: Omit<CueNetwork, 'held'>;
  readonly cueWeights: Readonly<Record<string, ModelArray>>;
  readonly reader: ReaderModel;
  readonly spans: SpanModel;
  readonly sentences: ReaderModel;
  readonly judge: Judge;
  readonly seed: number;
}

export function modelOf(steps: Steps): ModelFile {
  const { network, reader, spans, sentences, judge } = steps;
  const { trees, counts, decision } = judge;
  const named = (prefix: string, arrays: Readonly<Record<string, ModelArray>>) =>
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${prefix}${name}`, array]));
  return {
    meta: {
      model: 'speech',
      ...decision,
      cueUnit: CUE_STEP,
      spanUnit: SPAN_SIZE.unit,
      labelShare: spans.labelShare,
      shape: network.shape,
      readerShape: reader.shape,
      sentenceShape: sentences.shape,
      seed: steps.seed,
    },
    arrays: {
      silent: steps.silent,
      ...named('cue.', steps.cueWeights),
      ...named('reader.', readerArrays(reader)),
      ...named('sentence.', readerArrays(sentences)),
      ...named('span.', spans.weights.frozen(SPAN_SIZE)),
      'network.categories': network.categories,
      'network.weights': bitsOf(network.weights),
      ...named('tree.', treeArrays(trees)),
      ...named('lemma.', asArrays(counts)),
    },
  };
}

const readerArrays = ({ weights, categories }: ReaderModel) => ({ ...packed(weights), categories });

const treeArrays = ({ asked, cuts, leaves }: TreeArrays) => ({
  asked,
  cuts: bitsOf(cuts),
  leaves: bitsOf(leaves),
});

/** Fractions travel as their bits: a file of weights holds whole numbers. */
const bitsOf = (fractions: Float32Array) => new Int32Array(fractions.buffer);

const MOST_USES = 0xffff;

function asArrays(counts: LemmaCounts) {
  const all = [...counts].sort(([a], [b]) => a - b);
  const column = (of: 0 | 1) => Uint16Array.from(all, ([, pair]) => Math.min(MOST_USES, pair[of]));
  return { hashes: Int32Array.from(all, ([hash]) => hash), uses: column(0), heads: column(1) };
}
