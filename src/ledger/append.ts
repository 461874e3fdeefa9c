import {
  type Claim,
  type Day,
  dayOf,
  type Instant,
  isResolved,
  type PlaceId,
  supplied,
} from '../domain/index.ts';
import type { Statement } from './engine.ts';
import { type Directory, isReadReport, type LedgerEntry } from './ledger.ts';

/** Values PostgreSQL's JSON cannot hold: an escaped NUL, an escaped half of a surrogate pair. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89ab][0-9a-f]{2}|d[c-f][0-9a-f]{2})/gi;

/** JSON as PostgreSQL takes it. Well-formed pairs are never escaped by `JSON.stringify`. */
export const storable = (value: unknown): string =>
  JSON.stringify(value).replace(UNSTORABLE, '$1\\ufffd');

const RECORDSET = 'jsonb_to_recordset($1::jsonb)';

const headOf = (report: LedgerEntry['report'], directory: Directory) => {
  if (!isReadReport(report)) return report;
  const { body: _, ...head } = report;
  return directory.fingerprint ? { ...head, fingerprint: directory.fingerprint(report) } : head;
};

const reportRow = ({ report, raw }: LedgerEntry, recorded: Instant, directory: Directory) => {
  return {
    report_id: report.id,
    sha256: report.sha256,
    outlet: (report.outlet && supplied(report.outlet)) ?? null,
    published: (report.published && supplied(report.published)) ?? null,
    captured: report.captured,
    recorded,
    language: report.language ?? 'und',
    unread: 'unread' in report ? report.unread : null,
    head: headOf(report, directory),
    body: isReadReport(report) ? report.body : null,
    raw: raw === null ? null : Buffer.from(raw).toString('base64'),
  };
};

/** Writes reports that are new; gives back the ids of those. */
export function insertReports(
  entries: readonly LedgerEntry[],
  recorded: Instant,
  directory: Directory,
): Statement {
  return {
    text: `
INSERT INTO reports
SELECT report_id, sha256, outlet, published, captured, recorded, language, unread, head, body,
  decode(raw, 'base64')
FROM ${RECORDSET} AS given (report_id text, sha256 text, outlet text, published date,
  captured timestamptz, recorded timestamptz, language text, unread text, head jsonb, body text,
  raw text)
ON CONFLICT (report_id) DO NOTHING
RETURNING report_id`,
    values: [storable(entries.map((entry) => reportRow(entry, recorded, directory)))],
  };
}

interface Filing {
  readonly entry: LedgerEntry;
  readonly recorded: Instant;
  readonly directory: Directory;
}

/** When the words were out: publication, else when the source spoke, else when the ledger learned it. */
function saidDay(claim: Claim, { entry, recorded }: Filing): Day {
  const { published } = entry.report;
  const spoken = claim.said.basis === 'unknown' ? undefined : claim.said.end;
  return (published && supplied(published)) ?? spoken ?? dayOf(recorded);
}

function pathOf(claim: Claim, directory: Directory): readonly PlaceId[] {
  if (isResolved(claim.place)) return [...directory.within(claim.place.id), claim.place.id];
  const { within } = claim.place;
  return within === undefined ? [] : [...directory.within(within), within];
}

function claimRow(claim: Claim, ordinal: number, filing: Filing) {
  const { entry, recorded, directory } = filing;
  const places = pathOf(claim, directory);
  const said = saidDay(claim, filing);
  const actor = claim.actor?.id ?? null;
  return {
    report_id: claim.report,
    claim_id: claim.id,
    ordinal,
    recorded,
    kind: claim.kind,
    place_id: isResolved(claim.place) ? claim.place.id : null,
    places,
    country_id: places[0] ?? null,
    actor_id: actor,
    side_id: claim.actor?.side ?? (actor === null ? null : (directory.side(actor) ?? actor)),
    target_id: claim.target?.id ?? null,
    happened_from: claim.when.start,
    happened_to: claim.when.end,
    day: claim.when.end ?? said,
    said,
    modality: claim.modality,
    polarity: claim.polarity,
    outlet: (entry.report.outlet && supplied(entry.report.outlet)) ?? null,
    sources: claim.chain.map(({ name }) => name).join('\n'),
    evidence: claim.evidence.exact,
    confidence: claim.confidence,
    data: claim,
  };
}

export function insertClaims(
  entries: readonly LedgerEntry[],
  recorded: Instant,
  directory: Directory,
): readonly Statement[] {
  const rows = entries.flatMap((entry) =>
    entry.claims.map((claim, i) => claimRow(claim, i, { entry, recorded, directory })),
  );
  if (rows.length === 0) return [];
  const places = new Map(
    rows.flatMap(({ place_id, country_id }) =>
      place_id === null ? [] : [[place_id, { place_id, country_id }]],
    ),
  );
  return [
    {
      text: `
INSERT INTO claims
SELECT report_id, claim_id, ordinal, recorded, kind, place_id,
  ARRAY(SELECT jsonb_array_elements_text(places)), country_id, actor_id, side_id, target_id,
  happened_from, happened_to, day, said, modality, polarity, outlet, sources, evidence,
  confidence, data
FROM ${RECORDSET} AS given (report_id text, claim_id text, ordinal integer, recorded timestamptz,
  kind text, place_id text, places jsonb, country_id text, actor_id text, side_id text,
  target_id text, happened_from date, happened_to date, day date, said date, modality text,
  polarity text, outlet text, sources text, evidence text, confidence real, data jsonb)`,
      values: [storable(rows)],
    },
    ...(places.size === 0 ? [] : [insertPlaces([...places.values()])]),
  ];
}

/** Sorted, so that two writers take the same locks in the same order. */
function insertPlaces(
  places: readonly { readonly place_id: PlaceId; readonly country_id: PlaceId | null }[],
): Statement {
  return {
    text: `
INSERT INTO claimed_places
SELECT place_id, country_id
FROM ${RECORDSET} AS given (place_id text, country_id text)
ORDER BY place_id
ON CONFLICT (place_id) DO NOTHING`,
    values: [storable(places)],
  };
}

export function insertProblems(entries: readonly LedgerEntry[]): readonly Statement[] {
  const rows = entries.flatMap(({ report, problems }) =>
    problems.map(({ code, message }, ordinal) => ({
      report_id: report.id,
      ordinal,
      code,
      message,
    })),
  );
  if (rows.length === 0) return [];
  const text = `
INSERT INTO problems
SELECT report_id, ordinal, code, message
FROM ${RECORDSET} AS given (report_id text, ordinal integer, code text, message text)`;
  return [{ text, values: [storable(rows)] }];
}
