import { reportOf as composed } from '../../bench/report.ts';
import { isResolved, type Claim, type Report } from '../../src/domain/index.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport, type ReadReport } from '../../src/reader.ts';

export const resources = await loadResources();

export const reportOf = (body: string, title: string | null = null): Report =>
  composed(body, { title, outlet: 'Example Wire', published: '2021-08-05' });

export const read = (body: string, title: string | null = null): ReadReport =>
  readReport(reportOf(body, title), resources);

export const claimsIn = (body: string): readonly Claim[] => read(body).claims;

/** What a claim says, in one line: for messages of failing tests. */
export const line = ({ kind, actor, place, facility, polarity, modality, rule }: Claim): string =>
  [
    kind,
    actor?.name ?? '-',
    'id' in place ? place.name : `?${place.text}`,
    facility ?? '',
    polarity,
    modality,
    rule,
  ].join(' | ');

/** The side a claim's actor fights on, as the lists have it; else the actor. */
export const sideOf = ({ actor }: Claim): string =>
  (actor?.id === undefined ? undefined : resources.actors.get(actor.id)?.side) ??
  actor?.side ??
  actor?.id ??
  actor?.name ??
  '-';

/** "captured m23 Goma": who did what to the place. */
export const controlLine = (claim: Claim): string =>
  `${claim.kind.slice('control.'.length)} ${sideOf(claim)} ${isResolved(claim.place) ? claim.place.name : `?${claim.place.text}`}`;
