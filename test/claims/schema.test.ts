import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/node/package-root.ts';
import { read, resources } from './read.ts';

const path = join(packageRoot(), 'data', 'schema', 'claim.schema.json');
const schema = JSON.parse(await readFile(path, 'utf8')) as object;
const validate = new Ajv({ allErrors: true, validateFormats: false }).compile(schema);

/** Whether what `read --json` prints for this text follows the schema. */
function problemsOf(body: string): unknown {
  const { report, claims, problems } = read(body);
  // Through JSON, as it is printed.
  return validate(JSON.parse(JSON.stringify({ report, claims, problems }))) ? [] : validate.errors;
}

const TEXTS = [
  '',
  'Nothing of the sort happened.',
  'Rebels captured the city of Goma on Monday, officials told Example Wire.',
  'If captured, Lashkar Gah would be the first provincial capital to fall to the Taliban.',
  'The Taliban are believed to be in control of about half of Afghanistan’s roughly 400 districts.',
  'The army denied that Kunduz had fallen. Several provincial capitals have been encircled.',
];

describe('JSON of a claim', () => {
  for (const body of TEXTS)
    test(JSON.stringify(body.slice(0, 60)), () => {
      expect(problemsOf(body)).toEqual([]);
    });

  test('every example of the lexicon', () => {
    const all = resources.lexicon.frames.flatMap(({ yes }) => yes).join('\n\n');
    expect(problemsOf(all)).toEqual([]);
  });
});
