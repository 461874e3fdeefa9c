import { expect, test } from 'vitest';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadSpeechRules } from '../../src/node/speech.ts';
import { contextOf } from '../../src/reading/speech.ts';
import { atomsOf } from '../../src/reading/speech/learned/atoms.ts';
import { proposeRoles } from '../../src/reading/speech/learned/decode.ts';
import { allowed, CUE_LABEL, LABELS } from '../../src/reading/speech/learned/labels.ts';
import { RecurrentNetwork } from '../../src/reading/speech/learned/recurrent.ts';
import {
  recurrentLayout,
  type RecurrentShape,
} from '../../src/reading/speech/learned/recurrent-layout.ts';
import { roleContext } from '../../src/reading/speech/learned/role-context.ts';
import { parsed } from './parsed.ts';

const COUNT = LABELS.length;
const SHAPE: RecurrentShape = {
  units: 8,
  dimensions: 2,
  categories: 5,
  labels: COUNT,
  upper: 2,
  beside: 0,
};
/** Every hash is a category. */
const CATEGORIES = { get: (hash: number) => Math.abs(hash % SHAPE.categories) };
const GAP = 6;

/** A network of made-up weights; larger ones of labels and steps set the sequences further apart. */
function madeUp(scale: number): RecurrentNetwork {
  const layout = recurrentLayout(SHAPE);
  const weights = Float32Array.from({ length: layout.size }, (_, k) => Math.sin(12.9898 * (k + 1)));
  for (let k = layout.labels; k < layout.odds; k++) weights[k]! *= scale;
  const vectors = { dimensions: 2, values: Int8Array.of(30, -20, 10, 50), rows: new Map() };
  return new RecurrentNetwork(SHAPE, weights, vectors);
}

/** Every sequence of labels that is allowed, with its score, best first. */
function everySequence(
  { labels: places, weights, layout }: RecurrentNetwork,
  length: number,
  cue: number,
) {
  let all: { readonly labels: readonly number[]; readonly score: number }[] = [
    { labels: [], score: 0 },
  ];
  for (let i = 0; i < length; i++)
    all = all.flatMap(({ labels, score }) =>
      LABELS.flatMap((_, label) => {
        if (i === cue && label !== CUE_LABEL) return [];
        const before = labels.at(-1) ?? -1;
        if (!allowed(Math.max(0, before), label)) return [];
        const step = weights[layout.steps + (before + 1) * COUNT + label]!;
        return [{ labels: [...labels, label], score: score + places[i * COUNT + label]! + step }];
      }),
    );
  return all.sort((a, b) => b.score - a.score);
}

test('the proposals are the best of all sequences of labels, in order', async () => {
  const rules = await loadSpeechRules(packageRoot());
  for (const body of ['Officials said it fell.', 'It fell, he said.', 'Rebels deny it.']) {
    const context = contextOf(parsed(body), [], rules);
    const cue = context.text.tokens.findIndex(({ upos }) => upos === 'VERB');
    const role = roleContext(context, atomsOf(context), cue, undefined);
    for (const scale of [0.1, 30]) {
      const network = madeUp(scale);
      const { proposals } = proposeRoles({ network, categories: CATEGORIES }, role, undefined);
      const every = everySequence(network, role.last - role.first, cue - role.first);
      const near = every.filter(({ score }) => every[0]!.score - score <= GAP).slice(0, 8);
      expect(proposals.map(({ labels }) => [...labels])).toEqual(near.map(({ labels }) => labels));
      expect(near.length === 8).toBe(scale === 0.1);
    }
  }
});
