import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutAreas, joinArcs, simplify, type Arc, type ArcRing, type CutAreas } from './arcs.ts';
import { groupBy } from './group.ts';
import { countryOf } from './match.ts';
import { shownName } from './names.ts';
import { DATA, type NaturalEarthDivision, type Ring } from './sources.ts';

const FOLDER = join(DATA, 'boundaries');
/** Degrees; the world's outlines are seen from far away, provinces from near. */
const WORLD_TOLERANCE = 0.08;
/** Share of a country's width, so that small countries keep their shape. */
const SHARE = 1 / 140;
const FINEST = 0.004;
/** Looked at from close by; drawn four times as finely. */
const AT_WAR = new Set(
  'AF AM AZ BF CD CF ET HT IL IQ LB LY ML MM NE NG PS SD SO SS SY TD UA YE'.split(' '),
);
const COARSEST = 0.06;
/** Square degrees under which an island is left out of the world's outlines. */
const LEAST_ISLAND = 0.02;

/** Antarctica: much shore, nobody's war. */
const UNDRAWN = new Set(['AQ']);

export interface NamedArea {
  readonly id: string;
  readonly name: string;
}

const rounded = (ring: Ring, digits: number) => {
  const round = (value: number) => Number(value.toFixed(digits));
  const points = ring.map(([lon, lat]) => [round(lon), round(lat)] as const);
  return points.filter(
    (point, i) => i === 0 || point[0] !== points[i - 1]![0] || point[1] !== points[i - 1]![1],
  );
};

function area(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    twice += ring[i]![0] * ring[i + 1]![1] - ring[i + 1]![0] * ring[i]![1];
  }
  return Math.abs(twice) / 2;
}

const collection = (features: readonly unknown[]) =>
  `{"type":"FeatureCollection","features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;

const feature = (properties: object, polygons: readonly (readonly Ring[])[]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'MultiPolygon', coordinates: polygons },
});

function toleranceOf(code: string, features: readonly NaturalEarthDivision[]): number {
  const lats = features.flatMap(({ properties }) => [properties.latitude]);
  const spread = Math.max(...lats) - Math.min(...lats);
  const tolerance = Math.min(COARSEST, Math.max(FINEST, spread * SHARE));
  return AT_WAR.has(code) ? tolerance / 4 : tolerance;
}

/** Arcs that only one country uses, stitched into rings. */
function outline(rings: readonly ArcRing[], countries: readonly string[]): readonly ArcRing[] {
  const border = rings.flat().filter(({ arc }) => {
    const own = new Set([...arc.owners].map((owner) => countries[owner]));
    return own.size > 1 || arc.owners.size === 1;
  });
  const start = ({ arc, forward }: ArcRing[number]) =>
    String(forward ? arc.points[0] : arc.points.at(-1));
  const end = ({ arc, forward }: ArcRing[number]) =>
    String(forward ? arc.points.at(-1) : arc.points[0]);
  const open = groupBy(border, start);
  const stitched: ArcRing[] = [];
  for (const first of border) {
    if (!open.get(start(first))?.includes(first)) continue;
    const ring: ArcRing[number][] = [];
    for (let next: ArcRing[number] | undefined = first; next; next = open.get(end(next))?.[0]) {
      const list: ArcRing[number][] = open.get(start(next))!;
      list.splice(list.indexOf(next), 1);
      ring.push(next);
      if (end(next) === start(first)) break;
    }
    if (end(ring.at(-1)!) === start(first)) stitched.push(ring);
  }
  return stitched;
}

function worldFile(cut: CutAreas, codes: readonly string[], names: ReadonlyMap<string, string>) {
  const simple = new Map<Arc, Ring>();
  const pointsOf = (arc: Arc) => {
    const known = simple.get(arc) ?? simplify(arc.points, WORLD_TOLERANCE);
    simple.set(arc, known);
    return known;
  };
  const groups = groupBy(codes.keys(), (i) => codes[i]!);
  return collection(
    [...groups].flatMap(([code, members]) => {
      const name = names.get(code);
      if (name === undefined) return [];
      const rings = outline(
        members.flatMap((i) => cut.areas[i]!.flat()),
        codes,
      ).map((ring) => rounded(joinArcs(ring, pointsOf), 2));
      const sized = rings.filter((ring) => ring.length > 3).sort((a, b) => area(b) - area(a));
      const kept = sized.filter((ring, i) => i === 0 || area(ring) >= LEAST_ISLAND);
      if (kept.length === 0) return [];
      return [
        feature(
          { id: `iso3166:${code}`, name, country: code },
          kept.map((ring) => [ring]),
        ),
      ];
    }),
  );
}

/** Writes `boundaries/world.json` and `boundaries/XX.json` for every country. */
export function writeBoundaries(
  features: readonly NaturalEarthDivision[],
  areaOf: ReadonlyMap<NaturalEarthDivision, NamedArea>,
  countryNames: ReadonlyMap<string, string>,
): number {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const codes = features.map(countryOf);
  const cut = cutAreas(features.map(({ geometry }) => geometry));
  const members = groupBy(features.keys(), (i) => codes[i]!);
  const tolerances = new Map(
    [...members].map(([code, list]) => [
      code,
      toleranceOf(
        code,
        list.map((i) => features[i]!),
      ),
    ]),
  );
  const simple = new Map(
    cut.arcs.map((arc) => {
      // The finer of two neighbours' tolerances: their files then meet along one line.
      const finest = Math.min(...[...arc.owners].map((owner) => tolerances.get(codes[owner]!)!));
      return [arc, simplify(arc.points, finest)];
    }),
  );
  writeFileSync(join(FOLDER, 'world.json'), worldFile(cut, codes, countryNames));
  for (const [code, list] of members) {
    if (!countryNames.has(code) || UNDRAWN.has(code)) continue;
    const tolerance = tolerances.get(code)!;
    const least = tolerance ** 2 * 4;
    const digits = tolerance > 0.02 ? 2 : 3;
    const drawn = list.flatMap((i) => {
      const one = features[i]!;
      const named = areaOf.get(one);
      const shown = one.properties.name_en ?? one.properties.name;
      const name = named?.name ?? (shown ? shownName(shown, code) : '');
      const id = named?.id ?? `naturalearth:${one.properties.adm1_code}`;
      const polygons = cut.areas[i]!.map((rings) =>
        rings
          .map((ring) =>
            rounded(
              joinArcs(ring, (arc) => simple.get(arc)!),
              digits,
            ),
          )
          .filter((ring) => ring.length > 3),
      ).filter((rings) => rings.length > 0);
      const sized = polygons.sort((a, b) => area(b[0]!) - area(a[0]!));
      const kept = sized.filter((rings, at) => at === 0 || area(rings[0]!) >= least);
      return kept.length === 0 ? [] : [feature({ id, name, country: code }, kept)];
    });
    if (drawn.length > 0) writeFileSync(join(FOLDER, `${code}.json`), collection(drawn));
  }
  return readdirSync(FOLDER).length;
}
