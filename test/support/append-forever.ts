/** Appends synthetic reports and prints the number of each once it is acknowledged. */
import { syntheticWorld } from '../../bench/synthetic.ts';
import { openLedger } from '../../src/ledger/index.ts';

const [folder] = process.argv.slice(2) as [string];
const ledger = await openLedger({ folder });
const world = syntheticWorld({ seed: 11, claims: 60_000, claimsPerReport: 3 });
let index = 0;
for (const entry of world.entries()) {
  await ledger.append(entry);
  process.stdout.write(`${index++}\n`);
}
await ledger.close();
