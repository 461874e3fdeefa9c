/** Writes `src/ledger/manifest.ts` from the schema that the migrations make. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSchema } from '../src/ledger/drift.ts';
import { migrate } from '../src/ledger/migrate.ts';
import { openPglite, pgliteEngine } from '../src/ledger/pglite.ts';

const database = await openPglite(undefined);
const engine = await pgliteEngine(database, 'dateline', () => database.close());
await migrate(engine, 'dateline');
const lines = await describeSchema(engine.run, 'dateline');
await engine.close();
const quoted = lines.map((line) => `  '${line.replaceAll("'", "\\'")}',`);
const text = `/** Written by \`npx tsx scripts/ledger-manifest.ts\`; \`doctor\` and a test compare the schema with it. */
// prettier-ignore
export const MANIFEST: readonly string[] = [
${quoted.join('\n')}
];
`;
writeFileSync(join(import.meta.dirname, '..', 'src', 'ledger', 'manifest.ts'), text);
