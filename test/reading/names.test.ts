import { describe, expect, test } from 'vitest';
import { causesOf } from '../../bench/tasks/names-scoring.ts';
import { loadResources } from '../../src/node/resources.ts';
import { findNames } from '../../src/reading/names.ts';
import { parseText } from '../../src/reading/parse.ts';
import { splitText } from '../../src/reading/split.ts';
import { reportOf } from './report.ts';

const resources = await loadResources();
const names = (body: string) => {
  const text = parseText(splitText(reportOf(body)), resources);
  return findNames(text, resources).map(({ first, last, type }) => [
    body.slice(text.tokens[first]!.start, text.tokens[last - 1]!.end),
    type,
  ]);
};

describe('names', () => {
  test('persons, bodies and places', () => {
    expect(
      names(
        'Valery Gerasimov, chief of the General Staff, flew from Moscow to Uzbekistan on Thursday.',
      ),
    ).toEqual(
      expect.arrayContaining([
        ['Valery Gerasimov', 'person'],
        ['Moscow', 'location'],
        ['Uzbekistan', 'location'],
      ]),
    );
  });

  test('a surname is the person named in full before', () => {
    const found = names(
      'Alexander Vikantov spoke to reporters in Moscow. Vikantov said talks would go on.',
    );
    expect(found).toContainEqual(['Vikantov', 'person']);
  });

  test('text without names has none', () => {
    expect(names('The militants captured two towns and a bridge.')).toEqual([]);
  });
});

test('a span of the key is right, of another type, of other edges, or not there', () => {
  const span = (first: number, last: number, label: string) => ({ first, last, label });
  const key = [[span(0, 2, 'person'), span(3, 4, 'place'), span(5, 8, 'place'), span(9, 10, 'x')]];
  const found = [[span(0, 2, 'person'), span(3, 4, 'person'), span(5, 7, 'place')]];
  expect(causesOf(key, found)).toEqual({
    right: 1,
    'another type': 1,
    'other edges': 1,
    'nothing here': 1,
  });
});
