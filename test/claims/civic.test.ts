import { expect, test } from 'vitest';
import { readReport } from '../../src/reader.ts';
import { claimsIn, line, reportOf, resources } from './read.ts';

const control = (body: string) =>
  claimsIn(body)
    .filter(({ kind }) => kind.startsWith('control.'))
    .map(line);

test('no town falls in a text about sport', () => {
  const match =
    'The league match in Leeds drew 20,000 fans. Burnley captured the title, the coach said. ' +
    'The striker scored a late goal and Bradford fell to third. They lost Wembley to Derby in the cup.';
  expect(control(match)).toEqual([]);
});

test('nor in one about elections', () => {
  const count =
    'Voters in Ohio went to the polls. The Republican candidate took Cleveland and the senate race. ' +
    'Toledo fell to the Democrats, a strategist said. They hold Akron, a Labour stronghold.';
  expect(control(count)).toEqual([]);
});

test('a match in a town at war does not hide its capture', () => {
  const war =
    'Rebel fighters of M23 captured the city of Goma on Monday. Soldiers fled. The army shelled the airport. ' +
    'A football match was called off and the goal posts were gone, fans said.';
  expect(control(war).length).toBeGreaterThan(0);
});

test('what is taken in a drill is not taken', () => {
  const { claims } = readReport(
    reportOf('Paratroopers seized the airfield of Tartu on Tuesday.', 'Big exercise in Estonia'),
    resources,
  );
  const gains = claims.filter(({ kind }) => kind === 'control.captured');
  expect(gains.map(({ modality }) => modality)).toEqual(['hypothetical']);
});
