import { expect, test } from 'vitest';
import { areaOf } from '../../src/gazetteer/area.ts';

const SPHERE = 4 * Math.PI * 6371.0072 ** 2;
const box = (west: number, south: number, east: number, north: number) =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;

test('an eighth of the earth is an eighth of its surface', () => {
  expect(areaOf([[box(0, 0, 90, 90)]])).toBeCloseTo(SPHERE / 8, 3);
});

test('a degree by the pole is smaller than one at the equator, by the cosine', () => {
  const ratio = areaOf([[box(0, 59.5, 1, 60.5)]]) / areaOf([[box(0, -0.5, 1, 0.5)]]);
  expect(ratio).toBeCloseTo(Math.cos(Math.PI / 3), 9);
});

test('holes are left out, parts are added, and the way round does not matter', () => {
  const [whole, hole] = [box(0, 0, 4, 4), box(1, 1, 2, 2)];
  const ring = areaOf([[whole]]) - areaOf([[hole]]);
  expect(areaOf([[whole, hole]])).toBeCloseTo(ring, 6);
  expect(areaOf([[[...whole].reverse(), hole]])).toBeCloseTo(ring, 6);
  expect(areaOf([[whole], [box(10, 0, 14, 4)]])).toBeCloseTo(2 * areaOf([[whole]]), 6);
  expect(areaOf([])).toBe(0);
});
