import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withNumbers } from '../../scripts/assessment-table.ts';
import { parameters } from './world.ts';

test('docs/assessment.md lists every number as it is (npx tsx scripts/assessment-numbers.ts)', () => {
  const path = join(import.meta.dirname, '..', '..', 'docs', 'assessment.md');
  const page = readFileSync(path, 'utf8');
  const lines = (text: string) => text.replace(/\s+/g, ' ');
  expect(lines(page)).toBe(lines(withNumbers(page, parameters)));
});
