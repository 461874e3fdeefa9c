import { CLAIM_KINDS } from '../domain/index.ts';
import type { Statement } from './engine.ts';
import type { ClaimQuery, MapQuery } from './ledger.ts';

/** Collects values; gives back `$1`, `$2`, … */
class Values {
  readonly list: unknown[] = [];
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

export const INSTANT = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const ORDER = { happened: 'day', said: 'said', recorded: 'recorded' } as const;

/** The special characters of LIKE stand for themselves. */
const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The last word on a claim, or on its whole report (claim ''), decides. */
const RETRACTED = (by: string | null) => `SELECT report_id, claim_id FROM (
    SELECT DISTINCT ON (report_id, claim_id) report_id, claim_id, verdict FROM reviews
    WHERE verdict IN ('retracted', 'restored')${by === null ? '' : ` AND recorded <= ${by}`}
    ORDER BY report_id, claim_id, ordinal DESC) last WHERE verdict = 'retracted'`;

export function notRetracted(by: string | null): string {
  const gone = RETRACTED(by);
  return (
    `NOT EXISTS (SELECT 1 FROM (${gone}) gone WHERE gone.report_id = c.report_id AND gone.claim_id = c.claim_id)` +
    ` AND NOT EXISTS (SELECT 1 FROM (${gone}) gone WHERE gone.report_id = c.report_id AND gone.claim_id = '')`
  );
}

/** Groups become the kinds in them: "control" all that begin with "control.". */
function kindCondition(kinds: readonly string[], values: Values): string {
  const all = CLAIM_KINDS.filter((kind) =>
    kinds.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)),
  );
  return `c.kind = ANY(${values.add(all)}::text[])`;
}

function conditions(query: ClaimQuery, values: Values): readonly string[] {
  const found: string[] = [];
  const when = (value: unknown, sql: (parameter: string) => string) => {
    if (value !== undefined) found.push(sql(values.add(value)));
  };
  if (query.kinds && query.kinds.length > 0) found.push(kindCondition(query.kinds, values));
  when(query.place, (p) => `c.place_id = ${p}`);
  when(query.inside && [query.inside], (p) => `c.places @> ${p}::text[]`);
  when(query.actor, (p) => `c.actor_id = ${p}`);
  when(query.side, (p) => `c.side_id = ${p}`);
  when(query.outlet, (p) => `lower(c.outlet) = lower(${p})`);
  when(query.source && containing(query.source), (p) => `c.sources ILIKE ${p}`);
  when(query.text && containing(query.text), (p) => `c.evidence ILIKE ${p}`);
  when(query.modality, (p) => `c.modality = ${p}`);
  when(query.polarity, (p) => `c.polarity = ${p}`);
  when(query.report, (p) => `c.report_id = ${p}`);
  when(query.from, (p) => `c.day >= ${p}::date`);
  when(query.to, (p) => `coalesce(c.happened_from, c.day) <= ${p}::date`);
  when(query.saidBy, (p) => `c.said <= ${p}::date`);
  when(query.recordedBy, (p) => `c.recorded <= ${p}::timestamptz`);
  if (query.withRetracted !== true) {
    const by =
      query.recordedBy === undefined ? null : `${values.add(query.recordedBy)}::timestamptz`;
    found.push(notRetracted(by));
  }
  return found;
}

const where = (found: readonly string[]) =>
  found.length === 0 ? '' : `\nWHERE ${found.join('\n  AND ')}`;

export function selectClaims(query: ClaimQuery): Statement {
  const values = new Values();
  const found = conditions(query, values);
  const direction = query.descending === true ? 'DESC' : 'ASC';
  const order = [ORDER[query.order ?? 'recorded'], 'recorded', 'report_id', 'ordinal']
    .filter((column, i, all) => all.indexOf(column) === i)
    .map((column) => `c.${column} ${direction}`)
    .join(', ');
  const limit = query.limit === undefined ? '' : `\nLIMIT ${values.add(query.limit)}::int`;
  const offset = query.offset === undefined ? '' : `\nOFFSET ${values.add(query.offset)}::int`;
  return {
    text: `SELECT c.data, ${INSTANT('c.recorded')} AS recorded\nFROM claims c${where(found)}\nORDER BY ${order}${limit}${offset}`,
    values: values.list,
  };
}

export function countClaims(query: ClaimQuery): Statement {
  const values = new Values();
  const found = conditions(query, values);
  return { text: `SELECT count(*)::int AS n\nFROM claims c${where(found)}`, values: values.list };
}

export interface Retracted {
  readonly report: string;
  /** Empty for the whole report. */
  readonly claim: string;
}

export const selectRetracted = (): Statement => ({
  text: RETRACTED(null),
  values: [],
});

function except(retracted: readonly Retracted[], values: Values): string {
  const claims = retracted.flatMap(({ claim }) => (claim === '' ? [] : [claim]));
  const reports = retracted.flatMap(({ report, claim }) => (claim === '' ? [report] : []));
  const parts = [
    ...(claims.length > 0 ? [` AND c.claim_id <> ALL(${values.add(claims)}::text[])`] : []),
    ...(reports.length > 0 ? [` AND c.report_id <> ALL(${values.add(reports)}::text[])`] : []),
  ];
  return parts.join('');
}

const MARKS_A_PLACE = 5;

/**
 * The newest marks of every place, one walk down an index for each place: the cost follows the
 * number of places, not of claims. One JSON array as text: both engines hand that over fastest.
 */
export function selectMarks(query: MapQuery, retracted: readonly Retracted[]): Statement {
  const values = new Values();
  const [at, known] = [values.add(query.at), values.add(query.known)];
  const kinds = query.kinds === undefined ? '' : ` AND ${kindCondition(query.kinds, values)}`;
  const limit = values.add(query.perPlace ?? MARKS_A_PLACE);
  const country =
    query.country === undefined ? '' : `\nWHERE p.country_id = ${values.add(query.country)}`;
  return {
    text: `
SELECT coalesce(json_agg(json_build_array(m.claim_id, m.report_id, p.place_id, m.kind, m.actor_id,
  m.side_id, m.day, m.said, m.modality, m.polarity, m.confidence)), '[]')::text AS marks
FROM claimed_places p
CROSS JOIN LATERAL (
  SELECT * FROM claims c
  WHERE c.place_id = p.place_id AND c.day <= ${at}::date AND c.said <= ${known}::date${kinds}
${except(retracted, values)}
  ORDER BY c.day DESC, c.said, c.claim_id LIMIT ${limit}::int
) m${country}`,
    values: values.list,
  };
}
