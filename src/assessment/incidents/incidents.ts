import type {
  ActorId,
  AmountRange,
  Claim,
  ClaimId,
  Incident,
  IncidentGroup,
  OriginId,
  PlaceId,
} from '../../domain/index.ts';
import { dayFromNumber, incidentId } from '../../domain/index.ts';
import type { IncidentParameters } from '../parameters.ts';
import { amountsOf } from './amounts.ts';
import { BY_ACTOR } from './groups.ts';

/** A claim as the clustering sees it. Days are whole days since 1970-01-01. */
export interface Told {
  readonly claim: Claim;
  readonly group: IncidentGroup;
  /** Place with a district centre counted as its district. */
  readonly area: PlaceId;
  readonly place: PlaceId;
  readonly actor: ActorId | null;
  readonly target: ActorId | null;
  readonly start: number;
  readonly end: number;
  readonly said: number;
  /** A denial, or the same said not to have happened. */
  readonly denies: boolean;
}

/** Where a claim came from: asked for only when its incident is shown. */
export interface Trace {
  readonly originsOf: (claim: Claim) => readonly OriginId[];
  /** Key of the person or side quoted; null when nobody is named. */
  readonly speakerOf: (claim: Claim) => string | null;
}

type Cluster = Told[];

const compareTold = (a: Told, b: Told) =>
  a.start - b.start || a.end - b.end || (a.claim.id < b.claim.id ? -1 : 1);

/**
 * The incidents of one area and group. Claims are cut into runs without a gap longer than the
 * group's; what names no actor, or spans a long time, joins a run only when just one fits. The same
 * claims give the same incidents in whatever order they came.
 */
export function incidentsOf(
  told: readonly Told[],
  trace: Trace,
  parameters: IncidentParameters,
): Incident[] {
  const sorted = [...told].sort(compareTold);
  const denials = sorted.filter(({ denies }) => denies);
  const happened = sorted.filter(({ denies }) => !denies);
  const vague = (item: Told) =>
    item.end - item.start > parameters.wideDays.value ||
    (item.actor === null && BY_ACTOR.has(item.group));
  const clusters = [
    ...groupBy(
      happened.filter((item) => !vague(item)),
      actorKey,
    ).values(),
  ]
    .flatMap((items) => runs(items, parameters))
    .flatMap((run) => (run[0]!.group === 'violence' ? byToll(run, parameters) : [run]));
  attach(happened.filter(vague), clusters, parameters);
  return clusters
    .map((cluster) => toIncident(cluster, denials, trace, parameters))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1));
}

const actorKey = ({ group, actor }: Told) => (BY_ACTOR.has(group) ? (actor ?? '') : '');

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list) list.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function runs(items: readonly Told[], { gapDays }: IncidentParameters): Cluster[] {
  const clusters: Cluster[] = [];
  let end = -Infinity;
  for (const item of items) {
    if (item.start - end > gapDays[item.group].value) clusters.push([]);
    clusters.at(-1)!.push(item);
    end = Math.max(end, item.end);
  }
  return clusters;
}

/** Attacks of one day in one place whose tolls differ too much are different attacks. */
function byToll(run: Cluster, { amountRatio }: IncidentParameters): Cluster[] {
  const toll = ({ claim }: Told) =>
    claim.amounts.find(({ role, min }) => role === 'killed' && min > 0)?.min;
  const counted = run.filter((item) => toll(item) !== undefined);
  counted.sort((a, b) => toll(a)! - toll(b)! || compareTold(a, b));
  const clusters: Cluster[] = [];
  let last = -Infinity;
  for (const item of counted) {
    if (toll(item)! > last * amountRatio.value || clusters.length === 0) clusters.push([]);
    clusters.at(-1)!.push(item);
    last = toll(item)!;
  }
  if (clusters.length === 0) return [run];
  const largest = clusters.reduce((a, b) => (b.length > a.length ? b : a));
  largest.push(...run.filter((item) => toll(item) === undefined));
  return clusters;
}

function attach(items: readonly Told[], clusters: Cluster[], parameters: IncidentParameters) {
  const settled = clusters.map((cluster) => ({ cluster, span: spanOf(cluster) }));
  const alone: Told[] = [];
  for (const item of items) {
    const gap = parameters.gapDays[item.group].value;
    const fitting = settled.filter(
      ({ cluster, span }) =>
        item.start - gap <= span.end &&
        item.end + gap >= span.start &&
        (item.actor === null || actorKey(item) === actorKey(cluster[0]!)),
    );
    if (fitting.length === 1) fitting[0]!.cluster.push(item);
    else alone.push(item);
  }
  clusters.push(
    ...[...groupBy(alone, actorKey).values()].flatMap((rest) => runs(rest, parameters)),
  );
}

const spanOf = (cluster: Cluster) => ({
  start: Math.min(...cluster.map(({ start }) => start)),
  end: Math.max(...cluster.map(({ end }) => end)),
});

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

function toIncident(
  cluster: Cluster,
  denials: readonly Told[],
  { originsOf, speakerOf }: Trace,
  { gapDays }: IncidentParameters,
): Incident {
  cluster.sort(compareTold);
  const first = cluster.reduce((a, b) =>
    b.said < a.said || (b.said === a.said && b.claim.id < a.claim.id) ? b : a,
  );
  const exact = cluster.filter(({ start, end }) => end - start <= 1);
  const { start, end } = spanOf(exact.length > 0 ? exact : cluster);
  const { group } = first;
  const near = gapDays[group].value;
  const denied = denials.filter(
    (item) =>
      item.start - near <= end &&
      item.end + near >= start &&
      (item.actor === null || !BY_ACTOR.has(group) || item.actor === first.actor),
  );
  const claims = cluster.map(({ claim }) => claim);
  return {
    id: incidentId(`i${first.claim.id.slice(1)}`),
    group,
    kinds: unique(claims.map(({ kind }) => kind)).sort(),
    place: first.place,
    actor: most(cluster.map(({ actor }) => actor)),
    target: most(cluster.map(({ target }) => target)),
    start: dayFromNumber(start),
    end: dayFromNumber(end),
    claims: claims.map(({ id }): ClaimId => id),
    reports: unique(claims.map(({ report }) => report)).sort(),
    origins: unique(claims.map((claim) => originsOf(claim)[0]!)).sort(),
    speakers: unique(claims.flatMap((claim) => speakerOf(claim) ?? [])).sort(),
    denials: denied.map(({ claim }) => claim.id),
    amounts: amountsOf(claims, originsOf) satisfies readonly AmountRange[],
  };
}

/** The one named most often, then first by name. */
function most(actors: readonly (ActorId | null)[]): ActorId | null {
  const counts = new Map<ActorId, number>();
  for (const actor of actors) if (actor !== null) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted[0]?.[0] ?? null;
}
