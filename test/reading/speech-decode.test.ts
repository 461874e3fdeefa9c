import { expect, test } from 'vitest';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadSpeechRules } from '../../src/node/speech.ts';
import { newScores, type Scorer } from '../../src/reading/perceptron/weights.ts';
import { contextOf } from '../../src/reading/speech.ts';
import { atomsOf } from '../../src/reading/speech/learned/atoms.ts';
import { proposeRoles, type RoleScorers } from '../../src/reading/speech/learned/decode.ts';
import {
  CUE_LABEL,
  LABELS,
  roleContext,
  type RoleContext,
  roleFeatures,
} from '../../src/reading/speech/learned/role-features.ts';
import {
  allowed,
  STEP_CLASSES,
  stepClass,
  stepFeatures,
} from '../../src/reading/speech/learned/step-features.ts';
import { parsed } from './parsed.ts';

const COUNT = LABELS.length;

/** Weights made up from the features themselves, fine enough that no two sums are the same. */
const madeUp: Scorer = {
  score(features, count, scores) {
    scores.fill(0);
    for (let i = 0; i < count; i++)
      for (let label = 0; label < scores.length; label++)
        scores[label]! += (Math.imul(features[i]! ^ (label * 7919), 0x2c1b3c6d) >>> 8) - (1 << 23);
  },
};
const scorersOf = (roleUnit: number): RoleScorers => ({ roles: madeUp, steps: madeUp, roleUnit });
/** Nothing is too far behind; much is. */
const UNITS = [1e-11, 8e-7];
const GAP = 6;

/** Every sequence of labels that is allowed, with its score, best first. */
function everySequence(role: RoleContext) {
  let all: { readonly labels: readonly number[]; readonly score: number }[] = [
    { labels: [], score: 0 },
  ];
  const features = new Int32Array(192);
  const node = newScores(madeUp, COUNT);
  const moves = newScores(madeUp, STEP_CLASSES);
  for (let i = role.first; i < role.last; i++) {
    madeUp.score(features, roleFeatures(role, i, features), node);
    madeUp.score(features, stepFeatures(role, i, features), moves);
    all = all.flatMap(({ labels, score }) =>
      LABELS.flatMap((_, label) => {
        if (i === role.cue && label !== CUE_LABEL) return [];
        const previous = labels.at(-1) ?? -1;
        if (!allowed(Math.max(0, previous), label)) return [];
        const more = node[label]! + moves[stepClass(previous, label)]!;
        return [{ labels: [...labels, label], score: score + more }];
      }),
    );
  }
  return all.sort((a, b) => b.score - a.score);
}

test('the proposals are the best of all sequences of labels, in order', async () => {
  const rules = await loadSpeechRules(packageRoot());
  for (const body of ['Officials said it fell.', 'It fell, he said.', 'Rebels deny it.']) {
    const context = contextOf(parsed(body), [], rules);
    const cue = context.text.tokens.findIndex(({ upos }) => upos === 'VERB');
    const role = roleContext(context, atomsOf(context), cue, undefined);
    const every = everySequence(role);
    for (const unit of UNITS) {
      const proposals = proposeRoles(scorersOf(unit), role);
      const near = every.filter(({ score }) => (every[0]!.score - score) * unit <= GAP).slice(0, 8);
      expect(proposals.map(({ labels }) => [...labels])).toEqual(near.map(({ labels }) => labels));
      expect(near.length === 8).toBe(unit === UNITS[0]);
    }
  }
});
