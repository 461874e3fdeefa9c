import { isStateActor, labelText } from '../../src/codebooks/text-labels/code.ts';
import type { LabelScheme } from '../../src/codebooks/text-labels/schemes.ts';
import { loadResources } from '../../src/node/resources.ts';
import { loadLabels } from '../../src/node/text-labels.ts';
import { readReport } from '../../src/reader.ts';
import type { BenchTask } from '../task.ts';
import { readTexts } from './data.ts';
import { scoreLabels } from './score.ts';

/** Labels by the shipped weights, with those by the claims alone beside them. */
export const labelTask = (scheme: LabelScheme, about: string): BenchTask => ({
  name: scheme.name,
  about,
  async run({ data, flags, print }) {
    const resources = await loadResources();
    const model = await loadLabels(scheme);
    const texts = data
      .flatMap((file) => readTexts(file, scheme))
      .map(({ report, gold }) => {
        const { reading, claims } = readReport(report, resources);
        const found = labelText(reading, claims, { scheme, model });
        const claimed = scheme.fromClaims(claims, isStateActor(reading));
        if (flags['show'] === 'true' && [...gold].sort().join() !== [...found].sort().join())
          print(
            `${[...gold].join(', ')} | ${[...found].join(', ')} | ${[...claimed].join(', ')} | ${report.body}`,
          );
        return { gold, found, claimed };
      });
    const byWords = scoreLabels(scheme.labels, texts);
    const byClaims = scoreLabels(
      scheme.labels,
      texts.map(({ gold, claimed }) => ({ gold, found: claimed })),
    );
    return {
      task: scheme.name,
      n: texts.length,
      metrics: { ...byWords, claimsAlone: byClaims },
    };
  },
});
