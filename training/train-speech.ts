import type { ModelArray, ModelFile } from '../src/reading/perceptron/container.ts';
import { cuesOf, rolesOf, silentLemmas, type SpeechDocument } from './speech-examples.ts';
import { trainCueNetwork } from './train-cue-network.ts';
import { CUE_SIZE, CUE_STEP, trainCues } from './train-cues.ts';
import { ROLE_SIZE, ROLE_STEP, trainRoles } from './train-roles.ts';
import { SPAN_SIZE, trainSpans } from './train-spans.ts';
import { asVectors, type ReducedVectors } from './reduced-vectors.ts';

export interface SpeechOptions {
  readonly epochs: number;
  readonly networkEpochs: number;
  readonly seed: number;
  /** How many trainings, each with a seed of its own, the weights are the mean of. */
  readonly trainings: number;
  /** L1 penalties; larger ones leave fewer weights. */
  readonly cuePenalty: number;
  readonly rolePenalty: number;
  readonly log: (line: string) => void;
}

export function trainSpeech(
  documents: readonly SpeechDocument[],
  reduced: ReducedVectors,
  options: SpeechOptions,
): ModelFile {
  const vectors = asVectors(reduced);
  const silent = silentLemmas(documents);
  const skip = new Set(silent);
  const cues = documents.map((document) => cuesOf(document, skip, vectors));
  const roles = documents.map(rolesOf);
  options.log(`${cues.flat().length} words, ${roles.flat().length} attributions`);
  const named = (prefix: string, arrays: Readonly<Record<string, ModelArray>>) =>
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${prefix}${name}`, array]));
  const { shape, weights, categories, decision } = trainCueNetwork(cues, vectors, options);
  const trained = trainRoles(roles.flat(), options);
  const spans = trainSpans(roles, options);
  return {
    meta: {
      model: 'speech',
      ...decision,
      cueUnit: CUE_STEP,
      roleUnit: ROLE_STEP,
      spanUnit: SPAN_SIZE.unit,
      labelShare: spans.labelShare,
      shape,
      seed: options.seed,
    },
    arrays: {
      silent,
      ...named('cue.', trainCues(cues.flat(), options).frozen(CUE_SIZE)),
      ...named('role.', trained.nodes.frozen(ROLE_SIZE)),
      ...named('step.', trained.steps.frozen(ROLE_SIZE)),
      ...named('span.', spans.weights.frozen(SPAN_SIZE)),
      ...named('vector.', { words: reduced.words, values: reduced.values }),
      'network.categories': categories,
      // Fractions travel as their bits: a file of weights holds whole numbers.
      'network.weights': new Int32Array(weights.buffer),
    },
  };
}
