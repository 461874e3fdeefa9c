import { MOST_FEATURES, newScores, type Scorer } from '../../perceptron/weights.ts';
import type { Attribution } from '../rule.ts';
import { bestSequences, type Lattice } from './best-sequences.ts';
import { allowed, CUE_LABEL, LABELS } from './labels.ts';
import type { SequenceReader } from './recurrent.ts';
import { recurrentInput } from './recurrent-input.ts';
import type { RoleContext } from './role-context.ts';
import { spanFeatures } from './span-features.ts';

const COUNT = LABELS.length;
/** Sequences proposed. */
const MOST = 8;
/** Those further than this below the best, in log odds, are not. */
const GAP = 6;

/** What reads the words around a cue. */
export interface Reader {
  readonly network: SequenceReader;
  /** Row of each category that the network knows. */
  readonly categories: Pick<ReadonlyMap<number, number>, 'get'>;
}

export interface SpanScorers {
  readonly reader: Reader;
  readonly spans: Scorer;
  readonly spanUnit: number;
  /** What the log odds of the labels count beside those of the spans they make. */
  readonly labelShare: number;
}

/** Labels around a cue, and how far below the best proposal they stand, in log odds. */
export interface Proposal {
  readonly labels: Uint8Array;
  readonly behind: number;
}

export interface Proposals {
  /** Log odds that the cue is one. */
  readonly odds: number;
  /** The likely sequences of labels, best first. */
  readonly proposals: readonly Proposal[];
}

export function proposeRoles(
  { network, categories }: Reader,
  role: RoleContext,
  rule: Attribution | undefined,
): Proposals {
  const input = recurrentInput(role, rule, categories);
  network.read(input);
  network.label();
  const sequences = bestSequences(latticeOf(network, input), { most: MOST, gap: GAP });
  const [best] = sequences;
  return {
    odds: network.oddsAt(input.cue, []),
    proposals: sequences.map(({ labels, score }) => ({ labels, behind: best!.score - score })),
  };
}

function latticeOf(
  { labels, layout, weights }: SequenceReader,
  { length, cue }: { readonly length: number; readonly cue: number },
): Lattice {
  const gains = new Float64Array(length * COUNT * COUNT).fill(-Infinity);
  for (let i = 0; i < length; i++)
    for (let before = 0; before < (i === 0 ? 1 : COUNT); before++)
      for (let label = 0; label < COUNT; label++) {
        if ((i === cue && label !== CUE_LABEL) || !allowed(before, label)) continue;
        const step = layout.steps + (i === 0 ? 0 : before + 1) * COUNT + label;
        gains[(i * COUNT + before) * COUNT + label] = labels[i * COUNT + label]! + weights[step]!;
      }
  return { length, count: COUNT, gains };
}

/** The chosen labels of a cue's sentence, and how sure the choice is. */
export interface Labelling {
  /** Log odds that the cue is one, by what stands around it. */
  readonly read: number;
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
export function decodeRoles(
  scorers: SpanScorers,
  role: RoleContext,
  rule: Attribution | undefined,
): Labelling {
  const { odds, proposals } = proposeRoles(scorers.reader, role, rule);
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
  return { read: odds, labels, value, firstValue, lead, count: proposals.length };
}
