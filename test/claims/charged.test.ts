import { expect, test } from 'vitest';
import { claimsIn } from './read.ts';

// A network of doctors was once told to have killed those whose killing it accused others of.
test.each([
  ['A doctors’ union accused the Taliban of killing 47 civilians in Kunduz.', 'killing', 'Taliban'],
  ['The United Nations accused the Taliban of shelling Kunduz.', 'shelling', 'Taliban'],
  ['The governor praised the Taliban for retaking Kunduz.', 'control.recaptured', 'Taliban'],
  ['The governor blamed the Taliban for shelling Kunduz.', 'shelling', 'Taliban'],
  // Who is accused is not always who acts.
  ['The Taliban shelled Kunduz after accusing the army of lying.', 'shelling', 'Taliban'],
])('who is charged with it did it: %s', (text, kind, name) => {
  const claims = claimsIn(text).filter((claim) => claim.kind === kind);
  expect(claims.map(({ actor }) => actor?.name)).toEqual([name]);
});
