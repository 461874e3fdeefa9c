import { actorSides, Assessor } from '../assessment/index.ts';
import type { Day } from '../domain/index.ts';
import { supplied } from '../domain/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { loadParameters } from '../node/assessment.ts';
import type { ReaderResources } from '../reader.ts';

/** Everything in the ledger, weighed. */
export async function assessLedger(ledger: Ledger, resources: ReaderResources): Promise<Assessor> {
  const parameters = await loadParameters();
  const [claims, reports] = await Promise.all([ledger.claims(), ledger.reports()]);
  const assessor = new Assessor({
    places: resources.gazetteer,
    actors: actorSides(resources.actors.actors),
    parameters,
  });
  assessor.add({ claims, reports: reports.map(({ head }) => head) });
  return assessor;
}

/** Last day the record speaks of; a standing is asked for as of then when no day is named. */
export async function lastDay(ledger: Ledger): Promise<Day | undefined> {
  const reports = await ledger.reports();
  const days = reports.flatMap(({ head }) => supplied(head.published) ?? []);
  return days.sort().at(-1);
}
