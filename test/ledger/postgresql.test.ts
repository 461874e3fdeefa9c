import { afterAll, beforeAll } from 'vitest';
import { actorId } from '../../src/domain/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { postgresqlEngine } from '../../src/ledger/postgresql.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { ledgerContract } from './contract.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

ledgerContract('postgresql', async ({ schema, now, within }) => {
  const directory = { within, side: () => actorId('side-of-all') };
  const options = { database: server.url, schema, now, directory };
  // Both at once: the first to come makes the tables, the other waits for it.
  const [ledger, second] = await Promise.all([openLedger(options), openLedger(options)]);
  return {
    ledger,
    second,
    sql: async (text) => {
      const engine = postgresqlEngine(server.url, schema);
      try {
        await engine.script(text);
      } finally {
        await engine.close();
      }
    },
  };
});
