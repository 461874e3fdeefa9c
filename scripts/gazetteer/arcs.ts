import type { Geometry, Ring } from './sources.ts';

/**
 * Outlines cut into arcs where three areas meet, so that neighbours share each border and simplify it
 * alike: no slivers, no overlaps.
 */
export interface Arc {
  readonly points: Ring;
  /** Positions of the areas that use it. */
  readonly owners: Set<number>;
}

/** A ring as arcs in order; `forward` is false where it runs against the arc. */
export type ArcRing = readonly { readonly arc: Arc; readonly forward: boolean }[];

export interface CutAreas {
  readonly arcs: readonly Arc[];
  /** For each area its polygons, each a list of rings. */
  readonly areas: readonly (readonly (readonly ArcRing[])[])[];
}

type Point = readonly [number, number];
const keyOf = ([lon, lat]: Point) => `${lon.toFixed(5)},${lat.toFixed(5)}`;
const polygonsOf = (geometry: Geometry) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** Points where borders part: those with other than two distinct neighbours over all rings. */
function junctions(rings: readonly Ring[]): ReadonlySet<string> {
  const around = new Map<string, Set<string>>();
  for (const ring of rings) {
    const keys = ring.map(keyOf);
    for (let i = 0; i + 1 < keys.length; i++) {
      for (const [a, b] of [
        [keys[i]!, keys[i + 1]!],
        [keys[i + 1]!, keys[i]!],
      ] as const) {
        const known = around.get(a);
        if (known) known.add(b);
        else around.set(a, new Set([b]));
      }
    }
  }
  return new Set([...around].filter(([, { size }]) => size !== 2).map(([key]) => key));
}

/** The ring opened at its first junction, or at its least point when it meets no other. */
function opened(ring: Ring, joins: ReadonlySet<string>): Ring {
  const open = ring.slice(0, -1);
  let start = open.findIndex((point) => joins.has(keyOf(point)));
  if (start < 0) {
    const keys = open.map(keyOf);
    start = keys.indexOf(keys.reduce((a, b) => (b < a ? b : a), keys[0]!));
  }
  const turned = [...open.slice(start), ...open.slice(0, start)];
  return [...turned, turned[0]!];
}

function pieces(ring: Ring, joins: ReadonlySet<string>): readonly Ring[] {
  const cut: Ring[] = [];
  let from = 0;
  for (let i = 1; i < ring.length; i++) {
    if (i < ring.length - 1 && !joins.has(keyOf(ring[i]!))) continue;
    cut.push(ring.slice(from, i + 1));
    from = i;
  }
  return cut;
}

export function cutAreas(geometries: readonly Geometry[]): CutAreas {
  const joins = junctions(geometries.flatMap((geometry) => polygonsOf(geometry).flat()));
  const byKey = new Map<string, Arc>();
  const file = (points: Ring, owner: number) => {
    const forward = points.map(keyOf).join(' ');
    const backward = [...points].reverse().map(keyOf).join(' ');
    const isForward = forward <= backward;
    const key = isForward ? forward : backward;
    let arc = byKey.get(key);
    if (!arc) {
      arc = { points: isForward ? points : [...points].reverse(), owners: new Set() };
      byKey.set(key, arc);
    }
    arc.owners.add(owner);
    return { arc, forward: isForward };
  };
  const areas = geometries.map((geometry, owner) =>
    polygonsOf(geometry).map((rings) =>
      rings.map((ring) => pieces(opened(ring, joins), joins).map((points) => file(points, owner))),
    ),
  );
  return { arcs: [...byKey.values()], areas };
}

function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length;
  const t = Math.min(1, Math.max(0, share));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}

/** Douglas–Peucker, `tolerance` in degrees; the ends of an arc never move. */
export function simplify(points: Ring, tolerance: number): Ring {
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const open: [number, number][] = [[0, points.length - 1]];
  for (let range = open.pop(); range; range = open.pop()) {
    const [from, to] = range;
    let [farthest, at] = [0, -1];
    for (let i = from + 1; i < to; i++) {
      const distance = distanceToSegment(points[i]!, points[from]!, points[to]!);
      if (distance > farthest) [farthest, at] = [distance, i];
    }
    if (at < 0 || farthest <= tolerance) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  return points.filter((_, i) => keep[i] === 1);
}

/** Arcs end to end as one closed ring. */
export function joinArcs(ring: ArcRing, pointsOf: (arc: Arc) => Ring): Ring {
  const points: Point[] = [];
  for (const { arc, forward } of ring) {
    const part = forward ? pointsOf(arc) : [...pointsOf(arc)].reverse();
    points.push(...part.slice(points.length === 0 ? 0 : 1));
  }
  return points;
}
