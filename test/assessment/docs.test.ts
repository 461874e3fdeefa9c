import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withExamples } from '../../scripts/assessment-examples.ts';
import { withNumbers } from '../../scripts/assessment-table.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { parameters } from './world.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'assessment.md'), 'utf8');
const withoutSpace = (text: string) => text.replace(/\s+/g, ' ');

const NUMBER = /[+−-]?\d+\.\d+/g;
/** A claim's id changes with the smallest thing that is read otherwise; what it says is beside it. */
const CLAIM_ID = /\bc[0-9a-f]{12}\b/g;

const wordsOf = (text: string) => withoutSpace(text).replace(CLAIM_ID, 'ID').replace(NUMBER, 'N');
/** From a little before the first difference on: a whole page is no message. */
function difference(page: string, today: string): readonly [string, string] {
  let at = 0;
  while (at < page.length && page[at] === today[at]) at += 1;
  const around = (text: string) =>
    page === today ? '' : text.slice(Math.max(0, at - 60), at + 240);
  return [around(page), around(today)];
}

const numbersOf = (text: string) =>
  [...text.replace(CLAIM_ID, '').matchAll(NUMBER)].map(([number]) =>
    Number(number.replace('−', '-')),
  );

describe('docs/assessment.md (npm run docs)', () => {
  test('lists every number as it is', () => {
    expect(withoutSpace(page)).toBe(withoutSpace(withNumbers(page, parameters)));
  });

  test('shows what its commands print: the same words, and numbers that are near', async () => {
    const folder = temporaryFolder();
    const today = await withExamples(page, async (argv) => {
      const given = argv.map((word) => (word === 'demo' ? join(folder, 'demo') : word));
      const { code, out, err } = await runCli(given, { cwd: root });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return out;
    });
    const [was, is] = difference(wordsOf(page), wordsOf(today));
    expect(was).toBe(is);
    const shown = numbersOf(page);
    const now = numbersOf(today);
    // A tenth of a probability, and less than what doubles the odds.
    for (const [i, number] of now.entries()) {
      expect(Math.abs(number - shown[i]!)).toBeLessThan(Math.abs(number) < 1 ? 0.1 : 0.6);
    }
  }, 300_000);
});
