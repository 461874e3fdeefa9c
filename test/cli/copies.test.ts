import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Standing } from '../../src/domain/index.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const STORY =
  'KABUL, Aug. 8 (Example Wire) - Taliban fighters captured the northern city of Kunduz on Sunday, ' +
  'officials said, after days of fighting on the edge of the city. A member of the provincial ' +
  'council said the insurgents had taken the main square and the prison, and that government ' +
  'forces were holding only the airport outside the city.\n';

// The command line once built its assessment from reports without fingerprints, and counted both.
test('a copy under another outlet is no second witness', async () => {
  const cwd = temporaryFolder();
  for (const outlet of ['Example Wire', 'Example Mail']) {
    const front = `---\noutlet: ${outlet}\npublished: 2021-08-08\n---\n\n`;
    writeFileSync(join(cwd, `${outlet}.md`), front + STORY);
  }
  expect((await runCli(['add', '.'], { cwd })).code).toBe(0);
  const { out } = await runCli(['standing', 'Kunduz', '--at', '2021-08-08', '--json'], { cwd });
  const standing = JSON.parse(out) as Standing | { readonly standing: Standing };
  expect('standing' in standing ? standing.standing.origins : standing.origins).toBe(1);
}, 120_000);
