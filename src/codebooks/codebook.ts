import type { Actor, ActorId, Claim, Incident, ReportHead, ReportId } from '../domain/index.ts';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** What a codebook is given. Incidents may be empty when only claims are coded. */
export interface CodebookInput {
  readonly claims: readonly Claim[];
  readonly reports: ReadonlyMap<ReportId, ReportHead>;
  readonly incidents: readonly Incident[];
  readonly actor: (id: ActorId) => Actor | undefined;
}

export interface Column {
  readonly name: string;
  readonly about: string;
  /** HXL hashtag with attributes, https://hxlstandard.org/standard/1-1final/. */
  readonly hxl?: string;
}

/** Somebody's coding scheme. Pure: the same input gives the same rows, in the input's order. */
export interface Codebook {
  readonly name: string;
  readonly about: string;
  /** Where the scheme is described. */
  readonly source: string;
  readonly columns: readonly Column[];
  code(input: CodebookInput): readonly Row[];
}
