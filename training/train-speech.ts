import type { ModelArray, ModelFile } from '../src/reading/perceptron/container.ts';
import { examplesOf, silentLemmas, type SpeechDocument } from './speech-examples.ts';
import { CUE_SIZE, decisionFrom, trainCues } from './train-cues.ts';
import { ROLE_SIZE, trainRoles } from './train-roles.ts';

export interface SpeechOptions {
  readonly epochs: number;
  readonly seed: number;
  /** How many trainings, each with a seed of its own, the weights are the mean of. */
  readonly trainings: number;
  /** L1 penalties; larger ones leave fewer weights. */
  readonly cuePenalty: number;
  readonly rolePenalty: number;
  readonly log: (line: string) => void;
}

/** One document in this many is kept back to set the threshold. */
const HELD_BACK = 5;

export function trainSpeech(
  documents: readonly SpeechDocument[],
  options: SpeechOptions,
): ModelFile {
  const silent = silentLemmas(documents);
  const skip = new Set(silent);
  const examples = documents.map((document) => examplesOf(document, skip));
  const cues = examples.flatMap(({ cues }) => cues);
  const roles = examples.flatMap(({ roles }) => roles);
  options.log(`${cues.length} words, ${roles.length} attributions`);
  const kept = examples.flatMap(({ cues }, k) => (k % HELD_BACK === 0 ? [] : cues));
  const held = examples.flatMap(({ cues }, k) => (k % HELD_BACK === 0 ? cues : []));
  const decision = decisionFrom(trainCues(kept, options), held, options.log);
  const named = (prefix: string, arrays: Readonly<Record<string, ModelArray>>) =>
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${prefix}${name}`, array]));
  const trained = trainRoles(roles, options);
  return {
    meta: { model: 'speech', ...decision, cueUnit: CUE_SIZE.unit, seed: options.seed },
    arrays: {
      silent,
      ...named('cue.', trainCues(cues, options).frozen(CUE_SIZE)),
      ...named('role.', trained.nodes.frozen(ROLE_SIZE)),
      ...named('step.', trained.steps.frozen(ROLE_SIZE)),
    },
  };
}
