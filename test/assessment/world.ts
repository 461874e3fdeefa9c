import { actorSides, placeTree } from '../../src/assessment/context.ts';
import type { AssessmentContext } from '../../src/assessment/types.ts';
import { Assessor } from '../../src/assessment/assessor.ts';
import {
  actorId,
  addDays,
  claimId,
  day,
  impliedTime,
  isResolved,
  placeId,
  reportId,
  statedTime,
  type Actor,
  type ChainLink,
  type Claim,
  type Day,
  type Instant,
  type Place,
  type RecordedClaim,
  type ReportHead,
  type ReportId,
} from '../../src/domain/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';

const actors: Actor[] = [
  { id: actorId('government'), name: 'Government', kind: 'state', country: 'XX', aliases: [] },
  {
    id: actorId('army'),
    name: 'Army of Exland',
    kind: 'force',
    country: 'XX',
    side: actorId('government'),
    aliases: [],
  },
  { id: actorId('rebels'), name: 'Rebels', kind: 'armed-group', country: 'XX', aliases: ['Front'] },
  { id: actorId('militia'), name: 'Militia', kind: 'armed-group', country: 'XX', aliases: [] },
];

const place = (id: string, level: Place['level'], within: string[], capitalOf?: string): Place => ({
  id: placeId(id),
  name: id,
  level,
  path: [...within, id],
  within: within.map(placeId),
  lat: 10,
  lon: 20,
  country: 'XX',
  population: 1000,
  ...(capitalOf === undefined ? {} : { capitalOf: placeId(capitalOf) }),
});

export const places: Place[] = [
  place('Exland', 'country', []),
  place('North', 'province', ['Exland']),
  place('South', 'province', ['Exland']),
  place('Harbour', 'district', ['Exland', 'North']),
  place('Ridge', 'district', ['Exland', 'North']),
  place('Harbour Town', 'settlement', ['Exland', 'North', 'Harbour'], 'North'),
  place('Millbridge', 'settlement', ['Exland', 'North', 'Ridge']),
  place('Fordham', 'settlement', ['Exland', 'South']),
];

export const parameters = await loadParameters();

export const context: AssessmentContext = {
  places: placeTree(places),
  actors: actorSides(actors),
  parameters,
};

export const D0 = day('2020-05-01');

export const reference = (name: string) => {
  const id = actors.find((actor) => actor.id === name || actor.name === name)?.id;
  const span = { text: name, start: 0, end: name.length };
  return id === undefined ? { name, ...span } : { name, id, ...span };
};

export interface Told {
  readonly id?: string;
  readonly report?: string;
  readonly kind?: Claim['kind'];
  readonly place?: string;
  readonly part?: string;
  readonly actor?: string | null;
  readonly target?: string;
  /** Days after `D0`; `undefined` leaves the day implied. */
  readonly on?: number;
  /** Days after `D0` on which the report was published. */
  readonly published?: number;
  readonly modality?: Claim['modality'];
  readonly polarity?: Claim['polarity'];
  readonly stance?: Claim['stance'];
  readonly speaker?: string | ChainLink;
  readonly outlet?: string;
  readonly amounts?: Claim['amounts'];
  readonly fingerprint?: ReportHead['fingerprint'];
}

let serial = 0;

export interface Entry {
  readonly claim: RecordedClaim;
  readonly report: ReportHead;
}

/** A claim with its report, in the fewest words: what is left out is plain and stated. */
export function told(part: Told): Entry {
  serial++;
  const name = part.place ?? 'Millbridge';
  const found = places.find(({ id }) => id === name)!;
  const published = addDays(D0, part.published ?? part.on ?? 0);
  const report = part.report ?? `report-${serial}`;
  const outlet = part.outlet ?? `Outlet ${report}`;
  const speaker: ChainLink[] =
    part.speaker === undefined
      ? []
      : [typeof part.speaker === 'string' ? { role: 'speaker', name: part.speaker } : part.speaker];
  const claim: Claim = {
    id: claimId(part.id ?? `c${serial}`),
    report: reportId(report),
    kind: part.kind ?? 'control.captured',
    actor: part.actor === null ? null : reference(part.actor ?? 'rebels'),
    target: part.target === undefined ? null : reference(part.target),
    place: {
      name: found.name,
      id: found.id,
      path: found.path,
      lat: found.lat,
      lon: found.lon,
      precision: found.level,
      text: found.name,
      start: 0,
      end: found.name.length,
      confidence: 1,
      ...(part.part === undefined ? {} : { part: part.part }),
    },
    when:
      part.on === undefined
        ? impliedTime(published)
        : statedTime(addDays(D0, part.on), addDays(D0, part.on), 'on that day'),
    said: impliedTime(published),
    amounts: part.amounts ?? [],
    polarity: part.polarity ?? 'positive',
    modality: part.modality ?? 'stated',
    stance: part.stance ?? 'says',
    chain: [...speaker, { role: 'outlet', name: outlet }],
    evidence: { start: 0, end: 0, exact: '', prefix: '', suffix: '' },
    rule: 'test',
    confidence: 1,
  };
  return {
    claim: { claim, recorded: `${published}T12:00:00Z` as Instant },
    report: head(reportId(report), published, outlet, part.fingerprint),
  };
}

function head(
  id: ReportId,
  published: Day,
  outlet: string,
  fingerprint: ReportHead['fingerprint'],
): ReportHead {
  return {
    id,
    sha256: id,
    outlet: { basis: 'given', value: outlet },
    url: null,
    title: null,
    byline: null,
    dateline: null,
    published: { basis: 'given', value: published },
    captured: `${published}T12:00:00Z` as Instant,
    language: 'en',
    ...(fingerprint ? { fingerprint } : {}),
  };
}

export function assessorOf(entries: readonly Entry[], pins?: AssessmentContext['pins']): Assessor {
  const assessor = new Assessor(pins ? { ...context, pins } : context);
  addAll(assessor, entries);
  return assessor;
}

export function addAll(assessor: Assessor, entries: readonly Entry[]) {
  for (const { claim, report } of entries) assessor.add({ claims: [claim], reports: [report] });
}

export const on = (offset: number) => addDays(D0, offset);

/** Probability that `by` holds `place` on day `at`, as known on day `known`. */
export function held(
  assessor: Assessor,
  by: string,
  at: number,
  options: { known?: number; place?: string } = {},
) {
  const { known = at, place: name = 'Millbridge' } = options;
  const { beliefs } = assessor.standing(placeId(name), { at: on(at), known: on(known) });
  return beliefs.find(({ state }) => state.state === 'held' && state.by === by)?.probability ?? 0;
}

export function believed(
  assessor: Assessor,
  state: 'contested' | 'unknown',
  at: number,
  place = 'Millbridge',
) {
  const { beliefs } = assessor.standing(placeId(place), { at: on(at), known: on(at) });
  return beliefs.find((belief) => belief.state.state === state)!.probability;
}

export const placesOf = (entries: readonly Entry[]) =>
  new Set(
    entries.flatMap(({ claim }) => (isResolved(claim.claim.place) ? claim.claim.place.id : [])),
  );
