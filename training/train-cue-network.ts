import { frozenWeights } from '../src/reading/perceptron/frozen-weights.ts';
import type { NetworkInput, NetworkShape } from '../src/reading/speech/learned/network.ts';
import { type CueScore, isLikely } from '../src/reading/speech/learned/candidate.ts';
import { NUMBERS, SLOTS } from '../src/reading/speech/learned/network-input.ts';
import type { WordRows } from '../src/reading/perceptron/word-rows.ts';
import type { LogLinear } from './log-linear.ts';
import type { CueExample } from './speech-examples.ts';
import { CUE_SIZE, CUE_STEP, trainCues } from './train-cues.ts';
import { trainNetwork } from './train-network.ts';
import type { SpeechOptions } from './train-speech.ts';

/** Documents are scored by weights that have not seen them, as they will be in use. */
export const FOLDS = 5;
/** Categories seen less often are left out. */
const LEAST = 30;
const HIDDEN = 32;
const UPPER = 16;

export interface CueNetwork {
  readonly shape: NetworkShape;
  readonly weights: Float32Array;
  /** Hashes of the categories, in the order of their rows. */
  readonly categories: Int32Array;
  /** Of the likely examples, the scores by weights that have not seen their documents. */
  readonly held: ReadonlyMap<CueExample, CueScore>;
}

/** The second judge of cues, which weighs what words mean. */
export function trainCueNetwork(
  documents: readonly (readonly CueExample[])[],
  vectors: WordRows,
  options: SpeechOptions,
): CueNetwork {
  scoreAcross(documents, options);
  const likely = documents.map((cues) => cues.filter(mayPass));
  const categories = frequentCategories(likely.flat());
  const rowOf = new Map(Array.from(categories, (hash, row) => [hash, row] as const));
  const shape: NetworkShape = {
    slots: SLOTS,
    dimensions: vectors.dimensions,
    numbers: NUMBERS,
    categories: categories.length,
    hidden: HIDDEN,
    upper: UPPER,
  };
  const inputOf = ({ input }: CueExample): NetworkInput => ({
    ...input,
    categories: Int32Array.from(input.categories.flatMap((hash) => rowOf.get(hash) ?? [])),
  });
  const train = (examples: readonly CueExample[]) =>
    trainNetwork(
      examples.map((example) => ({ input: inputOf(example), label: example.label })),
      { shape, vectors },
      { epochs: options.networkEpochs, seed: options.seed, log: options.log },
    );
  const held = new Map<CueExample, CueScore>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const judge = train(likely.filter((_, k) => k % FOLDS !== fold).flat());
    for (const example of likely.filter((_, k) => k % FOLDS === fold).flat())
      held.set(example, { ...scoresOf(example), network: judge.score(inputOf(example)) });
  }
  return { shape, weights: train(likely.flat()).weights, categories, held };
}

const [NEAR, WHOLE] = [NUMBERS - 2, NUMBERS - 1];
const scoresOf = ({ input: { numbers } }: CueExample) => ({
  near: numbers[NEAR]!,
  whole: numbers[WHOLE]!,
});
const mayPass = (example: CueExample) => isLikely(scoresOf(example).near, example.rule);

/** Sets each example's two scores by weights trained on the other folds. */
function scoreAcross(documents: readonly (readonly CueExample[])[], options: SpeechOptions): void {
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = documents.filter((_, k) => k % FOLDS !== fold).flat();
    const weights = trainCues(others, { ...options, trainings: 1 });
    setScores(weights, documents.filter((_, k) => k % FOLDS === fold).flat());
  }
}

function setScores(weights: LogLinear, examples: readonly CueExample[]): void {
  const scorer = frozenWeights(weights.frozen(CUE_SIZE));
  const scores = new Int32Array(2);
  const scored = (features: Int32Array, count: number) => {
    scorer.score(features, count, scores);
    return (scores[1]! - scores[0]!) * CUE_STEP;
  };
  for (const { features, near, input } of examples) {
    input.numbers[NEAR] = scored(features, near);
    input.numbers[WHOLE] = scored(features, features.length);
  }
}

function frequentCategories(examples: readonly CueExample[]): Int32Array {
  const counts = new Map<number, number>();
  for (const { input } of examples)
    for (const hash of input.categories) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return Int32Array.from(
    [...counts].filter(([, count]) => count >= LEAST).map(([hash]) => hash),
  ).sort();
}
