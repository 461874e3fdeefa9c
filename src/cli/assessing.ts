import { actorSides, Assessor } from '../assessment/index.ts';
import { supplied, type Day, type Place } from '../domain/index.ts';
import { Compactor, isReadReport, pinsOf, withPrints, type Ledger } from '../ledger/index.ts';
import { loadParameters } from '../node/assessment.ts';
import type { ReaderResources } from '../reader.ts';

/** Kinds of claim that bear on who holds a place. */
const BEARING = ['control', 'clash'];

/** Everything in the ledger, weighed. */
export async function assessLedger(ledger: Ledger, resources: ReaderResources): Promise<Assessor> {
  const parameters = await loadParameters();
  const assessor = new Assessor({
    places: resources.gazetteer,
    actors: actorSides(resources.actors.actors),
    parameters,
    pins: pinsOf(await ledger.pins()),
  });
  const compactor = new Compactor();
  for await (const page of ledger.reportPages()) {
    const heads = page.map(({ head }) => head);
    assessor.add({ claims: [], reports: await withPrints(ledger, heads, parameters.origins) });
  }
  for await (const page of ledger.claimPages()) {
    assessor.add({ claims: page.map((each) => compactor.compact(each)), reports: [] });
  }
  return assessor;
}

/** Last day on which something in the ledger was published. */
export async function lastDay(ledger: Ledger): Promise<Day | undefined> {
  const reports = await ledger.reports();
  const days = reports.flatMap(({ head }) => supplied(head.published) ?? []);
  return days.sort().at(-1);
}

/**
 * Last day on which something was said of a place's country: a standing is asked for as of then when
 * no day is named. A later report from another war says nothing about it, and lets it age.
 */
export async function lastDayOf(place: Place, ledger: Ledger): Promise<Day | undefined> {
  const [country = place.id] = place.within;
  const newest = { order: 'said', descending: true, limit: 1 } as const;
  const [last] = await ledger.claims({ inside: country, kinds: BEARING, ...newest });
  const stored = last && (await ledger.report(last.claim.report));
  if (!last || !stored || !isReadReport(stored.report)) return lastDay(ledger);
  const { said } = last.claim;
  return supplied(stored.report.published) ?? (said.basis === 'unknown' ? undefined : said.end);
}
