import { createHash } from 'node:crypto';
import { type Engine, quoteName, type Run } from './engine.ts';
import { LedgerError } from './errors.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';

const APPLIED = `
CREATE TABLE IF NOT EXISTS migrations (
  version integer PRIMARY KEY,
  name text NOT NULL,
  sha256 text NOT NULL,
  applied timestamptz NOT NULL DEFAULT now()
)`;

export const migrationHash = ({ sql }: Migration): string =>
  createHash('sha256').update(sql).digest('hex');

async function versionOf(run: Run, schema: string): Promise<number> {
  const present = await run({
    text: 'SELECT 1 FROM information_schema.tables WHERE table_schema = $1 AND table_name = $2',
    values: [schema, 'migrations'],
  });
  if (present.length === 0) return 0;
  const rows = await run({ text: 'SELECT max(version) AS version FROM migrations', values: [] });
  return Number(rows[0]?.['version'] ?? 0);
}

/** Brings the schema up to date; several processes may try at once, one does it. */
export async function migrate(engine: Engine, schema: string): Promise<void> {
  const newest = MIGRATIONS.at(-1)!.version;
  const current = await versionOf(engine.run, schema);
  if (current > newest) {
    throw new LedgerError(
      'newer-schema',
      `the ledger has schema ${current}; this Dateline knows schema ${newest}`,
      'Use the newer Dateline that wrote it.',
    );
  }
  if (current === newest) return;
  await engine.transaction(async (run) => {
    const one = async (text: string, values: readonly unknown[] = []) => run({ text, values });
    await one('SELECT pg_advisory_xact_lock(hashtext($1))', [`dateline:${schema}`]);
    await one(`CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)}`);
    await one(APPLIED);
    const now = await versionOf(run, schema);
    for (const step of MIGRATIONS.filter(({ version }) => version > now)) {
      for (const statement of statements(step.sql)) await one(statement);
      await one('INSERT INTO migrations (version, name, sha256) VALUES ($1, $2, $3)', [
        step.version,
        step.name,
        migrationHash(step),
      ]);
    }
  });
}

/** One by one: the extended protocol takes a single statement. `$$` bodies stay whole. */
export function statements(sql: string): readonly string[] {
  const parts = sql.split('$$');
  const marked = parts.map((part, i) => (i % 2 === 1 ? part : part.replaceAll(';', '\0')));
  return marked
    .join('$$')
    .split('\0')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
