import { addDays, type Place, type StandingState, type StandingSummary } from '../domain/index.ts';
import type { LiveAssessment } from './live-assessment.ts';
import { settled } from './settled.ts';
import { stateKey, type AsOf } from '../assessment/index.ts';
import type { Change } from './wire.ts';

export type Entry = readonly [Place, StandingSummary];
/** With what was said outright of it before. */
export type Compared = readonly [Place, StandingSummary, StandingState];

export interface Clocks {
  readonly before: AsOf;
  readonly now: AsOf;
}

/** The same question a day earlier: both clocks go back when they stood together. */
export const dayBefore = (asOf: AsOf): AsOf => ({
  ...asOf,
  at: addDays(asOf.at, -1),
  known: asOf.known === asOf.at ? addDays(asOf.known, -1) : asOf.known,
});

function changeOf(
  live: LiveAssessment,
  [place, { best, probability }, was]: Compared,
  { before, now }: Clocks,
): Change | undefined {
  const after = settled({ best, probability });
  if (after.state === 'unknown') return undefined;
  if (stateKey(was) === stateKey(after)) return undefined;
  const because = live.assessor
    .pushes(place.id, before, now)
    .filter(({ towards, logOdds }) => (stateKey(towards) === stateKey(after)) === logOdds > 0)
    .filter(({ logOdds }) => logOdds !== 0)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
  if (because.length === 0) return undefined;
  const claims = [...new Set(because.map(({ claim }) => claim))];
  return { place, before: was, after, probability, claims };
}

/** Seats of provinces first, provinces themselves last: they mostly follow their seats. */
const rank = ({ level, capitalOf }: Place) =>
  level === 'province' ? 2 : capitalOf === undefined ? 1 : 0;

/** What passed from one hand to another is more news than what was not known before. */
const novelty = ({ before }: Change) => (before.state === 'unknown' ? 1 : 0);

const byImportance = (a: Change, b: Change) =>
  rank(a.place) - rank(b.place) ||
  novelty(a) - novelty(b) ||
  (b.place.population ?? 0) - (a.place.population ?? 0) ||
  b.probability - a.probability;

/** Places whose best state is another than it was, by claims that were not known or not so then; the weightiest first. */
export const changesSince = (live: LiveAssessment, entries: readonly Compared[], clocks: Clocks) =>
  entries.flatMap((entry) => changeOf(live, entry, clocks) ?? []).sort(byImportance);
