import { expect, test } from 'vitest';
import { claimsIn } from './read.ts';

const sureness = (text: string) => {
  const [claim] = claimsIn(text).filter(({ kind }) => kind.startsWith('control.'));
  if (!claim) throw new Error(`no claim about control in: ${text}`);
  return claim.confidence;
};

const PLAIN =
  'The Taliban captured the city of Zaranj on Friday, the deputy governor of Nimroz province said.';

test('what is plainly told is surer than what leaves open by whom', () => {
  expect(sureness(PLAIN)).toBeGreaterThan(0.85);
  expect(sureness('Fighting went on around Herat on Thursday.')).toBeLessThan(0.72);
});
