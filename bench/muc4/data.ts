import { readFileSync } from 'node:fs';
import { type Instant, type Report, reportId } from '../../src/domain/index.ts';
import type { GoldRoles } from './score.ts';

export interface Muc4Document {
  readonly id: string;
  readonly report: Report;
  readonly gold: GoldRoles;
}

/** One JSON object: reports by their number, each with its text and the fillers of its templates. */
export function readDocuments(file: string): readonly Muc4Document[] {
  const documents = JSON.parse(readFileSync(file, 'utf8')) as Readonly<
    Record<string, { readonly doc: string; readonly roles: GoldRoles }>
  >;
  return Object.entries(documents).map(([id, { doc, roles }]) => ({
    id,
    report: reportOf(id, doc),
    gold: roles,
  }));
}

const reportOf = (id: string, body: string): Report => ({
  id: reportId(id),
  sha256: '',
  outlet: { basis: 'unknown', reason: 'not in the set' },
  url: null,
  title: null,
  byline: null,
  dateline: null,
  published: { basis: 'unknown', reason: 'not in the set' },
  captured: '1992-06-01T00:00:00Z' as Instant,
  language: 'en',
  body,
});
