import { mix } from '../../perceptron/hash.ts';
import { MOST_FEATURES, newScores, type Scorer } from '../../perceptron/weights.ts';
import { LABELS, type RoleContext, roleFeatures } from './role-features.ts';

const COUNT = LABELS.length;
/** Feature of the label before; one row per label and one for the start of the sentence. */
export const transitionFeature = (previous: number) => mix(99, previous + 1);
/** "I" may only go on from its own kind. */
export const allowed = (previous: number, label: number) =>
  label === 2
    ? previous === 1 || previous === 2
    : label === 4
      ? previous === 3 || previous === 4
      : true;

/** Best sequence of labels over the cue's sentence, first order. */
export function decodeRoles(scorer: Scorer, role: RoleContext): Uint8Array {
  const length = role.last - role.first;
  const steps = transitions(scorer);
  const features = new Int32Array(MOST_FEATURES);
  const scores = newScores(scorer, COUNT);
  const best = new Float64Array(COUNT * length);
  const from = new Int8Array(COUNT * length);
  for (let i = 0; i < length; i++) {
    scorer.score(features, roleFeatures(role, role.first + i, features), scores);
    for (let label = 0; label < COUNT; label++) {
      let top = -Infinity;
      let source = 0;
      for (let previous = 0; previous < (i === 0 ? 1 : COUNT); previous++) {
        if (!allowed(i === 0 ? 0 : previous, label)) continue;
        const score =
          i === 0
            ? steps[label]!
            : best[(i - 1) * COUNT + previous]! + steps[(previous + 1) * COUNT + label]!;
        if (score > top) [top, source] = [score, previous];
      }
      // The cue itself has no role.
      const out = role.first + i === role.cue && label !== 0;
      best[i * COUNT + label] = out ? -1e9 : top + scores[label]!;
      from[i * COUNT + label] = source;
    }
  }
  return trace(best, from, length);
}

function transitions(scorer: Scorer): Float64Array {
  const steps = new Float64Array((COUNT + 1) * COUNT);
  const feature = new Int32Array(1);
  const scores = newScores(scorer, COUNT);
  for (let previous = -1; previous < COUNT; previous++) {
    feature[0] = transitionFeature(previous);
    scorer.score(feature, 1, scores);
    steps.set(scores, (previous + 1) * COUNT);
  }
  return steps;
}

function trace(best: Float64Array, from: Int8Array, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  let label = 0;
  for (let k = 1; k < COUNT; k++)
    if (best[(length - 1) * COUNT + k]! > best[(length - 1) * COUNT + label]!) label = k;
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label;
    label = from[i * COUNT + label]!;
  }
  return labels;
}
