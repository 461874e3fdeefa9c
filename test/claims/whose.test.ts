import { expect, test } from 'vitest';
import { claimsIn } from './read.ts';

/** "kind place" of each claim about control. */
const control = (body: string) =>
  claimsIn(body).flatMap(({ kind, place }) =>
    kind.startsWith('control.') && 'id' in place ? [`${kind.slice(8)} ${place.name}`] : [],
  );

test('a relative clause tells of the place before it alone, and a share of the area it is of', () => {
  const body =
    'The Sudanese army still holds Khartoum, which it recaptured in March, as well as Port Sudan and most of the east.';
  expect(control(body).sort()).toEqual(['held Khartoum', 'held Port Sudan', 'recaptured Khartoum']);
  for (const { amounts } of claimsIn(body)) expect(amounts).toEqual([]);
  const [half] = claimsIn('The Sudanese army holds most of Khartoum.');
  expect(half?.amounts).toMatchObject([{ unit: 'fraction' }]);
});

test('who denies is not what is denied', () => {
  const claims = claimsIn(
    'The Joint Force, an alliance of former rebels fighting alongside the Sudanese army, denied that El Fasher had fallen.',
  );
  expect(claims.filter(({ polarity }) => polarity === 'negative').map(({ kind }) => kind)).toEqual([
    'control.captured',
  ]);
});
