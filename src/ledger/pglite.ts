import { PGlite } from '@electric-sql/pglite';
import { DurableFolder } from './durable-folder.ts';
import type { Engine, Row, Run } from './engine.ts';
import { quoteName } from './engine.ts';

/**
 * Everything PGlite starts with except `-F`, which would turn fsync off. The log is kept short: after
 * a crash it is replayed, and until then it takes space.
 */
const startParams = () => [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  // The default, fdatasync, does nothing under WebAssembly.
  'wal_sync_method=fsync',
  '-c',
  'max_wal_size=96MB',
  '-c',
  'min_wal_size=32MB',
];

/** Opens PostgreSQL in this process on a folder; `undefined` keeps it in memory (tests). */
export async function openPglite(folder: string | undefined): Promise<PGlite> {
  const settings = { startParams: startParams(), relaxedDurability: false };
  if (folder === undefined) return PGlite.create(settings);
  return new DurableFolder(folder).open(settings);
}

const runOn =
  (query: (text: string, values: unknown[]) => Promise<{ rows: Row[] }>): Run =>
  async ({ text, values }) =>
    (await query(text, [...values])).rows;

/** An engine over one PGlite, which several schemas may share. */
export async function pgliteEngine(
  database: PGlite,
  schema: string,
  close: () => Promise<void>,
): Promise<Engine> {
  // One schema at a time: those who share a database (tests) open them one after the other.
  await database.exec(`SET search_path TO ${quoteName(schema)}`);
  return {
    kind: 'pglite',
    run: runOn((text, values) => database.query<Row>(text, values)),
    transaction: (work) =>
      database.transaction((inside) =>
        work(runOn((text, values) => inside.query<Row>(text, values))),
      ),
    script: async (sql) => {
      await database.exec(sql);
    },
    upkeep: async () => {
      // Marks the new pages as visible to all, without which no query is answered from an index
      // alone; nothing is ever deleted, so indexes need no cleaning.
      await database.exec('VACUUM (ANALYZE, INDEX_CLEANUP OFF) claims, claimed_places, reports');
    },
    close,
  };
}
