type Position = readonly [lon: number, lat: number];
/** Closed: its last position is its first. */
type Ring = readonly Position[];

/** Radius of the sphere that has the surface of the WGS 84 ellipsoid, in kilometres. */
const AUTHALIC_RADIUS = 6371.0072;
const RADIANS = Math.PI / 180;

/**
 * Square kilometres inside a ring on the sphere: the trapezoid sum of Chamberlain and Duquette, "Some
 * algorithms for polygons on a sphere" (JPL 07-03, 2007), with sides along lines of equal change in
 * longitude and in the sine of latitude. A ring around a pole is not measured so.
 */
function areaOfRing(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [lon0, lat0] = ring[i - 1]!;
    const [lon1, lat1] = ring[i]!;
    sum += (lon1 - lon0) * RADIANS * (2 + Math.sin(lat0 * RADIANS) + Math.sin(lat1 * RADIANS));
  }
  return Math.abs((sum * AUTHALIC_RADIUS ** 2) / 2);
}

/** Square kilometres of GeoJSON MultiPolygon coordinates; of each polygon the rings after the first are holes. */
export const areaOf = (polygons: readonly (readonly Ring[])[]): number =>
  polygons
    .map(([outer = [], ...holes]) =>
      holes.reduce((area, hole) => area - areaOfRing(hole), areaOfRing(outer)),
    )
    .reduce((sum, area) => sum + area, 0);
