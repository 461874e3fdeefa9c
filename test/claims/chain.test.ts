import { expect, test } from 'vitest';
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
