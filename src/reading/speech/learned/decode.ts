import { MOST_FEATURES, newScores, type Scorer } from '../../perceptron/weights.ts';
import { LABELS, type RoleContext, roleFeatures } from './role-features.ts';
import { allowed, STEP_CLASSES, stepClass, stepFeatures } from './step-features.ts';

const COUNT = LABELS.length;
/** Low enough never to be taken. */
const NEVER = -1e9;

/** Best sequence of labels over the cue's sentence, first order. */
export function decodeRoles(
  { roles, steps }: { readonly roles: Scorer; readonly steps: Scorer },
  role: RoleContext,
): Uint8Array {
  const length = role.last - role.first;
  const features = new Int32Array(MOST_FEATURES);
  const scores = newScores(roles, COUNT);
  const moves = newScores(steps, STEP_CLASSES);
  const best = new Float64Array(COUNT * length);
  const from = new Int8Array(COUNT * length);
  for (let i = 0; i < length; i++) {
    roles.score(features, roleFeatures(role, role.first + i, features), scores);
    steps.score(features, stepFeatures(role, role.first + i, features), moves);
    for (let label = 0; label < COUNT; label++) {
      let top = -Infinity;
      let source = 0;
      for (let previous = 0; previous < (i === 0 ? 1 : COUNT); previous++) {
        if (!allowed(i === 0 ? 0 : previous, label)) continue;
        const score =
          i === 0
            ? moves[stepClass(-1, label)]!
            : best[(i - 1) * COUNT + previous]! + moves[stepClass(previous, label)]!;
        if (score > top) [top, source] = [score, previous];
      }
      // The cue itself has no role.
      const out = role.first + i === role.cue && label !== 0;
      best[i * COUNT + label] = out ? NEVER : top + scores[label]!;
      from[i * COUNT + label] = source;
    }
  }
  return trace(best, from, length);
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
