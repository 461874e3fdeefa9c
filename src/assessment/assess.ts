import type { Incident, Origin, PlaceId, Reliability, Standing } from '../domain/index.ts';
import { Assessor } from './assessor.ts';
import type { AsOf, AssessmentContext, Batch } from './types.ts';

export interface Assessment {
  readonly asOf: AsOf;
  readonly standings: ReadonlyMap<PlaceId, Standing>;
  readonly incidents: readonly Incident[];
  readonly origins: readonly Origin[];
  readonly reliabilities: readonly Reliability[];
}

/** Everything at once, for a ledger that fits in memory. Keep an `Assessor` to ask more than once. */
export function assess(batch: Batch, context: AssessmentContext, asOf: AsOf): Assessment {
  const assessor = new Assessor(context);
  assessor.add(batch);
  const standings = new Map(
    assessor.places().map((place) => [place, assessor.standing(place, asOf)]),
  );
  return {
    asOf,
    standings,
    incidents: assessor.incidents(asOf),
    origins: assessor.origins(asOf.known),
    reliabilities: assessor.reliabilities(asOf.known),
  };
}
