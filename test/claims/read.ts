import { reportOf as composed } from '../../bench/report.ts';
import type { Claim, Report } from '../../src/domain/index.ts';
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
