import type { WordRows } from '../src/reading/perceptron/word-rows.ts';
import type { ModelArray, ModelFile } from '../src/reading/perceptron/container.ts';
import { cuesOf, rolesOf, silentLemmas, type SpeechDocument } from './speech-examples.ts';
import { trainCueNetwork } from './train-cue-network.ts';
import { CUE_SIZE, CUE_STEP, trainCues } from './train-cues.ts';
import { type LemmaCounts, trainJudge } from './train-judge.ts';
import { ROLE_SIZE, ROLE_STEP, trainRoles } from './train-roles.ts';
import { SPAN_SIZE, trainSpans } from './train-spans.ts';

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
  vectors: WordRows,
  options: SpeechOptions,
): ModelFile {
  const silent = silentLemmas(documents);
  const skip = new Set(silent);
  const cues = documents.map((document) => cuesOf(document, skip));
  const roles = documents.map(rolesOf);
  options.log(`${cues.flat().length} words, ${roles.flat().length} attributions`);
  const named = (prefix: string, arrays: Readonly<Record<string, ModelArray>>) =>
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${prefix}${name}`, array]));
  const { shape, weights, categories, held } = trainCueNetwork(cues, vectors, options);
  const trained = trainRoles(roles.flat(), options);
  const spans = trainSpans(roles, options);
  const { trees, counts, decision } = trainJudge(
    documents,
    { cues, scores: held, spans: spans.held },
    options,
  );
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
      'network.categories': categories,
      'network.weights': bitsOf(weights),
      'tree.asked': trees.asked,
      'tree.cuts': bitsOf(trees.cuts),
      'tree.leaves': bitsOf(trees.leaves),
      ...named('lemma.', asArrays(counts)),
    },
  };
}

/** Fractions travel as their bits: a file of weights holds whole numbers. */
const bitsOf = (fractions: Float32Array) => new Int32Array(fractions.buffer);

const MOST_USES = 0xffff;

function asArrays(counts: LemmaCounts) {
  const all = [...counts].sort(([a], [b]) => a - b);
  const column = (of: 0 | 1) => Uint16Array.from(all, ([, pair]) => Math.min(MOST_USES, pair[of]));
  return { hashes: Int32Array.from(all, ([hash]) => hash), uses: column(0), heads: column(1) };
}
