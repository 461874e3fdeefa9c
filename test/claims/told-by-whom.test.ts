import { expect, test } from 'vitest';
import { claimsIn } from './read.ts';

const chain = (body: string) =>
  claimsIn(body)
    .filter(({ kind }) => kind.startsWith('control.'))
    .map((claim) => claim.chain.map(({ role, name }) => `${role} ${name}`).slice(0, 2));

// "told" was a noun to the tagger behind an apposition, and the outlet's own voice said all of these.
test.each([
  '"Taliban fighters have overrun Herat," Shah Mohammad, a shopkeeper in the city, told AFP.',
  '"Taliban fighters have overrun Herat," Shah Mohammad, 42, a shopkeeper in the city, told AFP.',
  '"Herat has fallen to the Taliban," Shah Mohammad, a trader, told AFP by telephone.',
])('who tells an agency something is its speaker: %s', (body) => {
  expect(chain(body)).toEqual([['speaker Shah Mohammad', 'relay Agence France-Presse']]);
});

test('who was told is the relay, though no "that" follows', () => {
  expect(chain('Two security sources told Reuters Taliban fighters have overrun Herat.')).toEqual([
    ['speaker security sources', 'relay Reuters'],
  ]);
});
