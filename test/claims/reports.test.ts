import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { day, isResolved, type Claim } from '../../src/domain/index.ts';
import { readReport } from '../../src/reader.ts';
import { line, reportOf, resources } from './read.ts';

/**
 * Forty reports composed in the manner of different outlets. Below each stand the claims that a
 * careful reader takes from it, "kind | side | place | modality | speaker | words": with ">" those that
 * are read, with "?" those that are not yet.
 */
const FOLDER = join(import.meta.dirname, 'reports');

const GROUP: Readonly<Record<string, string>> = {
  'control.captured': 'gain',
  'control.recaptured': 'gain',
  'control.surrendered': 'gain',
  'control.contested': 'fight',
  'control.threatened': 'fight',
  clash: 'fight',
  shelling: 'fight',
};
const groupOf = (kind: string) => GROUP[kind] ?? kind;

const NOT_STATED = /^(hypothetical|planned|predicted)$/;

const modalityOf = ({ modality, polarity }: Claim) => {
  if (NOT_STATED.test(modality)) return 'hypothetical';
  if (polarity === 'negative') return 'negative';
  return modality === 'background' ? 'stated' : modality;
};

function sideOf({ actor }: Claim) {
  const listed = actor?.id === undefined ? undefined : resources.actors.get(actor.id);
  return actor?.side ?? listed?.side ?? listed?.id;
}

function fits(expected: string, claim: Claim, body: string): boolean {
  const [kind = '', side, place, modality, speaker, words = ''] = expected.split(' | ');
  const start = body.indexOf(words);
  const { evidence, chain } = claim;
  const said = chain.filter(({ role }) => role !== 'outlet').map(({ name }) => name);
  return (
    groupOf(claim.kind) === groupOf(kind) &&
    (side === '-' || sideOf(claim) === side) &&
    (place === '-' || (isResolved(claim.place) && claim.place.name === place)) &&
    modalityOf(claim) === modality &&
    (speaker === '-' ? said.length === 0 : said.includes(speaker!)) &&
    evidence.start < start + words.length &&
    start < evidence.end
  );
}

function parse(text: string) {
  const [head = '', ...rest] = text.split('\n\n');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)![1]!;
  const lines = rest.join('\n\n').split('\n');
  const body = lines
    .filter((one) => !/^[>?] /.test(one))
    .join('\n')
    .trim();
  const expected = lines.filter((one) => one.startsWith('> ')).map((one) => one.slice(2));
  return {
    body,
    expected,
    title: header('title'),
    published: day(header('published')),
    outlet: header('outlet'),
  };
}

describe.each(readdirSync(FOLDER).map((name) => [name] as const))('%s', (name) => {
  const { body, expected, title, published, outlet } = parse(
    readFileSync(join(FOLDER, name), 'utf8'),
  );
  const { claims } = readReport(
    {
      ...reportOf(body, title),
      outlet: { basis: 'given', value: outlet },
      published: { basis: 'given', value: published },
    },
    resources,
  );

  test('says what it says', () => {
    const missing = expected.filter((one) => !claims.some((claim) => fits(one, claim, body)));
    if (missing.length > 0)
      throw new Error(
        `not read:\n${missing.join('\n')}\nonly says:\n${claims.map(line).join('\n')}`,
      );
    expect(claims.map(({ evidence }) => evidence.exact)).not.toContain('');
  });
});
