import { MOST_FEATURES, newScores, type Scorer } from '../../perceptron/weights.ts';
import { bestSequences, type Lattice } from './best-sequences.ts';
import { CUE_LABEL, LABELS, type RoleContext, roleFeatures } from './role-features.ts';
import { spanFeatures } from './span-features.ts';
import { allowed, STEP_CLASSES, stepClass, stepFeatures } from './step-features.ts';

const COUNT = LABELS.length;
/** Sequences proposed. */
const MOST = 8;
/** Those further than this below the best, in log odds, are not. */
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
  const sequences = bestSequences(latticeOf(scorers, role), {
    most: MOST,
    gap: GAP / scorers.roleUnit,
  });
  const [best] = sequences;
  return sequences.map(({ labels, score }) => ({
    labels,
    behind: (best!.score - score) * scorers.roleUnit,
  }));
}

function latticeOf({ roles, steps }: RoleScorers, role: RoleContext): Lattice {
  const length = role.last - role.first;
  const features = new Int32Array(MOST_FEATURES);
  const node = newScores(roles, COUNT);
  const moves = newScores(steps, STEP_CLASSES);
  const gains = new Float64Array(length * COUNT * COUNT).fill(-Infinity);
  for (let i = 0; i < length; i++) {
    const index = role.first + i;
    roles.score(features, roleFeatures(role, index, features), node);
    steps.score(features, stepFeatures(role, index, features), moves);
    for (let before = 0; before < (i === 0 ? 1 : COUNT); before++)
      for (let label = 0; label < COUNT; label++) {
        if ((index === role.cue && label !== CUE_LABEL) || !allowed(before, label)) continue;
        const step = stepClass(i === 0 ? -1 : before, label);
        gains[(i * COUNT + before) * COUNT + label] = node[label]! + moves[step]!;
      }
  }
  return { length, count: COUNT, gains };
}

/** The chosen labels of a cue's sentence, and how sure the choice is. */
export interface Labelling {
  readonly labels: Uint8Array;
  /** By spans and labels together; of the one that the labels alone put first, by its spans. */
  readonly value: number;
  readonly firstValue: number;
  /** How far the second is behind by the labels alone, in log odds; more than any gap when there is none. */
  readonly lead: number;
  /** How many were proposed. */
  readonly count: number;
}

/** Of the likely sequences the one whose spans look most like a source and what is said. */
export function decodeRoles(scorers: SpanScorers, role: RoleContext): Labelling {
  const proposals = proposeRoles(scorers, role);
  const features = new Int32Array(MOST_FEATURES);
  const scores = newScores(scorers.spans, 1);
  let [labels, value, firstValue] = [proposals[0]!.labels, -Infinity, 0];
  proposals.forEach((proposal, rank) => {
    scorers.spans.score(features, spanFeatures(role, proposal.labels, features), scores);
    const bySpans = scores[0]! * scorers.spanUnit;
    if (rank === 0) firstValue = bySpans;
    const score = bySpans - scorers.labelShare * proposal.behind;
    if (score > value) [labels, value] = [proposal.labels, score];
  });
  const lead = proposals[1]?.behind ?? GAP + 1;
  return { labels, value, firstValue, lead, count: proposals.length };
}
