import { describe, expect, test } from 'vitest';
import { loadRoleTagger } from '../../src/node/cameo.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadResources } from '../../src/node/resources.ts';
import { decodeRoles, LABELS, spansOf } from '../../src/codebooks/cameo/role-tagger.ts';
import { read } from '../../src/reading/read.ts';
import { reportOf } from '../reading/report.ts';

const resources = await loadResources();
const tagger = await loadRoleTagger(packageRoot());

function rolesOf(body: string) {
  const reading = read(reportOf(body), resources);
  return tagger
    .tag(reading, reading.mentions)
    .map(({ first, last, role }) => [
      role,
      body.slice(reading.tokens[first]!.start, reading.tokens[last - 1]!.end),
    ]);
}

describe('CAMEO roles', () => {
  test('who acts is the source, upon whom the target', () => {
    const roles = rolesOf('Syrian government forces killed dozens of rebels near Hama on Sunday.');
    expect(roles.map(([role]) => role)).toEqual(['source', 'target']);
    expect(roles[0]![1]).toBe('Syrian government forces');
    expect(roles[1]![1]).toMatch(/^dozens of rebels/);
  });

  test('no words, no roles', () => {
    expect(rolesOf('')).toEqual([]);
  });
});

describe('decoding', () => {
  const nothing = {
    score: (_: Int32Array, __: number, scores: Float64Array | Int32Array) => void scores.fill(0),
  };

  test('a span never starts inside', () => {
    const favoursInside = {
      score: (features: Int32Array, _: number, scores: Float64Array | Int32Array) => {
        scores.fill(0);
        if (features.length > 1) scores[2] = 10;
      },
    };
    const path = decodeRoles(favoursInside, [
      Int32Array.of(1, 2),
      Int32Array.of(1, 2),
      Int32Array.of(1, 2),
    ]);
    expect([...path]).toEqual([1, 2, 2]);
    expect(spansOf(path)).toEqual([{ first: 0, last: 3, role: 'source' }]);
  });

  test('without weights nothing is found', () => {
    expect(LABELS).toBe(7);
    expect(spansOf(decodeRoles(nothing, [Int32Array.of(1)]))).toEqual([]);
  });
});
