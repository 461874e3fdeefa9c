import { MOST_FEATURES, type Scorer, SparseWeights } from '../src/reading/perceptron/weights.ts';
import {
  type Proposal,
  proposeRoles,
  type RoleScorers,
} from '../src/reading/speech/learned/decode.ts';
import { CONTENT_OPENS } from '../src/reading/speech/learned/role-features.ts';
import { spanFeatures } from '../src/reading/speech/learned/span-features.ts';
import { FeatureCounts, LogLinear } from './log-linear.ts';
import { seededRandom, shuffled } from './random.ts';
import type { RoleExample } from './speech-examples.ts';
import { ROLE_SIZE, type RoleModels, trainRoles } from './train-roles.ts';
import type { SpeechOptions } from './train-speech.ts';

const LEAST = 6;
const RATE = 0.06;
const PENALTY = 0.01;
/** Proposals are those of labels that were learnt from other documents, as they will be in use. */
const FOLDS = 2;
/** Less than the labels count in use, so that the spans learn also where labels alone would do. */
const LABEL_SHARE = 0.3;
/** Weights end within ±4. */
export const SPAN_SIZE = { unit: 1 / 32, least: 0.06 };

/** The proposals for one cue, and which of them come nearest to what the corpus has. */
interface Choice {
  readonly rows: readonly Int32Array[];
  readonly prior: readonly number[];
  readonly right: readonly boolean[];
}

/** Weights that choose among proposals: a log-linear model over what their spans are like. */
export function trainSpans(
  documents: readonly (readonly RoleExample[])[],
  options: SpeechOptions,
): LogLinear {
  const proposed = Array.from({ length: FOLDS }, (_, fold) =>
    proposedBy(documents, fold, options),
  ).flat();
  const counts = new FeatureCounts();
  for (const { features } of proposed) for (const each of features) counts.add(each, each.length);
  const model = new LogLinear(1, RATE, PENALTY);
  const choices = proposed.map(({ features, prior, right }): Choice => {
    const rows = features.map((each) =>
      model.rowsOf(each, each.length, (feature) => counts.has(feature, LEAST)),
    );
    return { rows, prior, right };
  });
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const index of shuffled(choices.length, random)) loss += learn(model, choices[index]!);
    options.log(`spans epoch ${epoch + 1}: loss ${(loss / choices.length).toFixed(4)}`);
  }
  return model;
}

interface Proposed extends Omit<Choice, 'rows'> {
  readonly features: readonly Int32Array[];
}

/** Proposals for the documents of a fold by labels that were learnt from the others. */
function proposedBy(
  documents: readonly (readonly RoleExample[])[],
  fold: number,
  options: SpeechOptions,
): readonly Proposed[] {
  const inFold = (_: unknown, k: number) => k % FOLDS === fold;
  const others = documents.filter((_, k) => k % FOLDS !== fold).flat();
  const scorers = scorersOf(trainRoles(others, { ...options, trainings: 1 }));
  const buffer = new Int32Array(MOST_FEATURES);
  return documents
    .filter(inFold)
    .flat()
    .flatMap((example) => {
      const proposals = proposeRoles(scorers, example.role);
      if (proposals.length === 1) return [];
      return [
        {
          features: proposals.map(({ labels }) =>
            buffer.slice(0, spanFeatures(example.role, labels, buffer)),
          ),
          prior: proposals.map(({ behind }) => -LABEL_SHARE * behind),
          right: nearest(proposals, example),
        },
      ];
    });
}

const scorersOf = ({ nodes, steps }: RoleModels): RoleScorers => ({
  roles: frozen(nodes),
  steps: frozen(steps),
  roleUnit: ROLE_SIZE.unit,
});

const frozen = (model: LogLinear): Scorer => new SparseWeights(model.frozen(ROLE_SIZE));

/** Those with the fewest words in another role than the corpus gives them. */
function nearest(proposals: readonly Proposal[], { role, labels: gold }: RoleExample) {
  const { tokens } = role.context.text;
  const roleOf = (label: number) => (label === 0 ? 0 : label < CONTENT_OPENS ? 1 : 2);
  const wrong = proposals.map(({ labels }) => {
    let count = 0;
    labels.forEach((label, i) => {
      const isWord = /[\p{L}\p{N}]/u.test(tokens[role.first + i]!.text);
      if (isWord && roleOf(label) !== roleOf(gold[i]!)) count++;
    });
    return count;
  });
  const least = Math.min(...wrong);
  return wrong.map((count) => count === least);
}

/** One step towards the proposals that are right; returns the loss before it. */
function learn(model: LogLinear, { rows, prior, right }: Choice): number {
  const answer = new Float64Array(1);
  const scores = rows.map((row, k) => {
    model.score(row, answer);
    return answer[0]! + prior[k]!;
  });
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const good = powers.reduce((sum, power, k) => sum + (right[k]! ? power : 0), 0);
  rows.forEach((row, k) => {
    answer[0] = powers[k]! / all - (right[k]! ? powers[k]! / good : 0);
    model.step(row, answer);
  });
  return Math.log(all / good);
}
