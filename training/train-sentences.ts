import { ruleAt } from '../src/reading/speech/first-rule.ts';
import { atomsOf } from '../src/reading/speech/learned/atoms.ts';
import type { CueScore } from '../src/reading/speech/learned/candidate.ts';
import type { Reader } from '../src/reading/speech/learned/decode.ts';
import { ruledText, sentenceInput } from '../src/reading/speech/learned/sentence-input.ts';
import { BESIDE, pieceAt, placesBeside } from '../src/reading/speech/learned/sentence-odds.ts';
import {
  allowed,
  CONTENT_OPENS,
  CUE_LABEL,
  LABELS,
  OUTSIDE_LABEL,
  SOURCE_OPENS,
} from '../src/reading/speech/learned/labels.ts';
import type { Range } from '../src/reading/speech/rule.ts';
import type { WordRows } from '../src/reading/perceptron/word-rows.ts';
import type { RecurrentExample } from './recurrent-learner.ts';
import type { CueExample, SpeechDocument } from './speech-examples.ts';
import {
  BY_HASH,
  readerFrom,
  type ReaderModel,
  type ReaderOptions,
  type ReaderSizes,
  trainKnown,
} from './train-reader.ts';
import { byFold } from './train-spans.ts';

const SIZES: ReaderSizes = {
  units: 32,
  upper: 32,
  beside: BESIDE,
  labels: LABELS.length,
  least: { places: 80, whole: 0 },
};
const EPOCHS = 3;
/** Who says what is learnt beside the cues, for the sake of the states; nobody asks for it. */
const LABEL_SHARE = 0.3;

/** Each sentence, or piece of an endless one, that has a likely cue; asked about all of those. */
export function sentencesOf(
  { context, gold }: SpeechDocument,
  cues: readonly CueExample[],
  scores: ReadonlyMap<CueExample, CueScore>,
): readonly RecurrentExample[] {
  const rules = context.text.tokens.map((_token, index) => ruleAt(index, context));
  const text = ruledText(context, atomsOf(context), rules);
  const pieces = new Map<number, CueExample[]>();
  for (const cue of cues) {
    if (!scores.has(cue)) continue;
    const { first } = pieceAt(context, cue.index);
    const known = pieces.get(first);
    if (known === undefined) pieces.set(first, [cue]);
    else known.push(cue);
  }
  const labels = labelsOf(context.text.tokens.length, gold);
  return [...pieces].map(([first, likely]) => {
    const piece = pieceAt(context, first);
    return {
      input: sentenceInput(text, piece, BY_HASH),
      labels: openedAt(labels, piece),
      labelShare: LABEL_SHARE,
      asked: likely.map(({ index, label }) => ({
        place: index - first,
        beside: placesBeside(context, index, piece),
        isCue: label === 1 ? 1 : 0,
      })),
    };
  });
}

/** All attributions of a text in one row of labels: cues before sources before contents. */
function labelsOf(length: number, gold: SpeechDocument['gold']): Uint8Array {
  const labels = new Uint8Array(length);
  const paint = (runs: readonly (readonly number[])[], label: number) => {
    for (const run of runs)
      run.forEach((i, k) => (labels[i] = run[k - 1] === i - 1 ? label + 1 : label));
  };
  for (const { content } of gold) paint(content, CONTENT_OPENS);
  for (const { source } of gold) paint(source, SOURCE_OPENS);
  for (const { cue } of gold) for (const i of cue) labels[i] = CUE_LABEL;
  return labels;
}

/** A piece of the labels, each run in it begun by the label that opens. */
function openedAt(labels: Uint8Array, { first, last }: Range): Uint8Array {
  const piece = labels.slice(first, last);
  piece.forEach((label, i) => {
    if (!allowed(i === 0 ? OUTSIDE_LABEL : piece[i - 1]!, label)) piece[i] = label - 1;
  });
  return piece;
}

export interface SentenceModel {
  readonly model: ReaderModel;
  /** By fold of the documents, learnt from the others. */
  readonly held: readonly Reader[];
}

/** Weights that judge all candidates of a sentence from one reading of it. */
export function trainSentences(
  documents: readonly (readonly RecurrentExample[])[],
  vectors: WordRows,
  options: ReaderOptions,
): SentenceModel {
  const train = (some: readonly RecurrentExample[]) =>
    trainKnown(some, vectors, { ...options, readerEpochs: EPOCHS, sizes: SIZES });
  const held = byFold(documents, (others) => readerFrom(train(others), vectors));
  return { model: train(documents.flat()), held };
}
