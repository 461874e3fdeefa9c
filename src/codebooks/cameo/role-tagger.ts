import type { Mention, ParsedText } from '../../domain/index.ts';
import { hashText, mix } from '../../reading/perceptron/hash.ts';
import type { ModelFile } from '../../reading/perceptron/container.ts';
import { frozenWeights } from '../../reading/perceptron/frozen-weights.ts';
import type { Scorer } from '../../reading/perceptron/weights.ts';
import { factsOf, roleFeatures } from './features.ts';

/** Who acts, upon whom, and those who act with each other, by CAMEO's notion of an event. */
export type EventRole = 'source' | 'target' | 'both';

/** Token indices [first, last). */
export interface RoleSpan {
  readonly first: number;
  readonly last: number;
  readonly role: EventRole;
}

export const ROLES: readonly EventRole[] = ['source', 'target', 'both'];
/** 0 is outside; then begin and inside of each role. */
export const LABELS = 1 + 2 * ROLES.length;

const TRANSITION = 1000;
const START = -1;

export const transitionFeature = (before: number) => mix(TRANSITION, hashText(`${before}`));

const isInside = (label: number) => label > 0 && label % 2 === 0;
const mayFollow = (before: number, label: number) =>
  !isInside(label) || before === label || before === label - 1;

/** Best path of labels by first-order Viterbi. */
export function decodeRoles(scorer: Scorer, features: readonly Int32Array[]): Uint8Array {
  const scores = new Float64Array(LABELS);
  const steps = [START, ...Array.from({ length: LABELS }, (_, label) => label)].map((before) => {
    scorer.score(Int32Array.of(transitionFeature(before)), 1, scores);
    return scores.slice();
  });
  const back: Uint8Array[] = [];
  let best = new Float64Array(LABELS).fill(-Infinity);
  features.forEach((row, i) => {
    scorer.score(row, row.length, scores);
    const now = new Float64Array(LABELS).fill(-Infinity);
    const from = new Uint8Array(LABELS);
    for (let label = 0; label < LABELS; label++) {
      for (let before = i === 0 ? START : 0; before < (i === 0 ? 0 : LABELS); before++) {
        if (!mayFollow(before, label)) continue;
        const sum = (i === 0 ? 0 : best[before]!) + steps[before + 1]![label]! + scores[label]!;
        if (sum > now[label]!) {
          now[label] = sum;
          from[label] = Math.max(before, 0);
        }
      }
    }
    best = now;
    back.push(from);
  });
  return trace(best, back);
}

function trace(best: Float64Array, back: readonly Uint8Array[]): Uint8Array {
  const path = new Uint8Array(back.length);
  let label = best.indexOf(Math.max(...best));
  for (let i = back.length - 1; i >= 0; i--) {
    path[i] = label;
    label = back[i]![label]!;
  }
  return path;
}

export function spansOf(path: Uint8Array): readonly RoleSpan[] {
  const spans: { first: number; last: number; role: EventRole }[] = [];
  path.forEach((label, at) => {
    if (label === 0) return;
    if (isInside(label)) spans.at(-1)!.last = at + 1;
    else spans.push({ first: at, last: at + 1, role: ROLES[(label - 1) / 2]! });
  });
  return spans;
}

export const featuresOf = (text: ParsedText, mentions: readonly Mention[]) => {
  const facts = factsOf(text, mentions);
  return facts.map((_, i) => roleFeatures(facts, i));
};

/** Source and target spans of the events of a text. */
export class RoleTagger {
  constructor(private readonly scorer: Scorer) {}

  tag(text: ParsedText, mentions: readonly Mention[]): readonly RoleSpan[] {
    return spansOf(decodeRoles(this.scorer, featuresOf(text, mentions)));
  }
}

export const roleTaggerFrom = ({ arrays }: ModelFile) => new RoleTagger(frozenWeights(arrays));
