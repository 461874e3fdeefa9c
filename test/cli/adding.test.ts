import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Adding } from '../../src/cli/adding.ts';
import type { Instant } from '../../src/domain/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport } from '../../src/reader.ts';
import { DEFAULT_LIMITS } from '../../src/report/index.ts';
import { temporaryFolder } from '../support/temporary.ts';

// A file of many reports was once acknowledged only when all of it was stored: a kill before that
// left reports in the ledger of which the caller had heard nothing.
test('each report of a file is acknowledged as soon as it is stored', async () => {
  const home = temporaryFolder();
  const path = join(home, 'reports.jsonl');
  const lines = Array.from({ length: 40 }, (_, i) =>
    JSON.stringify({ outlet: 'Example Wire', text: `Rain fell on the town for day ${i}.` }),
  );
  writeFileSync(path, `${lines.join('\n')}\n`);
  const ledger = await openLedger({ folder: join(home, 'ledger') });
  const resources = await loadResources();
  const adding = new Adding(ledger, (report) => readReport(report, resources), {
    limits: DEFAULT_LIMITS,
    captured: () => '2021-08-05T00:00:00Z' as Instant,
  });
  const file = { path, name: 'reports.jsonl', bytes: statSync(path).size };

  let heard = 0;
  for await (const { outcome } of adding.addFile(file)) {
    expect(outcome).toBe('added');
    heard++;
    expect((await ledger.reports()).length - heard).toBeLessThan(16);
  }
  expect(heard).toBe(32);
  for await (const { outcome } of adding.finish()) expect(outcome).toBe('added');
  expect((await ledger.reports()).length).toBe(40);
  await ledger.close();
});
