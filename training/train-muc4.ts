import { isEqual, noCounts, scoresOf, tally, total } from '../bench/muc4/score.ts';
import type { FoundRoles, GoldRoles } from '../bench/muc4/score.ts';
import type { TextView } from '../src/claims/text-view.ts';
import { keyOf, type Unit, unitsOf } from '../src/codebooks/muc4/candidates.ts';
import {
  fill,
  type Muc4Model,
  type Muc4Resources,
  REPORT_QUESTIONS,
  type ScoredUnit,
  scoreUnits,
} from '../src/codebooks/muc4/code.ts';
import { type Scene, unitFeatures, wordingFeatures } from '../src/codebooks/muc4/features.ts';
import { reportFeatures, sentenceFeatures } from '../src/codebooks/muc4/relevance.ts';
import { type Slot, SLOTS } from '../src/codebooks/muc4/slots.ts';
import { Logistic } from '../src/codebooks/logistic.ts';
import type { Claim } from '../src/domain/index.ts';
import type { ModelArray, ModelFile } from '../src/reading/perceptron/container.ts';
import { type LogisticExample, trainLogistic, UNIT } from './train-logistic.ts';

export interface Muc4Example {
  readonly view: TextView;
  readonly claims: readonly Claim[];
  readonly gold: GoldRoles;
}

export interface Muc4Options extends Muc4Resources {
  readonly folds: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

/** Strong penalties: with more freedom the weights learn the names of 1990 by heart. */
const REPORT = { questions: REPORT_QUESTIONS, rate: 0.03, penalty: 0.02, epochs: 8, least: 3 };
const SENTENCE = { questions: REPORT_QUESTIONS, rate: 0.03, penalty: 0.02, epochs: 5, least: 3 };
const UNITS = { questions: SLOTS.length, rate: 0.03, penalty: 0.02, epochs: 5, least: 3 };
const WORDING = { questions: 1, rate: 0.05, penalty: 0.002, epochs: 6, least: 2 };

type Weights = Record<string, ModelArray>;
type Settings = Omit<Parameters<typeof trainLogistic>[1], 'seed'>;

/** A report with what the weights before have said of it. */
interface Prepared extends Scene {
  readonly units: readonly Unit[];
  readonly keys: readonly ReadonlySet<string>[];
  readonly gold: GoldRoles;
  /** Of each unit: is it in the slot? */
  readonly answers: readonly Uint8Array[];
}

/**
 * Weights for reports, sentences, units and wordings, in this order. Each learns from what the ones
 * before it say of reports they have not seen; thresholds are those best on reports kept back.
 */
export function trainMuc4(examples: readonly Muc4Example[], options: Muc4Options): ModelFile {
  const { log, seed } = options;
  const train = (name: string, of: readonly LogisticExample[], settings: Settings) => {
    const weights = trainLogistic(of, { ...settings, seed });
    log(`${name}: ${of.length} examples, ${weights['weights']!.length} weights`);
    return weights;
  };
  const asked = examples.map(askedOf);
  const reports = crossed(asked, options.folds, (some, name) =>
    train(
      name,
      some.map(({ example, has }) => ({
        features: reportFeatures(example.view, example.claims),
        answers: has,
      })),
      REPORT,
    ),
  );
  const relevance = asked.map(({ example }, i) =>
    reports.before(i, REPORT_QUESTIONS).probabilities(reportFeatures(example.view, example.claims)),
  );
  const told = asked.map((one, i) => ({
    ...one,
    features: sentenceFeatures(one.example.view, one.example.claims, relevance[i]!),
  }));
  const sentences = crossed(told, options.folds, (some, name) =>
    train(
      name,
      some.flatMap(({ features, inSentence }) =>
        features.map((of, i) => ({ features: of, answers: inSentence[i]! })),
      ),
      SENTENCE,
    ),
  );
  const prepared = told.map(({ example, units, keys, answers, features }, i): Prepared => {
    const model = sentences.before(i, REPORT_QUESTIONS);
    return {
      ...options,
      ...example,
      units,
      keys,
      answers,
      relevance: relevance[i]!,
      sentences: features.map((of) => model.probabilities(of)),
    };
  });
  const both = (some: readonly Prepared[]) => ({
    unit: train('units', some.flatMap(unitExamples), UNITS),
    wording: train('wordings', some.flatMap(wordingExamples), WORDING),
  });
  const thresholds = bestThresholds(prepared, options, both);
  const whole = both(prepared);
  return {
    meta: { model: 'muc4', seed, unit: UNIT, thresholds },
    arrays: {
      ...named('report', reports.whole),
      ...named('sentence', sentences.whole),
      ...named('unit', whole.unit),
      ...named('wording', whole.wording),
    },
  };
}

const named = (prefix: string, weights: Weights) =>
  Object.fromEntries(Object.entries(weights).map(([name, array]) => [`${prefix}.${name}`, array]));

function askedOf(example: Muc4Example) {
  const { view, gold } = example;
  const units = unitsOf(view);
  const keys = SLOTS.map((slot) => new Set(gold[slot].flat().map(keyOf)));
  const inSentence = view.reading.sentences.map(() => new Uint8Array(REPORT_QUESTIONS));
  for (const { key, places } of units.flatMap(({ candidates }) => candidates))
    keys.forEach((slotKeys, slot) => {
      if (!slotKeys.has(key)) return;
      for (const { head } of places) {
        const answers = inSentence[view.token(head).sentence]!;
        answers[slot] = answers[SLOTS.length] = 1;
      }
    });
  const filled = SLOTS.map((slot) => Number(gold[slot].length > 0));
  return {
    example,
    units,
    keys,
    inSentence,
    has: Uint8Array.from([...filled, Math.max(...filled)]),
    answers: units.map(({ candidates }) =>
      Uint8Array.from(keys, (of) => Number(candidates.some(({ key }) => of.has(key)))),
    ),
  };
}

/** Weights trained without each fold in turn, and on everything. */
function crossed<T>(
  all: readonly T[],
  folds: number,
  train: (some: readonly T[], name: string) => Weights,
) {
  const parts = Array.from({ length: folds }, (_, fold) =>
    train(
      all.filter((_, i) => i % folds !== fold),
      `fold ${fold + 1}`,
    ),
  );
  const models = new Map<number, Logistic>();
  return {
    whole: train(all, 'all'),
    /** The weights that have not seen the i-th. */
    before(i: number, questions: number): Logistic {
      const fold = i % folds;
      const model = models.get(fold) ?? new Logistic(parts[fold]!, questions, UNIT);
      models.set(fold, model);
      return model;
    },
  };
}

const unitExamples = (one: Prepared): readonly LogisticExample[] =>
  unitFeatures(one, one.units).map((features, i) => ({ features, answers: one.answers[i]! }));

const wordingExamples = (one: Prepared): readonly LogisticExample[] =>
  one.units.flatMap(({ candidates }, i) =>
    SLOTS.flatMap((slot, k) =>
      one.answers[i]![k] === 0
        ? []
        : candidates.map((candidate) => ({
            features: wordingFeatures(one, candidate, slot),
            answers: Uint8Array.of(Number(one.keys[k]!.has(candidate.key))),
          })),
    ),
  );

/** For each slot the threshold with the best F1 on reports that the weights have not seen. */
function bestThresholds(
  prepared: readonly Prepared[],
  { folds, log }: Muc4Options,
  train: (some: readonly Prepared[]) => { readonly unit: Weights; readonly wording: Weights },
): Muc4Model['thresholds'] {
  const scored: { readonly one: Prepared; readonly units: readonly ScoredUnit[] }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const { unit, wording } = train(prepared.filter((_, i) => i % folds !== fold));
    const model = {
      unit: new Logistic(unit, SLOTS.length, UNIT),
      wording: new Logistic(wording, 1, UNIT),
    };
    for (const one of prepared.filter((_, i) => i % folds === fold))
      scored.push({ one, units: scoreUnits(one, model) });
  }
  const countsAt = (thresholds: Muc4Model['thresholds']) => {
    const counts = noCounts();
    for (const { one, units } of scored) {
      const template = fill(one, units, thresholds);
      const found = Object.fromEntries(
        SLOTS.map((slot) => [slot, template[slot].map(({ text }) => text)]),
      ) as unknown as FoundRoles;
      tally(counts, one.gold, found, isEqual);
    }
    return counts;
  };
  const thresholds = Object.fromEntries(SLOTS.map((slot) => [slot, 0.5])) as Record<Slot, number>;
  for (const slot of SLOTS) {
    let most = 0;
    for (let at = 0.06; at < 0.7; at += 0.02) {
      const alone = Object.fromEntries(SLOTS.map((one) => [one, one === slot ? at : 2]));
      const { f1 } = scoresOf(countsAt(alone as Record<Slot, number>)[slot]);
      if (f1 <= most) continue;
      most = f1;
      thresholds[slot] = Math.round(at * 100) / 100;
    }
  }
  log(`thresholds ${JSON.stringify(thresholds)}`);
  log(`cross-validated: ${JSON.stringify(scoresOf(total(countsAt(thresholds))))}`);
  return thresholds;
}
