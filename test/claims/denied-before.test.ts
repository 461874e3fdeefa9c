import { expect, test } from 'vitest';
import { claimsIn } from './read.ts';

/** Place, who denies it and what, of each claim about control that is denied. */
const denied = (body: string) =>
  claimsIn(body)
    .filter(({ kind, polarity }) => kind.startsWith('control.') && polarity === 'negative')
    .map(({ kind, place, chain: [first], actor, stance }) => {
      const where = 'id' in place ? place.name : place.text;
      return `${first?.name} ${stance}: ${actor?.name} ${kind.replace('control.', '')} ${where}`;
    });

const TOLD = 'The RSF said it had captured El Fasher.';
const RSF = 'Rapid Support Forces captured El Fasher';

test.each([
  [`${TOLD} The army denied it.`, `Sudanese army denies: ${RSF}`],
  [`${TOLD} The army has dismissed the report as propaganda.`, `Sudanese army denies: ${RSF}`],
  [`${TOLD} The claim was rejected by the army.`, `Sudanese army denies: ${RSF}`],
  [`${TOLD} That is false, said army spokesman Nabil Abdallah.`, `Nabil Abdallah denies: ${RSF}`],
  [`${TOLD} The army said the claim was premature.`, `Sudanese army denies: ${RSF}`],
  [`${TOLD} The army said there was no truth in the report.`, `Sudanese army denies: ${RSF}`],
  [`${TOLD} The army called the claim a lie.`, `Sudanese army denies: ${RSF}`],
  [`${TOLD} Residents said this was not the case.`, `Residents denies: ${RSF}`],
  [
    `${TOLD} There was no comment from the army. The governor denied the claim.`,
    `governor denies: ${RSF}`,
  ],
  [`${TOLD.slice(0, -1)}, a claim the army denied.`, `Sudanese army denies: ${RSF}`],
  [`${TOLD.slice(0, -1)}, which the army denies.`, `Sudanese army denies: ${RSF}`],
  [
    `${TOLD} Nabil Abdallah told AP by telephone that this was not true.`,
    `Nabil Abdallah denies: ${RSF}`,
  ],
  [`${TOLD.slice(0, -1)}, claims which the army denied.`, `Sudanese army denies: ${RSF}`],
  // Who gained is worked out before it is denied.
  [
    'The Taliban overran Kunduz on Monday. The interior ministry said on Tuesday that the city had been retaken. The Taliban rejected this.',
    'Taliban denies: Afghan government captured Kunduz',
  ],
  [
    'The rebels said the Syrian army had withdrawn from Homs. The army denied it.',
    'Syrian army denies: Syrian army withdrawn Homs',
  ],
])('%s', (body, claim) => {
  expect(denied(body)).toContain(claim);
});

test.each([
  `${TOLD} The army did not deny it.`,
  `${TOLD} The army denied the accusation that it had bombed the market.`,
  `${TOLD} The army denied charges of looting.`,
  `${TOLD} The RSF denied the report.`,
  'The RSF may capture El Fasher. The army denied it.',
])('%s: nothing about the place is denied', (body) => {
  expect(denied(body)).toEqual([]);
});
