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

/** Claims looked at: those of reports without a date come first, as said when they were taken in. */
const NEWEST = 50;

/**
 * Last day on which something was said of a place's country: a standing is asked for as of then when
 * no day is named. A later report from another war says nothing about it, and lets it age.
 */
export async function lastDayOf(place: Place, ledger: Ledger): Promise<Day | undefined> {
  const [country = place.id] = place.within;
  const newest = { order: 'said', descending: true, limit: NEWEST } as const;
  for (const { claim } of await ledger.claims({ inside: country, kinds: BEARING, ...newest })) {
    const stored = await ledger.report(claim.report);
    if (!stored || !isReadReport(stored.report)) break;
    const said = claim.said.basis === 'unknown' ? undefined : claim.said.end;
    const day = supplied(stored.report.published) ?? said;
    if (day !== undefined) return day;
  }
  return lastDay(ledger);
}
