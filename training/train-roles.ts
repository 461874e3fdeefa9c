import { MOST_FEATURES } from '../src/reading/perceptron/weights.ts';
import { allowed, transitionFeature } from '../src/reading/speech/learned/decode.ts';
import { LABELS, roleFeatures } from '../src/reading/speech/learned/role-features.ts';
import { FeatureCounts, LogLinear } from './log-linear.ts';
import { seededRandom, shuffled } from './random.ts';
import type { RoleExample } from './speech-examples.ts';
import type { SpeechOptions } from './train-speech.ts';

const COUNT = LABELS.length;
const LEAST = 4;
const RATE = 0.06;
/** Weights end within ±4; leaving the smallest out moves no figure by more than 0.005. */
export const ROLE_SIZE = { unit: 1 / 32, least: 0.1 };

/** A sequence with its features as rows of the model, and where its cue stands. */
interface Sequence {
  readonly rows: readonly Int32Array[];
  readonly labels: Uint8Array;
  readonly cue: number;
}

/** Linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over a cue's sentence. */
export function trainRoles(examples: readonly RoleExample[], options: SpeechOptions): LogLinear {
  const model = new LogLinear(COUNT, RATE, options.rolePenalty);
  const sequences = sequencesOf(model, examples);
  const steps = [-1, 0, 1, 2, 3, 4].map((previous) =>
    model.rowsOf(Int32Array.of(transitionFeature(previous)), 1, () => true),
  );
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const index of shuffled(sequences.length, random))
      loss += learn(model, steps, sequences[index]!);
    options.log(`roles epoch ${epoch + 1}: loss ${(loss / sequences.length).toFixed(3)}`);
  }
  return model;
}

function sequencesOf(model: LogLinear, examples: readonly RoleExample[]): readonly Sequence[] {
  const counts = new FeatureCounts();
  const buffer = new Int32Array(MOST_FEATURES);
  for (const { role } of examples)
    for (let i = role.first; i < role.last; i++) counts.add(buffer, roleFeatures(role, i, buffer));
  return examples.map(({ role, labels }) => {
    const rows: Int32Array[] = [];
    for (let i = role.first; i < role.last; i++) {
      const count = roleFeatures(role, i, buffer);
      rows.push(model.rowsOf(buffer, count, (feature) => counts.has(feature, LEAST)));
    }
    return { rows, labels, cue: role.cue - role.first };
  });
}

/** Forward and backward sums in log space, then one step; returns the loss before it. */
function learn(
  model: LogLinear,
  steps: readonly Int32Array[],
  { rows, labels, cue }: Sequence,
): number {
  const length = rows.length;
  const scores = new Float64Array(COUNT);
  const node = new Float64Array(length * COUNT);
  rows.forEach((row, i) => {
    model.score(row, scores);
    for (let y = 0; y < COUNT; y++) node[i * COUNT + y] = i === cue && y > 0 ? -1e9 : scores[y]!;
  });
  const edge = new Float64Array((COUNT + 1) * COUNT);
  steps.forEach((row, p) => {
    model.score(row, scores);
    for (let y = 0; y < COUNT; y++)
      edge[p * COUNT + y] = allowed(Math.max(0, p - 1), y) ? scores[y]! : -1e9;
  });
  const { forward, backward, total } = sums(node, edge, length);
  const gradient = new Float64Array(COUNT);
  const moved = new Float64Array((COUNT + 1) * COUNT);
  let gold = 0;
  for (let i = 0; i < length; i++) {
    const label = labels[i]!;
    const previous = i === 0 ? 0 : labels[i - 1]! + 1;
    gold += node[i * COUNT + label]! + edge[previous * COUNT + label]!;
    moved[previous * COUNT + label]! -= 1;
    for (let y = 0; y < COUNT; y++) {
      gradient[y] = Math.exp(forward[i * COUNT + y]! + backward[i * COUNT + y]! - total);
      if (i === 0) moved[y]! += gradient[y]!;
      else
        for (let p = 0; p < COUNT; p++)
          moved[(p + 1) * COUNT + y]! += Math.exp(
            forward[(i - 1) * COUNT + p]! +
              edge[(p + 1) * COUNT + y]! +
              node[i * COUNT + y]! +
              backward[i * COUNT + y]! -
              total,
          );
    }
    gradient[label]! -= 1;
    model.step(rows[i]!, gradient);
  }
  steps.forEach((row, p) => model.step(row, moved.slice(p * COUNT, (p + 1) * COUNT)));
  return total - gold;
}

function sums(node: Float64Array, edge: Float64Array, length: number) {
  const forward = new Float64Array(length * COUNT);
  const backward = new Float64Array(length * COUNT);
  const terms = new Float64Array(COUNT);
  for (let i = 0; i < length; i++)
    for (let y = 0; y < COUNT; y++) {
      if (i === 0) forward[y] = node[y]! + edge[y]!;
      else {
        for (let p = 0; p < COUNT; p++)
          terms[p] = forward[(i - 1) * COUNT + p]! + edge[(p + 1) * COUNT + y]!;
        forward[i * COUNT + y] = node[i * COUNT + y]! + logSum(terms);
      }
    }
  for (let i = length - 2; i >= 0; i--)
    for (let p = 0; p < COUNT; p++) {
      for (let y = 0; y < COUNT; y++)
        terms[y] =
          edge[(p + 1) * COUNT + y]! + node[(i + 1) * COUNT + y]! + backward[(i + 1) * COUNT + y]!;
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
