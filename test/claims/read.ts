import { day, reportId, type Claim, type Instant, type Report } from '../../src/domain/index.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport, type ReadReport } from '../../src/reader.ts';

export const resources = await loadResources();

export const reportOf = (body: string, title: string | null = null): Report => ({
  id: reportId('r0000000000000000'),
  sha256: '',
  outlet: { basis: 'given', value: 'Example Wire' },
  url: null,
  title,
  byline: null,
  dateline: null,
  published: { basis: 'given', value: day('2021-08-05') },
  captured: '2021-08-05T12:00:00Z' as Instant,
  language: 'en',
  body,
});

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
