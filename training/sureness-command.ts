import { writeFileSync } from 'node:fs';
import { loadItems } from '../bench/replay/data.ts';
import { SURENESS_UNIT } from '../src/claims/sureness/model.ts';
import { packageRoot } from '../src/node/package-root.ts';
import { loadParts } from '../src/node/resources.ts';
import { loadSenses } from '../src/node/senses.ts';
import { encodeModel } from '../src/reading/perceptron/container.ts';
import { Logistic } from '../src/reading/perceptron/logistic.ts';
import { claimAnswers } from './claim-answers.ts';
import type { TrainingOptions } from './main.ts';
import { frozenRows } from './frozen-rows.ts';
import { type Answered, calibrated, trainAnswers } from './train-answers.ts';

const OPTIONS = { questions: 1, penalty: 80, steps: 60, least: 2 };
const FOLDS = 10;

/**
 * From reports in the form of the control set, how far a claim is to be trusted. `--near FILE,FILE`: reports
 * nearer to the news than the others, which are learnt from as well, and which the log odds are fitted
 * to in ten folds, each judged by what the other nine and the other reports tell.
 */
export async function run({ data, flags, out, log }: TrainingOptions): Promise<void> {
  const [parts, senses] = await Promise.all([loadParts(), loadSenses(packageRoot())]);
  const answersIn = async (files: readonly string[]) =>
    (await loadItems(files)).map((item) => claimAnswers(item, parts, senses));
  const far = await answersIn(data);
  const near = await answersIn((flags['near'] ?? '').split(',').filter(Boolean));
  log(`${counted(far)}; ${counted(near)} nearer to the news`);
  const train = (reports: readonly (readonly Answered[])[]) =>
    frozenRows(trainAnswers(reports.flat(), OPTIONS), SURENESS_UNIT);
  const held = Array.from({ length: FOLDS }, (_, fold) => {
    const isHeld = (_report: unknown, i: number) => i % FOLDS === fold;
    const others = near.filter((report, i) => !isHeld(report, i));
    const weights = new Logistic(train([...far, ...others]), 1, SURENESS_UNIT);
    return near
      .filter(isHeld)
      .flat()
      .map(({ features, answers }) => ({ sum: weights.sums(features)[0]!, answer: answers[0]! }));
  });
  const calibration = calibrated(held.flat());
  log(`log odds times ${calibration[0].toFixed(3)} and ${calibration[1].toFixed(3)}`);
  const bytes = encodeModel({
    meta: { model: 'sureness', calibration },
    arrays: train([...far, ...near]),
  });
  writeFileSync(out, bytes);
  log(`${out}: ${bytes.length} bytes`);
}

function counted(reports: readonly (readonly Answered[])[]): string {
  const all = reports.flat();
  const right = all.filter((one) => one.answers[0] === 1).length;
  return `${all.length} claims of ${reports.length} reports, ${right} of them right`;
}
