import { join } from 'node:path';
import { actorId } from '../../src/domain/index.ts';
import { migrate } from '../../src/ledger/migrate.ts';
import { openPglite, pgliteEngine } from '../../src/ledger/pglite.ts';
import { createLedger } from '../../src/ledger/store.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { ledgerContract } from './contract.ts';

const folder = join(temporaryFolder(), 'pg');
const shared = openPglite(folder);

ledgerContract('pglite', async ({ schema, now, within }) => {
  const database = await shared;
  const engine = await pgliteEngine(database, schema, () => Promise.resolve());
  await migrate(engine, schema);
  const directory = { within, side: () => actorId('side-of-all') };
  return {
    ledger: createLedger(engine, { schema, now, directory, where: folder }),
    sql: (text) => engine.script(text),
  };
});
