import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', 'src');

/** Which layers each layer may import, DESIGN.md §3 and ARCHITECTURE.md. */
const ARROWS: Record<string, readonly string[]> = {
  domain: [],
  gazetteer: ['domain'],
  report: ['domain'],
  reading: ['domain', 'gazetteer'],
  claims: ['domain', 'reading', 'gazetteer'],
  assessment: ['domain'],
  codebooks: ['domain', 'gazetteer', 'reading', 'claims', 'assessment'],
  reader: ['domain', 'gazetteer', 'report', 'reading', 'claims'],
  ledger: ['domain', 'assessment'],
  node: ['domain', 'gazetteer', 'report', 'reading', 'claims', 'assessment', 'codebooks', 'reader'],
  server: [
    'domain',
    'gazetteer',
    'report',
    'reading',
    'claims',
    'assessment',
    'codebooks',
    'reader',
    'ledger',
    'node',
  ],
  cli: [
    'domain',
    'gazetteer',
    'report',
    'reading',
    'claims',
    'assessment',
    'codebooks',
    'reader',
    'ledger',
    'node',
    'server',
  ],
};

/** Layers that run in a browser: no I/O, no clock, no Node module. */
const PURE = new Set([
  'domain',
  'gazetteer',
  'reading',
  'claims',
  'assessment',
  'codebooks',
  'reader',
]);

export interface Import {
  readonly from: string;
  readonly to: string;
  readonly specifier: string;
}

const layerOf = (path: string) => relative(ROOT, path).split('/')[0]!.replace(/\.ts$/, '');

function imports(): Import[] {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(ROOT, file));
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => {
      const specifier = match[1]!;
      const target = specifier.startsWith('.')
        ? normalize(join(dirname(file), specifier))
        : specifier;
      return { from: file, to: target, specifier };
    }),
  );
}

describe('layers', () => {
  const all = imports();

  test('every import follows an arrow', () => {
    const wrong = all
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter(({ from, to }) => layerOf(from) !== layerOf(to))
      .filter(({ from, to }) => !ARROWS[layerOf(from)]?.includes(layerOf(to)))
      .map(({ from, to }) => `${relative(ROOT, from)} -> ${relative(ROOT, to)}`);
    expect(wrong).toEqual([]);
  });

  test('pure layers import no Node module', () => {
    const wrong = all
      .filter(({ from, specifier }) => PURE.has(layerOf(from)) && specifier.startsWith('node:'))
      .map(({ from, specifier }) => `${relative(ROOT, from)} -> ${specifier}`);
    expect(wrong).toEqual([]);
  });

  test('pure layers read no clock and roll no dice', () => {
    const wrong = [...new Set(all.map(({ from }) => from))]
      .filter((file) => PURE.has(layerOf(file)))
      .filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(/.test(readFileSync(file, 'utf8')),
      )
      .map((file) => relative(ROOT, file));
    expect(wrong).toEqual([]);
  });
});
