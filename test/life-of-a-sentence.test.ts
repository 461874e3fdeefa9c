import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { DOCUMENT, renderLife } from '../scripts/life-of-a-sentence.ts';

test('docs/life-of-a-sentence.md shows what the program says (npm run docs writes it)', async () => {
  const document = await readFile(DOCUMENT, 'utf8');
  expect(await renderLife(document)).toBe(document);
});
