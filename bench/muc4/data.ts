import { readFileSync } from 'node:fs';
import type { Report } from '../../src/domain/index.ts';
import { reportOf } from '../report.ts';
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
    report: reportOf(doc, { id }),
    gold: roles,
  }));
}
