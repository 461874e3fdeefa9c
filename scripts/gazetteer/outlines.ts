import type { Geometry, NaturalEarthDivision, Ring } from './sources.ts';

export const ringsOf = (geometry: Geometry): readonly Ring[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** Signed area and centroid of a ring in square degrees. */
function moments(ring: Ring) {
  let area = 0;
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    const cross = a[0] * b[1] - b[0] * a[1];
    area += cross / 2;
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  return { area: Math.abs(area), lon: x / (6 * area), lat: y / (6 * area) };
}

/** Middle of each country: area-weighted mean over its divisions within 25 degrees of the largest. */
export function countryCentres(features: readonly NaturalEarthDivision[]) {
  const byCountry = new Map<string, ReturnType<typeof moments>[]>();
  for (const { geometry, properties } of features) {
    const list = byCountry.get(properties.iso_a2) ?? [];
    list.push(
      ...ringsOf(geometry)
        .map(moments)
        .filter(({ area }) => area > 0),
    );
    byCountry.set(properties.iso_a2, list);
  }
  return new Map(
    [...byCountry].flatMap(([code, parts]) => {
      const largest = parts.reduce((a, b) => (b.area > a.area ? b : a), parts[0]!);
      if (largest === undefined) return [];
      // Overseas parts (Guadeloupe, Alaska's far islands) would pull the middle out to sea.
      const near = parts.filter(
        ({ lat, lon, area }) =>
          area > largest.area / 100 &&
          Math.abs(lat - largest.lat) < 25 &&
          Math.abs(lon - largest.lon) < 50,
      );
      const total = near.reduce((sum, { area }) => sum + area, 0);
      const mean = (key: 'lat' | 'lon') =>
        near.reduce((sum, part) => sum + part[key] * part.area, 0) / total;
      return [[code, { lat: mean('lat'), lon: mean('lon') }] as const];
    }),
  );
}
