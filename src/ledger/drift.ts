import type { Run } from './engine.ts';
import { MANIFEST } from './manifest.ts';
import { migrationHash } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const COLUMNS = `SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name ||
  CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END AS line
FROM information_schema.columns WHERE table_schema = $1`;

const INDEXES = `SELECT 'index ' || tablename || ' ' ||
  replace(replace(indexdef, ' ON ' || schemaname || '.', ' ON '), ' ON ONLY ', ' ON ') AS line
FROM pg_indexes WHERE schemaname = $1`;

const TRIGGERS = `SELECT DISTINCT 'trigger ' || relname || ' ' || tgname AS line
FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE nspname = $1 AND NOT tgisinternal AND tgenabled <> 'D'`;

/** The schema as it is, one sorted line for each column, index and trigger. */
export async function describeSchema(run: Run, schema: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const text of [COLUMNS, INDEXES, TRIGGERS]) {
    const rows = await run({ text, values: [schema] });
    lines.push(...rows.map((row) => String(row['line']).replaceAll(`"${schema}".`, '')));
  }
  return lines.sort();
}

/** What is missing, what is there besides, and which migrations were not the ones in this program. */
export async function findDrift(run: Run, schema: string): Promise<readonly string[]> {
  const seen = new Set(await describeSchema(run, schema));
  const expected = new Set(MANIFEST);
  const applied = await run({ text: 'SELECT version, sha256 FROM migrations', values: [] });
  const hashes = new Map(applied.map((row) => [Number(row['version']), row['sha256']]));
  return [
    ...MANIFEST.filter((line) => !seen.has(line)).map((line) => `missing: ${line}`),
    ...[...seen].filter((line) => !expected.has(line)).map((line) => `not ours: ${line}`),
    ...MIGRATIONS.filter((step) => hashes.get(step.version) !== migrationHash(step)).map(
      ({ version, name }) => `migration ${version} (${name}) was applied in another form`,
    ),
  ];
}
