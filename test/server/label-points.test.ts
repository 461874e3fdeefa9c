import { expect, test } from 'vitest';
import type { Division } from '../../src/server/boundaries.ts';
import { labelPoints } from '../../src/server/label-points.ts';

const square = (west: number, east: number): readonly Division[] => [
  {
    properties: { id: 'test:1', name: 'One', country: 'XX' },
    geometry: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [west, 0],
            [east, 0],
            [east, 10],
            [west, 10],
            [west, 0],
          ],
        ],
      ],
    },
  },
];

test('a neighbour is named in its middle, and the way to the country shown is given with it', () => {
  const view = { west: 0, east: 20, south: 0, north: 10 };
  const countries = new Map([
    ['AA', square(0, 10)],
    ['BB', square(10, 20)],
  ]);
  const points = labelPoints(view, countries, 'AA');
  expect(points.map(({ country }) => country)).toEqual(['BB']);
  const [{ lon, free }] = points as [(typeof points)[number]];
  expect(lon).toBeGreaterThan(12);
  expect(lon).toBeLessThan(18);
  // To within two cells of the grid, of which the view has 72.
  expect(Math.abs(free - (lon - 10))).toBeLessThan(0.6);
});

test('where the country shown is not in its rows a name has all the room', () => {
  const view = { west: 0, east: 20, south: 0, north: 10 };
  const [point] = labelPoints(view, new Map([['BB', square(10, 20)]]), 'AA');
  expect(point?.free).toBeGreaterThan(20);
});
