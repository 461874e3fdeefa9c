import { describe, expect, test } from 'vitest';
import { claimsIn } from './read.ts';

/** Sentences that tell of one side of a town, with the part that the claim is about. */
const SIDES: readonly (readonly [string, string])[] = [
  ['M23 rebels captured the south of the city of Goma on Monday.', 'south'],
  ['M23 rebels captured the whole south of Goma on Monday.', 'whole south'],
  ['M23 rebels hold northern Goma.', 'northern'],
  ['The Islamic State seized western Mosul on Monday.', 'western'],
  // Its province bears its name, but Aleppo lies in the west of Syria.
  ['The Syrian army captured eastern Aleppo on Monday.', 'eastern'],
  ['The army withdrew from the south of Goma.', 'south'],
  ['M23 seized the east bank of Goma.', 'east bank'],
];

/** Sentences in which the compass only tells where a town lies. */
const WHOLE: readonly string[] = [
  'The Taliban captured the northern city of Kunduz on Monday.',
  'The Taliban captured northern Kunduz on Monday.',
  'The Taliban captured Herat in the west on Monday.',
];

describe('a side of a town is a part of it', () => {
  test.each(SIDES)('%s', (body, part) => {
    const [claim] = claimsIn(body).filter(({ kind }) => kind.startsWith('control.'));
    expect(claim?.facility).toBe(part);
  });

  test.each(WHOLE)('%s', (body) => {
    const [claim] = claimsIn(body).filter(({ kind }) => kind === 'control.captured');
    expect(claim && claim.facility === undefined).toBe(true);
  });
});
