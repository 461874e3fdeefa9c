import type { ModelFile } from '../src/reading/perceptron/container.ts';
import { decodeRoles, LABELS, transitionFeature } from '../src/codebooks/cameo/role-tagger.ts';
import { Learner } from './learner.ts';
import { seededRandom, shuffled } from './random.ts';

/** A sentence as rows of features, with the right label of each token. */
export interface RoleExample {
  readonly features: readonly Int32Array[];
  readonly labels: Uint8Array;
}

export interface CameoOptions {
  readonly epochs: number;
  readonly seed: number;
  /** Weight a feature must have reached to be kept. */
  readonly least: number;
  readonly log: (line: string) => void;
}

const UNIT = 1 / 2;

/** Structured averaged perceptron; twice, the second time with the features that carried weight. */
export function trainCameo(examples: readonly RoleExample[], options: CameoOptions): ModelFile {
  const first = new Learner(LABELS);
  runEpochs(first, examples, options);
  const allowed = first.featuresOfWeight(options.least);
  options.log(`keeping ${allowed.size} of ${first.size} features`);
  const second = new Learner(LABELS, allowed);
  runEpochs(second, examples, options);
  return { meta: { model: 'cameo', seed: options.seed }, arrays: second.frozen(UNIT) };
}

function runEpochs(learner: Learner, examples: readonly RoleExample[], options: CameoOptions) {
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let wrong = 0;
    for (const index of shuffled(examples.length, random)) {
      const { features, labels } = examples[index]!;
      const guess = decodeRoles(learner, features);
      learner.tick();
      if (guess.every((label, i) => label === labels[i])) continue;
      wrong++;
      correct(learner, examples[index]!, guess);
    }
    options.log(`epoch ${epoch + 1}: ${wrong} sentences wrong, ${learner.size} features`);
  }
}

/** The right path gains what the guessed path loses. */
function correct(learner: Learner, { features, labels }: RoleExample, guess: Uint8Array) {
  const step = new Int32Array(1);
  for (let i = 0; i < labels.length; i++) {
    const [good, bad] = [labels[i]!, guess[i]!];
    if (good !== bad) learner.update(features[i]!, features[i]!.length, good, bad);
    const beforeGood = i === 0 ? -1 : labels[i - 1]!;
    const beforeBad = i === 0 ? -1 : guess[i - 1]!;
    if (good === bad && beforeGood === beforeBad) continue;
    step[0] = transitionFeature(beforeGood);
    learner.change(step, 1, good, 1);
    step[0] = transitionFeature(beforeBad);
    learner.change(step, 1, bad, -1);
  }
}
