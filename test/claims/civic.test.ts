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

test('nor is what is taken from a mock enemy, whatever the title says', () => {
  const gains = claimsIn(
    'Paratroopers of the Polish army seized the airfield of Tartu from a mock enemy on Tuesday. ' +
      'As part of the exercise the soldiers surrounded the city of Vilnius.',
  ).filter(({ kind }) => kind.startsWith('control.'));
  expect(gains.map(({ modality }) => modality)).not.toContain('stated');
});

test('a war report that speaks of an election and of trade keeps its claims', () => {
  const war =
    'The election commission said that voters in Goma would go to the polls in the district stadium. ' +
    'A candidate of the ruling party, a lawyer, called for tourists and investors to return; the market, ' +
    'the theatre and the football club are shut, and ticket sales have stopped, a strategist said. ' +
    'Fighters of M23 seized the town of Sake on Tuesday.';
  expect(control(war).some((one) => one.startsWith('control.captured | M23'))).toBe(true);
});

test('soldiers of a film take nothing', () => {
  const film =
    'In the new film of the director a company of soldiers captures the city of Goma. The script is thin, ' +
    'and the actress who plays the colonel is lost in the sequel.';
  expect(control(film)).toEqual([]);
});

test('where no soldier is near, an opposition or a rival takes no town', () => {
  expect(control('The opposition has taken Ankara and Antalya. It holds Istanbul, too.')).toEqual(
    [],
  );
  expect(control('Opposition fighters have taken the city of Hama.').length).toBe(1);
});

test('in a whole text without a word of war nobody takes a town, whatever the title is about', () => {
  const title = 'Airline retreats from Africa';
  const body =
    'It is withdrawing from Kinshasa and has given up Accra. Passengers were moved by bus. ' +
    'It conquered Johannesburg in a decade and lost it in a year. Hungary held Serbia.';
  const { claims } = readReport(reportOf(body, title), resources);
  expect(claims.filter(({ kind }) => kind.startsWith('control.')).map(line)).toEqual([]);
  expect(control('Kherson has fallen.').length).toBe(1);
});

test('a score makes a text one of sport', () => {
  const cup =
    'The visitors seized top spot with a 2-1 win, holding off a late attack in Kigali on Friday.';
  expect(control(cup)).toEqual([]);
});
