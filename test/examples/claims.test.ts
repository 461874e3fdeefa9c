import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isResolved, type Claim, type Instant } from '../../src/domain/index.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport } from '../../src/reader.ts';
import { isRead, takeInText } from '../../src/report/index.ts';

/** What a careful reader takes from an example; a key that is absent is not checked. */
interface Expected {
  readonly any: readonly string[];
  readonly side?: string;
  readonly place?: string;
  readonly when?: string;
  readonly polarity?: string;
  readonly modality?: readonly string[];
  readonly stance?: readonly string[];
}

interface Sheet {
  readonly file: string;
  readonly claims: readonly Expected[];
  readonly mustNot: readonly Expected[];
}

const FOLDER = join(import.meta.dirname, 'claims');
const resources = await loadResources();

function fits(expected: Expected, claim: Claim): boolean {
  const { any, side, place, when, polarity, modality, stance } = expected;
  const of = claim.actor?.id === undefined ? undefined : resources.actors.get(claim.actor.id);
  const held = claim.actor?.side ?? of?.side ?? of?.id;
  return (
    any.includes(claim.kind) &&
    (side === undefined || held === side) &&
    (place === undefined || (isResolved(claim.place) && claim.place.name === place)) &&
    (when === undefined || claim.when.start === when) &&
    (polarity === undefined || claim.polarity === polarity) &&
    (modality === undefined || modality.includes(claim.modality)) &&
    (stance === undefined || stance.includes(claim.stance)) &&
    // Part of a place, or something in it, is not the place.
    (claim.facility === undefined || expected.any.includes('control.held') || place === undefined)
  );
}

const line = (claim: Claim) =>
  `${claim.kind} | ${claim.actor?.name} (${claim.actor?.side}) | ${isResolved(claim.place) ? claim.place.name : claim.place.unresolved} | ${claim.facility ?? ''} | ${claim.when.start} | ${claim.polarity} ${claim.modality} ${claim.stance} | ${claim.evidence.exact}`;

function claimsOf(file: string): readonly Claim[] {
  const bytes = readFileSync(join(packageRoot(), 'examples', file));
  const captured = '2025-12-01T00:00:00Z' as Instant;
  const [item] = takeInText({ bytes, name: file, captured });
  if (!item || !isRead(item)) throw new Error(`${file} cannot be read`);
  return readReport(item.report, resources).claims;
}

describe.each(readdirSync(FOLDER).map((name) => [name] as const))('%s', (name) => {
  const sheet = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Sheet;
  const claims = claimsOf(sheet.file);
  const seen = claims.map(line).join('\n');

  test.each(sheet.claims.map((expected) => [JSON.stringify(expected), expected] as const))(
    'says %s',
    (_, expected) => {
      if (!claims.some((claim) => fits(expected, claim))) throw new Error(`only says:\n${seen}`);
    },
  );

  test('says nothing that it must not', () => {
    const wrong = claims.filter((claim) => sheet.mustNot.some((one) => fits(one, claim)));
    expect(wrong.map(line)).toEqual([]);
  });
});
