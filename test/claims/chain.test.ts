import { describe, expect, test } from 'vitest';
import { claimsIn } from './read.ts';

/** Who tells each claim, in order. */
const chains = (body: string) =>
  claimsIn(body).map(({ chain }) => chain.map(({ name }) => name).join(' – '));

test('an outlet that was told something stands in the chain once', () => {
  expect(chains('Residents told Example Wire that rebels had taken Goma.')).toEqual([
    'Residents – Example Wire',
  ]);
});

test('what a happening is dated by is not what the source says', () => {
  const said = 'Officials said that Kunduz was captured by the Taliban on Sunday';
  expect(chains(`${said}, hours after they took Zaranj.`)).toEqual([
    'Officials – Example Wire',
    'Example Wire',
  ]);
});

test('a full name and a colon within a paragraph open what that person says', () => {
  const lawmaker = 'A lawmaker said that Kunduz was lost.';
  expect(chains(`${lawmaker} Hamid Karimi: the rebels have taken control of Goma.`)).toEqual([
    'lawmaker – Example Wire',
    'Hamid Karimi – Example Wire',
  ]);
  expect(chains(`${lawmaker} Lashkar Gah: fighting in the city.`).at(-1)).toBe('Example Wire');
});

test('those who read out the news, and whoever writes, are the outlet itself', () => {
  const lines = [
    'ANNOUNCER: Kunduz is lost. Taliban fighters took it on Monday.',
    'REPORTER: The city of Herat was cut off by the Taliban.',
    'ANNOUNCER: What of the army?',
    'REPORTER: It has left Kunduz.',
  ];
  expect(new Set(chains(lines.join('\n\n')))).toEqual(new Set(['Example Wire']));
  expect(chains('We deny that the Taliban have taken Herat.')).toEqual(['Example Wire']);
});

test('a heading in capitals names a place and nobody who speaks', () => {
  const days = ['NORTH DARFUR', 'WEST DARFUR', 'NORTH DARFUR', 'SOUTH DARFUR'];
  const body = days.map((name) => `${name}: The RSF captured El Fasher.`).join('\n\n');
  expect(new Set(chains(body))).toEqual(new Set(['Example Wire']));
});

test('a rank is no part of a name, unless nothing else is', () => {
  expect(chains('Brigadier Sarath Munasinghe said that rebels had taken Goma.')).toEqual([
    'Sarath Munasinghe – Example Wire',
  ]);
});

test('who reports it may stand last, behind a comma', () => {
  expect(chains('The Taliban are patrolling the streets of Herat, a priest reports.')).toEqual([
    'a priest – Example Wire',
  ]);
  expect(chains('The Taliban hold Herat, media reports.')).toEqual(['Example Wire']);
});

describe('somebody’s claim that …', () => {
  const told = (body: string) =>
    claimsIn(body)
      .filter(({ kind }) => kind === 'control.captured')
      .map(({ actor, chain, modality }) => [
        actor?.side ?? actor?.id,
        ...chain.map(({ name }) => name),
        modality,
      ]);

  // Each was told as fact, or as the gain of those who confirmed it.
  test.each([
    ["The Taliban's claim that Kunduz had fallen could not be verified.", 'stated'],
    [
      "It was not immediately possible to verify the Taliban's claim that Kunduz had fallen.",
      'stated',
    ],
    [
      "There was no independent confirmation of the Taliban's claim that Kunduz had fallen.",
      'stated',
    ],
  ])('%s', (body, modality) => {
    expect(told(body)).toEqual([['taliban', 'Taliban', 'Example Wire', modality]]);
  });

  test('whoever cannot verify it passes it on in doubt, and whoever confirms it does not gain', () => {
    expect(told("Reuters could not verify the Taliban's claim to have captured Kunduz.")).toEqual([
      ['taliban', 'Taliban', 'Reuters', 'Example Wire', 'hedged'],
    ]);
    expect(told("Officials confirmed the Taliban's claim that they had taken Kunduz.")).toEqual([
      ['taliban', 'Taliban', 'Officials', 'Example Wire', 'stated'],
    ]);
  });

  test('an agency that reports something stands in the chain once, and doubts nothing', () => {
    expect(told('Tolo News reported that the Taliban had captured Kunduz.')).toEqual([
      ['taliban', 'TOLOnews', 'Example Wire', 'stated'],
    ]);
    expect(told('Kunduz was reported to have fallen to the Taliban.')).toEqual([
      ['taliban', 'Example Wire', 'hedged'],
    ]);
  });
});
