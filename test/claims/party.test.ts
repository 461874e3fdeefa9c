import { expect, test } from 'vitest';
import { reportOf } from '../../bench/report.ts';
import { ownSide } from '../../src/reading/own-side.ts';
import { readReport } from '../../src/reader.ts';
import { claimsIn, resources } from './read.ts';

const controlIn = (body: string, outlet: string) =>
  readReport(reportOf(body, { outlet, published: '2000-05-19' }), resources)
    .claims.filter(({ kind }) => kind.startsWith('control.'))
    .map(({ kind, actor, place }) => [kind, actor?.side ?? actor?.id, 'id' in place && place.name]);

const RELEASE =
  'The Ethiopian army has taken the town of Barentu in Eritrea. The enemy left the town on Friday. Our forces now hold Barentu. The Eritrean army had held it for two years.';

test('an outlet that is a party calls the other side the enemy, and its own "our forces"', () => {
  const claims = controlIn(RELEASE, 'Office of the Government Spokesperson, Addis Ababa');
  expect(claims).toContainEqual(['control.withdrawn', 'eritrea-government', 'Barentu']);
  expect(claims).toContainEqual(['control.captured', 'ethiopia-government', 'Barentu']);
});

test.each([
  ['Office of the Government Spokesperson, Addis Ababa', 'ethiopia-government'],
  ['Infocentre of the Republic of Artsakh', 'republic-of-artsakh'],
  ['Russian Ministry of Defence', 'russia-government'],
  ['Joint Command Media Cell', 'iraq-government'],
  ['Sudan Tribune', undefined],
  ['Government Times', undefined],
  ['Dnipro Evening News', undefined],
])('%s speaks for %s', (outlet, side) => {
  const home = resources.actors.find('Iraqi government')[0]?.id ?? ('iraq-government' as never);
  expect(ownSide(outlet, resources, home)).toBe(side);
});

test('an outlet that is a party is heard as its side, and nobody else for it', () => {
  const chains = (outlet: string) =>
    readReport(reportOf(RELEASE, { outlet, published: '2000-05-19' }), resources)
      .claims.filter(({ kind }) => kind.startsWith('control.'))
      .map(({ chain }) => chain);
  for (const chain of chains('Office of the Government Spokesperson, Addis Ababa'))
    expect(chain.at(-1)).toMatchObject({ role: 'outlet', id: 'ethiopia-government' });
  for (const chain of chains('Addis Tribune')) expect(chain.at(-1)).not.toHaveProperty('id');
});

test('what "we" took, said by an outlet whose side is not known, is nobody else’s gain', () => {
  const [claim] = claimsIn('The army holds the city of Goma. We took half of Bukavu.').filter(
    ({ kind }) => kind === 'control.captured',
  );
  expect(claim?.actor).toBeNull();
});

test('"no intention of taking" is a denial', () => {
  const [claim] = claimsIn('The army of Congo has no intention of taking the city of Kigali.');
  expect(claim?.polarity).toBe('negative');
});

test('a name that opens a sentence, and is in no list, is what "the village" means', () => {
  const claims = claimsIn(
    'The army entered the city of Goma. In Robotino nothing new. The army holds the village.',
  );
  expect(claims.find(({ kind }) => kind === 'control.held')?.place.text).toBe('Robotino');
});

test('a name behind "out of" that no list has is a place, and not the one named before', () => {
  const claims = claimsIn(
    'M23 entered the city of Goma on Monday. Later the rebels drove the army out of Tel Gobnik.',
  );
  const [retaken] = claims.filter(({ rule }) => rule === 'verb-frame:drive-out');
  expect(retaken?.place).toMatchObject({ text: 'Tel Gobnik' });
});

test('what a paragraph has named is nearer than what others name', () => {
  const claims = claimsIn(
    'The army holds Goma. Goma has been quiet. Goma is the largest city of the east.\n\nIn Bukavu, M23 has come as far as the lake. Its men entered the central prison on Monday.',
  );
  const [prison] = claims.filter(({ evidence }) => evidence.exact.includes('prison'));
  expect(prison?.place).toMatchObject({ name: 'Bukavu' });
});

test('"occupied since" lasts, "occupied in" is a change', () => {
  const kinds = (body: string) => claimsIn(body).map(({ kind }) => kind);
  expect(kinds('Goma has been occupied by M23 since last year.')).toContain('control.held');
  expect(kinds('Goma was occupied by M23 in January.')).toContain('control.captured');
});

test('a town still under control "tonight", and under the authority of a capital', () => {
  const held = (body: string) =>
    claimsIn(body)
      .filter(({ kind }) => kind === 'control.held')
      .map(({ actor, place }) => [actor?.id, place.text]);
  expect(held('M23 is near Goma. The city of Goma is still under army control tonight.')).toEqual([
    ['democratic-republic-of-the-congo-government', 'Goma'],
  ]);
  expect(held('Lubango and Benguela are calm and under the authority of Luanda.')).toEqual([
    ['angola-government', 'Lubango'],
    ['angola-government', 'Benguela'],
  ]);
});

test('a town that only a claim knows is what "the town" and "it" mean after it', () => {
  const claims = claimsIn(
    'M23 holds the city of Goma. On Friday the rebels seized Mahasi after government soldiers vacated it.',
  );
  expect(
    claims.filter(({ kind }) => kind !== 'control.held').map(({ place }) => place.text),
  ).toEqual(['Mahasi', 'Mahasi']);
});

test('a list ends at a clause with a subject of its own', () => {
  const [fall, ...others] = claimsIn(
    'Rebel fighters hold Cap-Haitien and Hinche; Port-au-Prince could fall within days.',
  ).filter(({ modality }) => modality === 'predicted');
  expect(fall?.place).toMatchObject({ name: 'Port-au-Prince' });
  expect(others).toEqual([]);
});

test('who denies that a town was captured has not captured it', () => {
  const [claim] = claimsIn(
    'Ukrainian troops hold the city of Bakhmut. Ukraine denied that the city had been captured.',
  ).filter(({ polarity }) => polarity === 'negative');
  expect(claim?.actor?.id).not.toBe('ukraine-government');
});

test('a division that no list has goes by its own name', () => {
  const [claim] = claimsIn('M23 took all of Chipwi township.');
  expect(claim?.place.text).toBe('Chipwi');
});

test('an acronym of a government acts, and is no place', () => {
  const [claim] = claimsIn('GNA units entered the town of Tarhuna in Libya.');
  expect(claim?.actor?.id).toBe('government-of-national-accord');
});
