import { MOST_FEATURES } from '../src/reading/perceptron/weights.ts';
import { CUE_LABEL, LABELS, roleFeatures } from '../src/reading/speech/learned/role-features.ts';
import {
  allowed,
  STEP_CLASSES,
  stepClass,
  stepFeatures,
} from '../src/reading/speech/learned/step-features.ts';
import { FeatureCounts, LogLinear } from './log-linear.ts';
import { seededRandom, shuffled } from './random.ts';
import type { RoleExample } from './speech-examples.ts';
import type { SpeechOptions } from './train-speech.ts';

const COUNT = LABELS.length;
/** Features of fewer sentences are left out. */
const LEAST = 3;
/** Share of the features left out at each sentence in training. */
const LEFT_OUT = 0.3;
const RATE = 0.06;
const NEVER = -1e9;
/** Weights end within ±4; with those down to 0.06 source exact is 0.005 higher and the file nearly twice as large. */
export const ROLE_SIZE = { unit: 1 / 32, least: 0.1 };
/** In use all features count at once: a step is worth so much less in log odds. */
export const ROLE_STEP = ROLE_SIZE.unit * (1 - LEFT_OUT);

/** A sequence with its features as rows of the models, and where its cue stands. */
interface Sequence {
  readonly nodes: readonly Int32Array[];
  readonly steps: readonly Int32Array[];
  readonly labels: Uint8Array;
  readonly cue: number;
}

/** Weights of a token's label, and of the step from the label before. */
export interface RoleModels {
  readonly nodes: LogLinear;
  readonly steps: LogLinear;
}

/**
 * Linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over a cue's sentence,
 * its steps with features of their own; the mean of several trainings in other orders.
 */
export function trainRoles(examples: readonly RoleExample[], options: SpeechOptions): RoleModels {
  const counts = countsOf(examples);
  const trained = Array.from({ length: options.trainings }, (_, k) =>
    trainOnce(examples, counts, { ...options, seed: options.seed + k }),
  );
  return {
    nodes: LogLinear.mean(trained.map(({ nodes }) => nodes)),
    steps: LogLinear.mean(trained.map(({ steps }) => steps)),
  };
}

/** In how many sentences each feature stands: one that is in all words of a single sentence says nothing. */
function countsOf(examples: readonly RoleExample[]): FeatureCounts {
  const counts = new FeatureCounts();
  const buffer = new Int32Array(MOST_FEATURES);
  for (const { role } of examples) {
    const seen = new Set<number>();
    const see = (count: number) => {
      for (let k = 0; k < count; k++) seen.add(buffer[k]!);
    };
    for (let i = role.first; i < role.last; i++) {
      see(roleFeatures(role, i, buffer));
      see(stepFeatures(role, i, buffer));
    }
    counts.add(Int32Array.from(seen), seen.size);
  }
  return counts;
}

function trainOnce(
  examples: readonly RoleExample[],
  counts: FeatureCounts,
  options: SpeechOptions,
): RoleModels {
  const models = {
    nodes: new LogLinear(COUNT, RATE, options.rolePenalty),
    steps: new LogLinear(STEP_CLASSES, RATE, options.rolePenalty),
  };
  const sequences = examples.map((example) => sequenceOf(models, example, counts));
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const index of shuffled(sequences.length, random))
      loss += learn(models, thinned(sequences[index]!, random));
    options.log(`roles epoch ${epoch + 1}: loss ${(loss / sequences.length).toFixed(3)}`);
  }
  return models;
}

/** Some features left out by chance, so that none learns to stand in for all the others. */
function thinned(sequence: Sequence, random: () => number): Sequence {
  const thin = (rows: Int32Array) => rows.filter(() => random() >= LEFT_OUT);
  return { ...sequence, nodes: sequence.nodes.map(thin), steps: sequence.steps.map(thin) };
}

function sequenceOf(
  models: RoleModels,
  { role, labels }: RoleExample,
  counts: FeatureCounts,
): Sequence {
  const buffer = new Int32Array(MOST_FEATURES);
  const kept = (feature: number) => counts.has(feature, LEAST);
  const nodes: Int32Array[] = [];
  const steps: Int32Array[] = [];
  for (let i = role.first; i < role.last; i++) {
    nodes.push(models.nodes.rowsOf(buffer, roleFeatures(role, i, buffer), kept));
    steps.push(models.steps.rowsOf(buffer, stepFeatures(role, i, buffer), kept));
  }
  return { nodes, steps, labels, cue: role.cue - role.first };
}

/** Forward and backward sums in log space, then one step; returns the loss before it. */
function learn(models: RoleModels, { nodes, steps, labels, cue }: Sequence): number {
  const length = nodes.length;
  const scores = new Float64Array(COUNT);
  const node = new Float64Array(length * COUNT);
  nodes.forEach((row, i) => {
    models.nodes.score(row, scores);
    for (let y = 0; y < COUNT; y++)
      node[i * COUNT + y] = i === cue && y !== CUE_LABEL ? NEVER : scores[y]!;
  });
  const moves = new Float64Array(STEP_CLASSES);
  const edge = new Float64Array(length * STEP_CLASSES);
  steps.forEach((row, i) => {
    models.steps.score(row, moves);
    for (let p = -1; p < COUNT; p++)
      for (let y = 0; y < COUNT; y++) {
        const step = stepClass(p, y);
        edge[i * STEP_CLASSES + step] = allowed(Math.max(0, p), y) ? moves[step]! : NEVER;
      }
  });
  const { forward, backward, total } = sums(node, edge, length);
  const gradient = new Float64Array(COUNT);
  let gold = 0;
  for (let i = 0; i < length; i++) {
    const label = labels[i]!;
    const taken = stepClass(i === 0 ? -1 : labels[i - 1]!, label);
    gold += node[i * COUNT + label]! + edge[i * STEP_CLASSES + taken]!;
    moves.fill(0);
    for (let y = 0; y < COUNT; y++) {
      gradient[y] = Math.exp(forward[i * COUNT + y]! + backward[i * COUNT + y]! - total);
      if (i === 0) moves[stepClass(-1, y)] = gradient[y]!;
      else
        for (let p = 0; p < COUNT; p++)
          moves[stepClass(p, y)] = Math.exp(
            forward[(i - 1) * COUNT + p]! +
              edge[i * STEP_CLASSES + stepClass(p, y)]! +
              node[i * COUNT + y]! +
              backward[i * COUNT + y]! -
              total,
          );
    }
    gradient[label]! -= 1;
    moves[taken]! -= 1;
    models.nodes.step(nodes[i]!, gradient);
    models.steps.step(steps[i]!, moves);
  }
  return total - gold;
}

function sums(node: Float64Array, edge: Float64Array, length: number) {
  const forward = new Float64Array(length * COUNT);
  const backward = new Float64Array(length * COUNT);
  const terms = new Float64Array(COUNT);
  for (let i = 0; i < length; i++)
    for (let y = 0; y < COUNT; y++) {
      const step = (p: number) => edge[i * STEP_CLASSES + stepClass(p, y)]!;
      if (i === 0) forward[y] = node[y]! + step(-1);
      else {
        for (let p = 0; p < COUNT; p++) terms[p] = forward[(i - 1) * COUNT + p]! + step(p);
        forward[i * COUNT + y] = node[i * COUNT + y]! + logSum(terms);
      }
    }
  for (let i = length - 2; i >= 0; i--)
    for (let p = 0; p < COUNT; p++) {
      for (let y = 0; y < COUNT; y++)
        terms[y] =
          edge[(i + 1) * STEP_CLASSES + stepClass(p, y)]! +
          node[(i + 1) * COUNT + y]! +
          backward[(i + 1) * COUNT + y]!;
      backward[i * COUNT + p] = logSum(terms);
    }
  const total = logSum(forward.slice((length - 1) * COUNT));
  return { forward, backward, total };
}

function logSum(terms: Float64Array): number {
  let top = -Infinity;
  for (const term of terms) if (term > top) top = term;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - top);
  return top + Math.log(sum);
}
