import {
  type Muc4Model,
  type Muc4Resources,
  REPORT_QUESTIONS,
  scoreUnits,
} from '../src/codebooks/muc4/code.ts';
import { SLOTS } from '../src/codebooks/muc4/slots.ts';
import { Logistic } from '../src/codebooks/logistic.ts';
import type { ModelArray, ModelFile } from '../src/reading/perceptron/container.ts';
import {
  asked,
  type Muc4Example,
  type Prepared,
  reportExample,
  sentenceExamples,
  unitChoice,
  wordingChoices,
} from './muc4-examples.ts';
import { bestThresholds, type Held } from './muc4-thresholds.ts';
import {
  type Choice,
  CHOICE_UNIT,
  type ChoiceOptions,
  type ChoiceWeights,
  trainChoices,
} from './train-choices.ts';
import { type LogisticExample, trainLogistic, UNIT } from './train-logistic.ts';

export interface Muc4Options extends Muc4Resources {
  readonly folds: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

/** Strong penalties: with more freedom the weights learn the names of 1990 by heart. */
const REPORT = { questions: REPORT_QUESTIONS, rate: 0.03, penalty: 0.02, epochs: 8, least: 3 };
const SENTENCE = { questions: REPORT_QUESTIONS, rate: 0.03, penalty: 0.02, epochs: 5, least: 3 };
const UNITS = {
  questions: SLOTS.length,
  penalty: 6,
  steps: 30,
  least: 4,
  smallest: 2 * CHOICE_UNIT,
};
const WORDING = { questions: 1, penalty: 5, steps: 60, least: 3, smallest: CHOICE_UNIT };

type Weights = Record<string, ModelArray>;

/**
 * Weights for reports, sentences, units and wordings, in this order. Each learns from what the ones
 * before it say of reports they have not seen; thresholds are those best on reports kept back.
 */
export function trainMuc4(all: readonly Muc4Example[], options: Muc4Options): ModelFile {
  const { folds, log, seed } = options;
  const train = (name: string, examples: readonly LogisticExample[], settings: typeof REPORT) => {
    const weights = trainLogistic(examples, { ...settings, seed });
    log(`${name}: ${examples.length} examples, ${weights['weights']!.length} weights`);
    return weights;
  };
  const reports = all.map((example) => ({ ...options, ...asked(example) }));
  const byReport = crossed(
    reports.map((one) => [reportExample(one)]),
    { folds, train: (some) => train('reports', some, REPORT) },
  );
  const relevance = byReport.said.map(([answers]) => answers!);
  const bySentence = crossed(
    reports.map((one, i) => sentenceExamples(one, relevance[i]!)),
    { folds, train: (some) => train('sentences', some, SENTENCE) },
  );
  const prepared = reports.map((one, i): Prepared => {
    return { ...one, relevance: relevance[i]!, sentences: bySentence.said[i]! };
  });
  const choose = (name: string, choices: readonly Choice[], settings: ChoiceOptions) => {
    const weights = trainChoices(choices, settings);
    log(`${name}: ${choices.length} choices, ${weights.arrays['weights']!.length} weights`);
    return weights;
  };
  const both = (some: readonly Prepared[]): Both => ({
    units: choose('units', some.map(unitChoice), UNITS),
    wordings: choose('wordings', some.flatMap(wordingChoices), WORDING),
  });
  const thresholds = bestThresholds(heldBack(prepared, folds, both), log);
  const { units, wordings } = both(prepared);
  const arrays = named({
    report: byReport.weights,
    sentence: bySentence.weights,
    unit: units.arrays,
    wording: wordings.arrays,
  });
  const { none } = units;
  const meta = { model: 'muc4', seed, unit: UNIT, choiceUnit: CHOICE_UNIT, none, thresholds };
  return { meta, arrays };
}

interface Both {
  readonly units: ChoiceWeights;
  readonly wordings: ChoiceWeights;
}

const named = (weights: Readonly<Record<string, Weights>>) =>
  Object.fromEntries(
    Object.entries(weights).flatMap(([prefix, arrays]) =>
      Object.entries(arrays).map(([name, array]) => [`${prefix}.${name}`, array]),
    ),
  );

interface Crossing {
  readonly folds: number;
  readonly train: (examples: readonly LogisticExample[]) => Weights;
}

/** Weights from all groups, and what is said of each group by weights that have not seen it. */
function crossed(groups: readonly (readonly LogisticExample[])[], { folds, train }: Crossing) {
  const models = Array.from({ length: folds }, (_, fold) =>
    train(groups.filter((_group, i) => i % folds !== fold).flat()),
  ).map((weights) => new Logistic(weights, REPORT_QUESTIONS, UNIT));
  return {
    weights: train(groups.flat()),
    said: groups.map((group, i) =>
      group.map(({ features }) => models[i % folds]!.probabilities(features)),
    ),
  };
}

/** Each report with its units as scored by weights that have not seen it. */
function heldBack(
  prepared: readonly Prepared[],
  folds: number,
  train: (some: readonly Prepared[]) => Both,
): readonly Held[] {
  return Array.from({ length: folds }, (_, fold) => {
    const { units, wordings } = train(prepared.filter((_one, i) => i % folds !== fold));
    const model: Pick<Muc4Model, 'unit' | 'none' | 'wording'> = {
      unit: new Logistic(units.arrays, SLOTS.length, CHOICE_UNIT),
      none: units.none,
      wording: new Logistic(wordings.arrays, 1, CHOICE_UNIT),
    };
    return prepared
      .filter((_one, i) => i % folds === fold)
      .map((one) => ({ one, units: scoreUnits(one, model) }));
  }).flat();
}
