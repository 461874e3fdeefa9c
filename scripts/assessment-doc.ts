/** Writes what is made by program in `docs/assessment.md`: the examples, and the list of numbers. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/cli/main.ts';
import { loadParameters } from '../src/node/assessment.ts';
import { withExamples } from './assessment-examples.ts';
import { withNumbers } from './assessment-table.ts';

const root = join(import.meta.dirname, '..');
const path = join(root, 'docs', 'assessment.md');
const folder = mkdtempSync(join(tmpdir(), 'dateline-docs-'));

async function run(argv: readonly string[]): Promise<string> {
  const out: string[] = [];
  const given = argv.map((word) => (word === 'demo' ? join(folder, 'demo') : word));
  await main(given, {
    out: (text) => void out.push(text),
    err: (text) => void process.stderr.write(text),
    stdin: () => Promise.resolve(new Uint8Array()),
    env: {},
    cwd: root,
    colour: false,
    columns: undefined,
    progress: false,
    now: () => new Date(),
    stopped: () => Promise.resolve(),
  });
  return out.join('');
}

const page = await withExamples(readFileSync(path, 'utf8'), run);
writeFileSync(path, withNumbers(page, await loadParameters()));
rmSync(folder, { recursive: true });
