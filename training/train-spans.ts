import { frozenWeights } from '../src/reading/perceptron/frozen-weights.ts';
import { MOST_FEATURES } from '../src/reading/perceptron/weights.ts';
import {
  type Proposal,
  proposeRoles,
  type Reader,
  type SpanScorers,
} from '../src/reading/speech/learned/decode.ts';
import { CONTENT_OPENS, CUE_LABEL } from '../src/reading/speech/learned/labels.ts';
import type { RoleContext } from '../src/reading/speech/learned/role-context.ts';
import { spanFeatures } from '../src/reading/speech/learned/span-features.ts';
import type { WordRows } from '../src/reading/perceptron/word-rows.ts';
import { FeatureCounts, LogLinear } from './log-linear.ts';
import { seededRandom, shuffled } from './random.ts';
import type { ReadingExample } from './speech-examples.ts';
import { readerFrom, trainReader } from './train-reader.ts';
import type { SpeechOptions } from './train-speech.ts';

const LEAST = 6;
const RATE = 0.06;
const PENALTY = 0.01;
/** Proposals are those of labels that were learnt from other documents, as they will be in use. */
const FOLDS = 2;
/** What the labels count beside the spans in training: little, so that spans learn also where labels alone would do. */
const PRIOR_SHARE = 0.3;
/** What they may count in use. */
const SHARES = [0.3, 0.5, 0.7, 0.9, 1.1, 1.4];
/** Weights end within ±4. */
export const SPAN_SIZE = { unit: 1 / 32, least: 0.06 };

/** The proposals for one cue, and which of them come nearest to what the corpus has. */
interface Choice {
  readonly rows: readonly Int32Array[];
  /** How far below the best they stand by the labels, in log odds. */
  readonly behind: readonly number[];
  readonly right: readonly boolean[];
}

export interface SpanModel {
  readonly weights: LogLinear;
  /** What the log odds of the labels count beside those of the spans they make. */
  readonly labelShare: number;
  /** By fold of the documents: labels and spans that were learnt from the others. */
  readonly held: readonly SpanScorers[];
}

/** What is learnt from the documents outside each fold. */
export const byFold = <T, R>(
  documents: readonly (readonly T[])[],
  learn: (others: readonly T[]) => R,
): readonly R[] =>
  Array.from({ length: FOLDS }, (_, fold) =>
    learn(documents.filter((_document, k) => k % FOLDS !== fold).flat()),
  );

/** Weights that choose among proposals: a log-linear model over what their spans are like. */
export function trainSpans(
  documents: readonly (readonly ReadingExample[])[],
  vectors: WordRows,
  options: SpeechOptions,
): SpanModel {
  const readers = byFold(documents, (others) =>
    readerFrom(trainReader(others, vectors, options), vectors),
  );
  return chooseSpans(readers, documents, options);
}

/** The same with the readers given, by fold of the documents that they have not seen. */
export function chooseSpans(
  readers: readonly Reader[],
  documents: readonly (readonly ReadingExample[])[],
  options: SpeechOptions,
): SpanModel {
  const folds = readers.map((reader, fold) =>
    documents
      .filter((_document, k) => k % FOLDS === fold)
      .flat()
      .flatMap((example) => proposedFor(reader, example)),
  );
  const fitted = folds.map((own) => fit(folds.filter((fold) => fold !== own).flat(), options));
  const labelShare = bestShare(fitted[0]!, folds[0]!);
  options.log(`spans: labels count ${labelShare}`);
  return {
    weights: fit(folds.flat(), options),
    labelShare,
    held: readers.map((reader, fold) => ({
      reader,
      labelShare,
      spans: frozenWeights(fitted[fold]!.frozen(SPAN_SIZE)),
      spanUnit: SPAN_SIZE.unit,
    })),
  };
}

function fit(proposed: readonly Proposed[], options: SpeechOptions): LogLinear {
  const counts = new FeatureCounts();
  for (const { features } of proposed) for (const each of features) counts.add(each, each.length);
  const model = new LogLinear(1, RATE, PENALTY);
  const choices = proposed.map((each) =>
    choiceOf(model, each, (feature) => counts.has(feature, LEAST)),
  );
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const index of shuffled(choices.length, random)) loss += learn(model, choices[index]!);
    options.log(`spans epoch ${epoch + 1}: loss ${(loss / choices.length).toFixed(4)}`);
  }
  return model;
}

const choiceOf = (
  model: LogLinear,
  { features, behind, right }: Proposed,
  keep: (feature: number) => boolean,
): Choice => ({
  rows: features.map((each) => model.rowsOf(each, each.length, keep)),
  behind,
  right,
});

/** The share with which most choices are right, on documents that neither labels nor spans have seen. */
function bestShare(model: LogLinear, held: readonly Proposed[]): number {
  const choices = held.map((each) => choiceOf(model, each, () => false));
  const right = SHARES.map(
    (share) =>
      choices.filter((choice) => {
        const scores = scoresOf(model, choice, share);
        return choice.right[scores.indexOf(Math.max(...scores))];
      }).length,
  );
  return SHARES[right.indexOf(Math.max(...right))]!;
}

function scoresOf(model: LogLinear, { rows, behind }: Choice, share: number): readonly number[] {
  const answer = new Float64Array(1);
  return rows.map((row, k) => {
    model.score(row, answer);
    return answer[0]! - share * behind[k]!;
  });
}

interface Proposed extends Omit<Choice, 'rows'> {
  readonly features: readonly Int32Array[];
}

/** What a reader that has not seen the document proposes. */
function proposedFor(reader: Reader, { role, rule, labels }: ReadingExample): readonly Proposed[] {
  if (labels === undefined) return [];
  const { proposals } = proposeRoles(reader, role, rule);
  if (proposals.length === 1) return [];
  const buffer = new Int32Array(MOST_FEATURES);
  return [
    {
      features: proposals.map((proposal) =>
        buffer.slice(0, spanFeatures(role, proposal.labels, buffer)),
      ),
      behind: proposals.map(({ behind }) => behind),
      right: nearest(proposals, role, labels),
    },
  ];
}

/** What a mark in another role than the corpus gives it counts beside a word. */
const MARK = 1 / 64;

/** Those with the fewest words, and then marks, in another role than the corpus gives them. */
function nearest(proposals: readonly Proposal[], role: RoleContext, gold: Uint8Array) {
  const { tokens } = role.context.text;
  const roleOf = (label: number) =>
    label === 0 || label === CUE_LABEL ? 0 : label < CONTENT_OPENS ? 1 : 2;
  const wrong = proposals.map(({ labels }) => {
    let sum = 0;
    labels.forEach((label, i) => {
      if (roleOf(label) === roleOf(gold[i]!)) return;
      sum += /[\p{L}\p{N}]/u.test(tokens[role.first + i]!.text) ? 1 : MARK;
    });
    return sum;
  });
  const least = Math.min(...wrong);
  return wrong.map((sum) => sum === least);
}

/** One step towards the proposals that are right; returns the loss before it. */
function learn(model: LogLinear, choice: Choice): number {
  const { rows, right } = choice;
  const scores = scoresOf(model, choice, PRIOR_SHARE);
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const good = powers.reduce((sum, power, k) => sum + (right[k]! ? power : 0), 0);
  const gradient = new Float64Array(1);
  rows.forEach((row, k) => {
    gradient[0] = powers[k]! / all - (right[k]! ? powers[k]! / good : 0);
    model.step(row, gradient);
  });
  return Math.log(all / good);
}
