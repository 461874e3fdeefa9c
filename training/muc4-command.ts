import { writeFileSync } from 'node:fs';
import { readDocuments } from '../bench/muc4/data.ts';
import { viewOf } from '../src/claims/text-view.ts';
import { muc4Resources } from '../src/node/muc4.ts';
import { loadResources } from '../src/node/resources.ts';
import { encodeModel } from '../src/reading/perceptron/container.ts';
import { readReport } from '../src/reader.ts';
import type { TrainingOptions } from './main.ts';
import { trainMuc4 } from './train-muc4.ts';

/** Trains on reports with MUC-4 templates, read as they will be in use. */
export async function run({ data, flags, out, log }: TrainingOptions): Promise<void> {
  const resources = await loadResources();
  const documents = data.flatMap(readDocuments).map(({ report, gold }, i) => {
    if (i % 200 === 0) log(`read ${i}`);
    const { reading, claims } = readReport(report, resources);
    return { view: viewOf(reading), claims, gold };
  });
  const model = trainMuc4(documents, {
    ...(await muc4Resources(resources)),
    folds: Number(flags['folds'] ?? 4),
    log,
  });
  const bytes = encodeModel(model);
  writeFileSync(out, bytes);
  log(`${out}: ${bytes.length} bytes`);
}
