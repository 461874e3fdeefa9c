/** A step of the schema. Once released it is never edited: a change is a new step. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * Tables carry `report_id`, so that a cluster can shard them by it (Citus:
 * `create_distributed_table('claims', 'report_id')`); unique constraints therefore contain it.
 */
const FIRST = `
CREATE TABLE reports (
  report_id text PRIMARY KEY,
  sha256 text NOT NULL,
  outlet text,
  published date,
  captured timestamptz NOT NULL,
  recorded timestamptz NOT NULL,
  language text NOT NULL,
  unread text,
  head jsonb NOT NULL,
  body text,
  raw bytea,
  CHECK ((unread IS NULL) = (body IS NOT NULL))
);
CREATE INDEX reports_recorded ON reports (recorded, report_id);
CREATE INDEX reports_published ON reports (published);

CREATE TABLE claims (
  report_id text NOT NULL REFERENCES reports (report_id),
  claim_id text NOT NULL,
  ordinal integer NOT NULL,
  recorded timestamptz NOT NULL,
  kind text NOT NULL,
  place_id text,
  places text[] NOT NULL,
  country_id text,
  actor_id text,
  side_id text,
  target_id text,
  happened_from date,
  happened_to date,
  day date NOT NULL,
  said date NOT NULL,
  modality text NOT NULL,
  polarity text NOT NULL,
  outlet text,
  sources text NOT NULL,
  evidence text NOT NULL,
  confidence real NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (report_id, claim_id)
);
CREATE INDEX claims_claim ON claims (claim_id);
CREATE INDEX claims_marks ON claims (place_id, day DESC, said, claim_id)
  INCLUDE (report_id, kind, actor_id, side_id, modality, polarity, confidence);
CREATE INDEX claims_places ON claims USING gin (places);
CREATE INDEX claims_kind ON claims (kind, day);
CREATE INDEX claims_side ON claims (side_id, day);
CREATE INDEX claims_day ON claims (day);
CREATE INDEX claims_said ON claims (said);
CREATE INDEX claims_recorded ON claims (recorded);

CREATE TABLE claimed_places (
  place_id text PRIMARY KEY,
  country_id text NOT NULL
);
CREATE INDEX claimed_places_country ON claimed_places (country_id);

CREATE TABLE problems (
  report_id text NOT NULL REFERENCES reports (report_id),
  ordinal integer NOT NULL,
  code text NOT NULL,
  message text NOT NULL,
  PRIMARY KEY (report_id, ordinal)
);

CREATE TABLE reviews (
  report_id text NOT NULL REFERENCES reports (report_id),
  ordinal integer NOT NULL,
  claim_id text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('retracted', 'restored', 'confirmed', 'noted')),
  reason text NOT NULL,
  reviewer text NOT NULL,
  recorded timestamptz NOT NULL,
  PRIMARY KEY (report_id, ordinal)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only: % of % is refused', TG_OP, TG_TABLE_NAME
    USING HINT = 'A correction is a new entry: write a review.';
END $$;
`;

const APPEND_ONLY = ['reports', 'claims', 'claimed_places', 'problems', 'reviews'];

const triggers = (tables: readonly string[]) =>
  tables
    .map(
      (table) =>
        `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}\n` +
        `  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
    )
    .join('\n');

/** What users fix of sources: few rows, the same on every node of a cluster. */
const PINS = `
CREATE TABLE pins (
  entry bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  grade text CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F')),
  reliability double precision CHECK (reliability BETWEEN 0 AND 1),
  reason text NOT NULL,
  reviewer text NOT NULL,
  recorded timestamptz NOT NULL,
  CHECK (grade IS NULL OR reliability IS NULL)
);
`;

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'reports, claims, problems, reviews', sql: FIRST + triggers(APPEND_ONLY) },
  { version: 2, name: 'pins', sql: PINS + triggers(['pins']) },
];
