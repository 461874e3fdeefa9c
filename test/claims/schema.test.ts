import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/node/package-root.ts';
import { CLAIM_RULES } from '../../src/claims/rules/index.ts';
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
  'The national flag was raised over Kherson after Russian troops left.',
  'The army denied that Kunduz had fallen. Several provincial capitals have been encircled.',
];

describe('JSON of a claim', () => {
  for (const body of TEXTS)
    test(JSON.stringify(body.slice(0, 60)), () => {
      expect(problemsOf(body)).toEqual([]);
    });

  // Whole tokens, with their tags and heads, stood in actors once.
  test('every example of the rules', () => {
    const all = CLAIM_RULES.flatMap(({ examples }) => examples.yes);
    expect(all.map(problemsOf)).toEqual(all.map(() => []));
  });

  test('every example of the lexicon', () => {
    const all = resources.lexicon.frames.flatMap(({ yes }) => yes).join('\n\n');
    expect(problemsOf(all)).toEqual([]);
  });
});
