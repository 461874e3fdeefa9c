import type { AsOf } from '../assessment/index.ts';
import {
  addDays,
  type ClaimId,
  type Incident,
  type Day,
  type OriginId,
  type Place,
  type RecordedClaim,
  type Standing,
} from '../domain/index.ts';
import type { LiveAssessment } from './live-assessment.ts';
import type { OriginGroup, PlaceLedger } from './wire.ts';

/** Claims of others that a group denies, by the incidents that all of them are about. */
function deniedBy(
  group: readonly RecordedClaim[],
  incidents: readonly Incident[],
): readonly ClaimId[] {
  const own = new Set(group.map(({ claim }) => claim.id));
  const pointed = group.flatMap(({ claim }) => (claim.kind === 'denial' && claim.about) || []);
  const told = incidents
    .filter(({ denials }) => denials.some((id) => own.has(id)))
    .map(({ claims, denials }) => claims.filter((id) => !denials.includes(id)))
    // A report that tells of a thing and quotes who denies it is no denial.
    .filter((claims) => !claims.some((id) => own.has(id)))
    .flat();
  return [...new Set([...pointed, ...told])].filter((id) => !own.has(id));
}

/** A claim and its copies in other printings of the same origin: the same kind, side and polarity. */
const sameSaying = ({ claim }: RecordedClaim) =>
  `${claim.kind}|${claim.actor?.id ?? claim.actor?.name}|${claim.polarity}|${claim.modality}`;

function groupOf(
  [origin, claims]: readonly [OriginId, readonly RecordedClaim[]],
  incidents: readonly Incident[],
  standing: Standing,
  live: LiveAssessment,
): OriginGroup {
  const reports = [...new Set(claims.map(({ claim }) => claim.report))]
    .map((report) => live.brief(report))
    .sort(
      (a, b) =>
        (a.published ?? '').localeCompare(b.published ?? '') || a.outlet.localeCompare(b.outlet),
    );
  const first = reports[0]?.id;
  const movements = standing.movements.filter((movement) => movement.origin === origin);
  return {
    origin,
    reports,
    claims: claims
      .filter(({ claim }) => claim.report === first)
      .map((recorded) => ({
        view: live.view(recorded),
        copies: claims.filter(
          (other) => other.claim.report !== first && sameSaying(other) === sameSaying(recorded),
        ).length,
      })),
    logOdds: movements.reduce((total, { logOdds }) => total + logOdds, 0),
    counted: movements.some(({ day, logOdds }) => day <= standing.at && logOdds !== 0),
    denies: deniedBy(claims, incidents),
  };
}

const newest = (group: OriginGroup) => group.reports[0]?.published ?? '';

/** Newest first, with each denial right after the group it denies. */
function ordered(groups: readonly OriginGroup[]): readonly OriginGroup[] {
  const own = groups
    .filter(({ denies }) => denies.length === 0)
    .sort((a, b) => newest(b).localeCompare(newest(a)));
  const denials = groups.filter(({ denies }) => denies.length > 0);
  const placed = new Set<OriginId>();
  const result: OriginGroup[] = [];
  for (const group of own) {
    result.push(group);
    const ids = new Set(group.claims.map(({ view }) => view.claim.id));
    for (const denial of denials) {
      if (placed.has(denial.origin) || !denial.denies.some((id) => ids.has(id))) continue;
      placed.add(denial.origin);
      result.push(denial);
    }
  }
  return [
    ...result,
    ...denials
      .filter(({ origin }) => !placed.has(origin))
      .map((group) => ({ ...group, denies: [] })),
  ];
}

function groupsOf(live: LiveAssessment, standing: Standing, asOf: AsOf): readonly OriginGroup[] {
  const named = live.claimsAt(standing.place);
  const reached = standing.claims.flatMap((id) => live.claims.get(id) ?? []);
  const all = [
    ...new Map([...named, ...reached].map((recorded) => [recorded.claim.id, recorded])).values(),
  ];
  const incidents = live.assessor.incidents(asOf, standing.place);
  const byOrigin = new Map<OriginId, RecordedClaim[]>();
  for (const recorded of all) {
    const origin = live.originOf(recorded.claim.report, asOf.known);
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), recorded]);
  }
  return ordered([...byOrigin].map((entry) => groupOf(entry, incidents, standing, live)));
}

const partiesOf = (
  live: LiveAssessment,
  { claimed, beliefs, besieged }: Standing,
): PlaceLedger['parties'] =>
  Object.fromEntries(
    [
      ...claimed.flatMap(({ by, of }) => [by, of]),
      ...beliefs.map(({ state }) => (state.state === 'held' ? state.by : null)),
      besieged?.by ?? null,
    ]
      .filter((id) => id !== null)
      .map((id) => [id, live.holderName(id)]),
  );

/** Longest run of days drawn; what lies outside is in the claims. */
const HISTORY_DAYS = 120;

/** The last of the record where they hold the day that is asked about, else those around it. */
function historyDays(at: Day, { from, to }: { readonly from: Day; readonly to: Day }) {
  const after = addDays(at, HISTORY_DAYS / 2);
  const until = after < to && at < addDays(to, 1 - HISTORY_DAYS) ? after : to;
  const earliest = addDays(until, 1 - HISTORY_DAYS);
  return { from: from < earliest ? earliest : from, until };
}

export function placeLedger(
  live: LiveAssessment,
  place: Place,
  asOf: AsOf,
  days: { readonly from: Day; readonly to: Day },
): PlaceLedger {
  const standing = live.assessor.standing(place.id, asOf);
  const { from, until } = historyDays(asOf.at, days);
  return {
    place,
    standing,
    parties: partiesOf(live, standing),
    groups: groupsOf(live, standing, asOf),
    history: live.assessor.series(place.id, from, until, asOf.known),
  };
}
