import { expect, test } from 'vitest';
import { claimsIn, line } from './read.ts';

// Each moved a front: Taliban fighters had left Doha, M23 fought in Nairobi, and the army took Damascus.
test.each([
  'Taliban negotiators left Doha without a deal.',
  'M23 leaders entered talks in Nairobi on Monday.',
  'The Syrian army held a parade in Damascus.',
  'The Taliban entered a ceasefire in Kunduz.',
  'RSF delegates walked out of talks in Jeddah.',
  'The president left Kinshasa for talks in Kigali on Sunday.',
])('talks, parades and those who come for them move no front: %s', (body) => {
  const moved = claimsIn(body).filter(({ kind }) => /^control\.|withdrawn/.test(kind));
  expect(moved.map(line)).toEqual([]);
});
