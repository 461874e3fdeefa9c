import { writeFileSync } from 'node:fs';
import { readTexts } from '../bench/text-labels/data.ts';
import { scoreLabels } from '../bench/text-labels/score.ts';
import { viewOf } from '../src/claims/text-view.ts';
import { Logistic } from '../src/reading/perceptron/logistic.ts';
import { labelFeatures } from '../src/codebooks/text-labels/code.ts';
import type { LabelScheme } from '../src/codebooks/text-labels/schemes.ts';
import { loadResources } from '../src/node/resources.ts';
import { encodeModel } from '../src/reading/perceptron/container.ts';
import { readReport } from '../src/reader.ts';
import type { TrainingOptions } from './main.ts';
import { type LogisticExample, trainLogistic, UNIT } from './train-logistic.ts';

/** Weights for the labels of a scheme; thresholds are the best in cross-validation. */
export async function trainLabels(
  scheme: LabelScheme,
  { data, flags, out, log }: TrainingOptions,
): Promise<void> {
  const resources = await loadResources();
  const settings = {
    questions: scheme.labels.length,
    rate: Number(flags['rate'] ?? 0.05),
    penalty: Number(flags['penalty'] ?? 0.02),
    epochs: Number(flags['epochs'] ?? 12),
    least: Number(flags['least'] ?? 2),
    seed: Number(flags['seed'] ?? 1),
  };
  const examples = data
    .flatMap((file) => readTexts(file, scheme))
    .map(({ report, gold }): LogisticExample => {
      const { reading, claims } = readReport(report, resources);
      return {
        features: labelFeatures(viewOf(reading), claims),
        answers: Uint8Array.from(scheme.labels, (label) => Number(gold.has(label))),
      };
    });
  const folds = Number(flags['folds'] ?? 5);
  const guesses = crossValidated(
    examples,
    folds,
    (some) => new Logistic(trainLogistic(some, settings), scheme.labels.length, UNIT),
  );
  const thresholds = scheme.labels.map((_, i) => bestThreshold(examples, guesses, i));
  log(`${folds}-fold: ${JSON.stringify(scored(scheme, examples, { guesses, thresholds }))}`);
  const arrays = Object.fromEntries(
    Object.entries(trainLogistic(examples, settings)).map(([name, array]) => [
      `label.${name}`,
      array,
    ]),
  );
  const meta = { model: scheme.name, seed: settings.seed, unit: UNIT, thresholds };
  const bytes = encodeModel({ meta, arrays });
  writeFileSync(out, bytes);
  log(`${out}: ${bytes.length} bytes, thresholds ${thresholds.join(' ')}`);
}

function crossValidated(
  examples: readonly LogisticExample[],
  folds: number,
  train: (some: readonly LogisticExample[]) => Logistic,
): readonly Float64Array[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    train(examples.filter((_example, i) => i % folds !== fold)),
  );
  return examples.map(({ features }, i) => models[i % folds]!.probabilities(features));
}

function bestThreshold(
  examples: readonly LogisticExample[],
  guesses: readonly Float64Array[],
  label: number,
): number {
  let [best, most] = [0.5, 0];
  for (let at = 10; at <= 80; at += 2) {
    const found = guesses.map((guess) => guess[label]! >= at / 100);
    const right = found.filter((yes, i) => yes && examples[i]!.answers[label] === 1).length;
    const gold = examples.filter(({ answers }) => answers[label] === 1).length;
    const f1 = (2 * right) / (found.filter(Boolean).length + gold);
    if (f1 > most) [best, most] = [at / 100, f1];
  }
  return best;
}

function scored(
  { labels }: LabelScheme,
  examples: readonly LogisticExample[],
  {
    guesses,
    thresholds,
  }: { readonly guesses: readonly Float64Array[]; readonly thresholds: readonly number[] },
) {
  const texts = examples.map(({ answers }, i) => ({
    gold: new Set(labels.filter((_, k) => answers[k] === 1)),
    found: new Set(labels.filter((_, k) => guesses[i]![k]! >= thresholds[k]!)),
  }));
  return scoreLabels(labels, texts);
}
