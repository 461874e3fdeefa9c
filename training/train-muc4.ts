import {
  type Muc4Model,
  type Muc4Resources,
  REPORT_QUESTIONS,
  scoreUnits,
} from '../src/codebooks/muc4/code.ts';
import { SLOTS } from '../src/codebooks/muc4/slots.ts';
import { Logistic } from '../src/reading/perceptron/logistic.ts';
import type { ModelArray, ModelFile } from '../src/reading/perceptron/container.ts';
import {
  asked,
  type Muc4Example,
  type Prepared,
  reportChoice,
  sentenceChoices,
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

export interface Muc4Options extends Muc4Resources {
  readonly folds: number;
  readonly log: (line: string) => void;
}

/** Strong penalties: with more freedom the weights learn the names of 1990 by heart. */
const REPORT = {
  questions: REPORT_QUESTIONS,
  penalty: 30,
  steps: 25,
  least: 3,
  smallest: CHOICE_UNIT,
};
const SENTENCE = { ...REPORT, penalty: 25 };
const UNITS = {
  questions: SLOTS.length,
  penalty: 12,
  steps: 35,
  least: 4,
  smallest: CHOICE_UNIT,
};
const WORDING = { questions: 1, penalty: 5, steps: 60, least: 3, smallest: CHOICE_UNIT };

type Weights = Record<string, ModelArray>;

/**
 * Weights for reports, sentences, units and wordings, in this order. Each learns from what the ones
 * before it say of reports they have not seen; thresholds are those best on reports kept back.
 */
export function trainMuc4(all: readonly Muc4Example[], options: Muc4Options): ModelFile {
  const { folds, log } = options;
  const choose = (name: string, choices: readonly Choice[], settings: ChoiceOptions) => {
    const weights = trainChoices(choices, settings);
    log(`${name}: ${choices.length} choices, ${weights.arrays['weights']!.length} weights`);
    return weights;
  };
  const reports = all.map((example) => ({ ...options, ...asked(example) }));
  const byReport = crossed(
    reports.map((one) => [reportChoice(one)]),
    { folds, train: (some) => choose('reports', some, REPORT).arrays },
  );
  const relevance = byReport.said.map(([answers]) => answers!);
  const bySentence = crossed(
    reports.map((one, i) => sentenceChoices(one, relevance[i]!)),
    { folds, train: (some) => choose('sentences', some, SENTENCE).arrays },
  );
  const ready = reports.map((one, i): Ready => {
    const prepared = { ...one, relevance: relevance[i]!, sentences: bySentence.said[i]! };
    return { prepared, unit: unitChoice(prepared), wordings: wordingChoices(prepared) };
  });
  const both = (some: readonly Ready[]): Both => ({
    units: choose(
      'units',
      some.map(({ unit }) => unit),
      UNITS,
    ),
    wordings: choose(
      'wordings',
      some.flatMap(({ wordings }) => wordings),
      WORDING,
    ),
  });
  const thresholds = bestThresholds(heldBack(ready, folds, both), log);
  const { units, wordings } = both(ready);
  const arrays = named({
    report: byReport.weights,
    sentence: bySentence.weights,
    unit: units.arrays,
    wording: wordings.arrays,
  });
  const { none } = units;
  const meta = { model: 'muc4', unit: CHOICE_UNIT, none, thresholds };
  return { meta, arrays };
}

/** A report with the choices to learn from. */
interface Ready {
  readonly prepared: Prepared;
  readonly unit: Choice;
  readonly wordings: readonly Choice[];
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
  readonly train: (choices: readonly Choice[]) => Weights;
}

/** Weights from all groups, and what is said of each group by weights that have not seen it. */
function crossed(groups: readonly (readonly Choice[])[], { folds, train }: Crossing) {
  const models = Array.from({ length: folds }, (_, fold) =>
    train(groups.filter((_group, i) => i % folds !== fold).flat()),
  ).map((weights) => new Logistic(weights, REPORT_QUESTIONS, CHOICE_UNIT));
  return {
    weights: train(groups.flat()),
    said: groups.map((group, i) =>
      group.map(({ things }) => models[i % folds]!.probabilities(things[0]!.whole)),
    ),
  };
}

/** Each report with its units as scored by weights that have not seen it. */
function heldBack(
  all: readonly Ready[],
  folds: number,
  train: (some: readonly Ready[]) => Both,
): readonly Held[] {
  return Array.from({ length: folds }, (_, fold) => {
    const { units, wordings } = train(all.filter((_one, i) => i % folds !== fold));
    const model: Pick<Muc4Model, 'unit' | 'none' | 'wording'> = {
      unit: new Logistic(units.arrays, SLOTS.length, CHOICE_UNIT),
      none: units.none,
      wording: new Logistic(wordings.arrays, 1, CHOICE_UNIT),
    };
    return all
      .filter((_one, i) => i % folds === fold)
      .map(({ prepared }) => ({ one: prepared, units: scoreUnits(prepared, model) }));
  }).flat();
}
