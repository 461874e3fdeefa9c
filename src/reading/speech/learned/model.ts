import type { ModelFile } from '../../perceptron/container.ts';
import { type Scorer, SparseWeights } from '../../perceptron/weights.ts';

/** Weights that say which words attribute, and who and what stands beside them. */
export interface SpeechModel {
  /** Classes: 0 no cue, 1 the head of a cue. */
  readonly cues: Scorer;
  /** Classes: `LABELS` of role-features.ts. */
  readonly roles: Scorer;
  /** Classes: `stepClass` of step-features.ts. */
  readonly steps: Scorer;
  /** By how much class 1 must outweigh class 0. */
  readonly threshold: number;
  /** What one step of a margin is worth in log odds. */
  readonly unit: number;
  /** Confidence is the logistic function of `slope` × log odds + `offset`. */
  readonly slope: number;
  readonly offset: number;
  /** Hashes of lemmas that never attribute; they are not scored. */
  readonly silent: ReadonlySet<number>;
}

/** @throws RangeError when the file holds other weights. */
export function speechModelFrom({ meta, arrays }: ModelFile): SpeechModel {
  if (meta['model'] !== 'speech') throw new RangeError('these are no weights for speech');
  return {
    cues: new SparseWeights(under(arrays, 'cue.')),
    roles: new SparseWeights(under(arrays, 'role.')),
    steps: new SparseWeights(under(arrays, 'step.')),
    threshold: Number(meta['threshold']),
    unit: Number(meta['cueUnit'] ?? 1),
    slope: Number(meta['slope'] ?? 1),
    offset: Number(meta['offset'] ?? 0),
    silent: new Set(arrays['silent']),
  };
}

const under = (arrays: ModelFile['arrays'], prefix: string) =>
  Object.fromEntries(
    Object.entries(arrays)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, array]) => [name.slice(prefix.length), array]),
  );
