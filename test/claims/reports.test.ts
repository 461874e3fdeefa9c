import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseComposed } from '../../bench/composed/data.ts';
import { isRight, scoreComposed } from '../../bench/composed/score.ts';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { line, resources } from './read.ts';

/**
 * Reports composed in the manner of different outlets. Below each stand the claims that a careful
 * reader takes from it, "kind | side | place | modality | speaker | words": with ">" those that are
 * read, with "?" those that are not yet. `npm run bench -- reports` counts them.
 */
const FOLDER = join(import.meta.dirname, 'reports');

describe.each(readdirSync(FOLDER).map((name) => [name] as const))('%s', (name) => {
  const report = parseComposed(readFileSync(join(FOLDER, name), 'utf8'));
  const { claims } = readReport(reportOf(report.body, report), resources);

  test('says what it says', () => {
    const { lines } = scoreComposed(report, claims, resources);
    const missing = lines.filter(
      ({ expected, agreement }) => expected.held && !(agreement && isRight(agreement)),
    );
    if (missing.length > 0)
      throw new Error(
        `not read:\n${missing.map(({ expected }) => expected.line).join('\n')}\nonly says:\n${claims.map(line).join('\n')}`,
      );
    expect(claims.map(({ evidence }) => evidence.exact)).not.toContain('');
  });
});
