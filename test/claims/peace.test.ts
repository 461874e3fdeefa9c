import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReport } from '../../src/reader.ts';
import { line, reportOf, resources } from './read.ts';

/** Texts that use the words of war for sport, courts, trade, film, floods, drills and elections. */
const FOLDER = join(import.meta.dirname, 'peace');
const STATED = /^(stated|hedged|background)$/;

test.each(readdirSync(FOLDER))('no town falls in %s', (name) => {
  const [head = '', ...body] = readFileSync(join(FOLDER, name), 'utf8').split('\n\n');
  const title = head.replace('title: ', '');
  const { claims } = readReport(reportOf(body.join('\n\n').trim(), title), resources);
  const taken = claims.filter(
    ({ kind, place, polarity, modality }) =>
      kind.startsWith('control.') &&
      'id' in place &&
      polarity === 'positive' &&
      STATED.test(modality),
  );
  expect(taken.map(line)).toEqual([]);
});
