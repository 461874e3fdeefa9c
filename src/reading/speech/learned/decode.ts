import { MOST_FEATURES, newScores, type Scorer } from '../../perceptron/weights.ts';
import { CUE_LABEL, LABELS, type RoleContext, roleFeatures } from './role-features.ts';
import { spanFeatures } from './span-features.ts';
import { allowed, STEP_CLASSES, stepClass, stepFeatures } from './step-features.ts';

const COUNT = LABELS.length;
/** Sequences kept for each label at each token, and proposed in the end. */
const MOST = 8;
/** Proposals further than this below the best, in log odds, are not looked at. */
const GAP = 6;

export interface RoleScorers {
  readonly roles: Scorer;
  readonly steps: Scorer;
  /** What one step of their weights is worth in log odds. */
  readonly roleUnit: number;
}

export interface SpanScorers extends RoleScorers {
  readonly spans: Scorer;
  readonly spanUnit: number;
  /** What the log odds of the labels count beside those of the spans they make. */
  readonly labelShare: number;
}

/** Labels of a cue's sentence, and how far below the best proposal they stand, in log odds. */
export interface Proposal {
  readonly labels: Uint8Array;
  readonly behind: number;
}

/** The sequences of labels that the labels and steps alone make likely, best first. */
export function proposeRoles(scorers: RoleScorers, role: RoleContext): readonly Proposal[] {
  const length = role.last - role.first;
  const beam = fill(scorers, role);
  const ends: { readonly at: number; readonly score: number }[] = [];
  for (let k = (length - 1) * COUNT * MOST; k < length * COUNT * MOST; k++)
    if (beam.scores[k]! > -Infinity) ends.push({ at: k, score: beam.scores[k]! });
  ends.sort((a, b) => b.score - a.score);
  const [best] = ends;
  return ends.slice(0, MOST).flatMap(({ at, score }) => {
    const behind = (best!.score - score) * scorers.roleUnit;
    return behind > GAP ? [] : [{ labels: trace(beam.from, at, length), behind }];
  });
}

/** By token, label and rank: the score, and the rank and label it came by in one number. */
interface Beam {
  readonly scores: Float64Array;
  readonly from: Int16Array;
}

function fill({ roles, steps, roleUnit }: RoleScorers, role: RoleContext): Beam {
  const length = role.last - role.first;
  const features = new Int32Array(MOST_FEATURES);
  const node = newScores(roles, COUNT);
  const moves = newScores(steps, STEP_CLASSES);
  const scores = new Float64Array(length * COUNT * MOST).fill(-Infinity);
  const from = new Int16Array(length * COUNT * MOST);
  const next = new Int8Array(COUNT);
  // What follows depends on the last label alone, so what is too far behind its like stays there.
  const gap = GAP / roleUnit;
  for (let i = 0; i < length; i++) {
    roles.score(features, roleFeatures(role, role.first + i, features), node);
    steps.score(features, stepFeatures(role, role.first + i, features), moves);
    for (let label = 0; label < COUNT; label++) {
      if (role.first + i === role.cue && label !== CUE_LABEL) continue;
      const into = (i * COUNT + label) * MOST;
      if (i === 0) {
        if (allowed(0, label)) scores[into] = node[label]! + moves[stepClass(-1, label)]!;
        continue;
      }
      // The lists of the labels before are in order: take the best of their heads, again and again.
      next.fill(0);
      let least = -Infinity;
      for (let rank = 0; rank < MOST; rank++) {
        let top = -Infinity;
        let taken = -1;
        for (let previous = 0; previous < COUNT; previous++) {
          const at = next[previous]!;
          if (at >= MOST || !allowed(previous, label)) continue;
          const score =
            scores[((i - 1) * COUNT + previous) * MOST + at]! + moves[stepClass(previous, label)]!;
          if (score <= top) continue;
          top = score;
          taken = previous;
        }
        if (taken < 0 || top < least) break;
        if (rank === 0) least = top - gap;
        scores[into + rank] = top + node[label]!;
        from[into + rank] = taken * MOST + next[taken]!;
        next[taken]!++;
      }
    }
  }
  return { scores, from };
}

function trace(from: Int16Array, end: number, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  let at = end - (length - 1) * COUNT * MOST;
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = Math.floor(at / MOST);
    at = from[i * COUNT * MOST + at]!;
  }
  return labels;
}

/** Of the likely sequences the one whose spans look most like a source and what is said. */
export function decodeRoles(scorers: SpanScorers, role: RoleContext): Uint8Array {
  const proposals = proposeRoles(scorers, role);
  if (proposals.length === 1) return proposals[0]!.labels;
  const features = new Int32Array(MOST_FEATURES);
  const scores = newScores(scorers.spans, 1);
  let [best, most] = [proposals[0]!, -Infinity];
  for (const proposal of proposals) {
    scorers.spans.score(features, spanFeatures(role, proposal.labels, features), scores);
    const score = scores[0]! * scorers.spanUnit - scorers.labelShare * proposal.behind;
    if (score > most) [best, most] = [proposal, score];
  }
  return best.labels;
}
