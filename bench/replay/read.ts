import type { Claim, Report } from '../../src/domain/index.ts';
import { fingerprint, type AssessmentParameters } from '../../src/assessment/index.ts';
import { loadActors } from '../../src/node/actors.ts';
import { loadGazetteer } from '../../src/node/gazetteer.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { reportOf, type Capital, type ControlItem } from './data.ts';
import { goldClaims } from './gold.ts';
import type { ReadItem } from './run.ts';

/**
 * Reports with their claims: found by the reader, or the annotations themselves (`gold`: of the
 * capitals whose truth is known). The reader
 * is loaded only when it reads: annotations need neither models nor lexicon.
 */
export async function readItems(
  items: readonly ControlItem[],
  gold: readonly Capital[] | false,
  { origins }: AssessmentParameters,
) {
  const root = packageRoot();
  const [gazetteer, actors] = await Promise.all([loadGazetteer(root), loadActors(root)]);
  let claimsOf = (item: ControlItem, report: Report): readonly Claim[] =>
    goldClaims(item, report, { gazetteer, actors, capitals: gold || [] });
  if (!gold) {
    const { loadResources } = await import('../../src/node/resources.ts');
    const { readReport } = await import('../../src/reader.ts');
    const resources = await loadResources(root);
    claimsOf = (_, report) => readReport(report, resources).claims;
  }
  const read = items.map((item): ReadItem => {
    const report = reportOf(item);
    const { body: _, ...head } = report;
    return {
      report,
      head: { ...head, fingerprint: fingerprint(report, origins) },
      claims: claimsOf(item, report),
    };
  });
  return { read, resources: { gazetteer, actors } };
}
