import type { Claim, Incident, ReportHead } from '../domain/index.ts';
import { supplied, unplacedName } from '../domain/index.ts';
import type { Cell, Codebook, CodebookInput, Column, Row } from './codebook.ts';
import { numbers } from './numbers.ts';

/** A codebook as a data file: `data/codebooks/*.json`, or a user's own. */
export interface MappingFile {
  readonly name: string;
  readonly about: string;
  readonly source: string;
  /** One row for each claim, or for each incident (then `claim` is its earliest claim) and what is told of places not found. */
  readonly unit: 'claim' | 'incident';
  /** Rows are kept when each path named here has one of these values. */
  readonly keep?: Readonly<Record<string, readonly Cell[]>>;
  readonly columns: readonly MappingColumn[];
}

export interface MappingColumn extends Column {
  /** Path into the record, "claim.when.start"; the first of several that has a value. */
  readonly from?: string | readonly string[];
  /** Codes for the values found; a code may depend on a second path, `then`, with "*" for the rest. */
  readonly table?: Readonly<Record<string, Cell | Readonly<Record<string, Cell>>>>;
  readonly then?: string;
  /** What stands where nothing was found, or the table has no such value; null when absent. */
  readonly else?: Cell;
}

/** What a column's path looks into. */
export interface MappingRecord {
  readonly claim: Claim;
  readonly report:
    (ReportHead & { readonly outletName?: string; readonly day?: string }) | undefined;
  readonly incident: Incident | undefined;
  readonly actor: unknown;
  readonly target: unknown;
  /** Numbers by role and unit: `numbers.killed.min`. */
  readonly numbers: ReturnType<typeof numbers>;
}

/** A codebook made of a data file. @throws Error naming the field when the file is not one. */
export function mappingCodebook(file: MappingFile): Codebook {
  checkFile(file);
  return {
    name: file.name,
    about: file.about,
    source: file.source,
    columns: file.columns,
    code: (input) =>
      records(file, input)
        .filter((record) => keeps(file.keep ?? {}, record))
        .map((record) => rowOf(file.columns, record)),
  };
}

function checkFile(file: MappingFile): void {
  const where = `codebook "${file.name}"`;
  if (file.unit !== 'claim' && file.unit !== 'incident')
    throw new Error(`${where}: expected unit "claim" or "incident", saw "${String(file.unit)}"`);
  if (!Array.isArray(file.columns) || file.columns.length === 0)
    throw new Error(`${where}: expected a list of columns, saw none`);
  for (const column of file.columns)
    if (typeof column.name !== 'string' || (column.from === undefined && column.else === undefined))
      throw new Error(
        `${where}: column ${JSON.stringify(column)} needs a name, and "from" or "else"`,
      );
}

function records(file: MappingFile, input: CodebookInput): MappingRecord[] {
  if (file.unit === 'claim') return input.claims.map((claim) => recordOf(claim, undefined, input));
  const byId = new Map(input.claims.map((claim) => [claim.id, claim]));
  const told = input.incidents.flatMap((incident) => {
    const claim = incident.claims.map((id) => byId.get(id)).find((found) => found !== undefined);
    return claim ? [recordOf(claim, incident, input)] : [];
  });
  return [...told, ...unplaced(input.claims).map((claim) => recordOf(claim, undefined, input))];
}

/**
 * An incident has a place. What is told of a place that was not found is a row of its own, without one,
 * once for each who and when: a coder who knows the place would miss it otherwise.
 */
function unplaced(claims: readonly Claim[]): readonly Claim[] {
  const found = new Map<string, Claim>();
  for (const claim of claims) {
    const name = unplacedName(claim.place);
    if (name === undefined) continue;
    const { kind, polarity, modality, actor, target, when } = claim;
    const key = [name, kind, polarity, modality, actor?.name, target?.name, when.start].join('|');
    if (!found.has(key)) found.set(key, claim);
  }
  return [...found.values()];
}

function recordOf(
  claim: Claim,
  incident: Incident | undefined,
  { reports, actor }: CodebookInput,
): MappingRecord {
  const report = reports.get(claim.report);
  return {
    claim,
    report: report && {
      ...report,
      outletName: supplied(report.outlet) ?? '',
      day: supplied(report.published) ?? '',
    },
    incident,
    actor: claim.actor?.id === undefined ? undefined : actor(claim.actor.id),
    target: claim.target?.id === undefined ? undefined : actor(claim.target.id),
    numbers: numbers(claim.amounts),
  };
}

const keeps = (keep: NonNullable<MappingFile['keep']>, record: MappingRecord) =>
  Object.entries(keep).every(([path, values]) => values.includes(cellAt(record, path)));

function rowOf(columns: readonly MappingColumn[], record: MappingRecord): Row {
  return Object.fromEntries(columns.map((column) => [column.name, cellOf(column, record)]));
}

function cellOf(column: MappingColumn, record: MappingRecord): Cell {
  const paths = typeof column.from === 'string' ? [column.from] : (column.from ?? []);
  const found = paths.map((path) => cellAt(record, path)).find((cell) => cell !== null) ?? null;
  if (column.table === undefined || found === null) return found ?? column.else ?? null;
  const code = column.table[String(found)] ?? null;
  if (code === null || typeof code !== 'object') return code ?? column.else ?? null;
  const second = column.then === undefined ? null : cellAt(record, column.then);
  return code[String(second)] ?? code['*'] ?? column.else ?? null;
}

/** Follows "a.b.0.c"; lists of plain values at the end are joined with "; ". */
function cellAt(record: unknown, path: string): Cell {
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Record<string, unknown>)[key];
  }
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(label).join('; ');
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function label(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'name' in value) return label(value.name);
  return JSON.stringify(value);
}
