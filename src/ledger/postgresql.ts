import pg from 'pg';
import type { Engine, Row, Run } from './engine.ts';
import { quoteName } from './engine.ts';

/** Enough for a command or a server of one machine; a cluster's pooler sits in front. */
const CONNECTIONS = 4;

const runOn =
  (client: pg.Pool | pg.PoolClient): Run =>
  async ({ text, values }) =>
    (await client.query<Row>(text, [...values])).rows;

/** A PostgreSQL server, 14 or newer, or anything that speaks the same. */
export function postgresqlEngine(url: string, schema: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'dateline',
    connectionTimeoutMillis: 10_000,
    options: `-c search_path=${quoteName(schema)}`,
  });
  // An idle connection that breaks is replaced by the pool; the next query reports what lasts.
  pool.on('error', () => undefined);
  return {
    kind: 'postgresql',
    run: runOn(pool),
    transaction: (work) => inTransaction(pool, work),
    script: async (sql) => {
      await pool.query(sql);
    },
    upkeep: () => Promise.resolve(),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (run: Run) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(runOn(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
