import { similarity } from '../../src/gazetteer/fold.ts';
import { groupBy } from './group.ts';
import { namesOfDivision, namesOfFeature } from './divisions.ts';
import { ringsOf } from './outlines.ts';
import { divisionId, type Settlement } from './settlements.ts';
import type { Division, NaturalEarthDivision, Ring } from './sources.ts';

/** Country of a feature; where GeoNames and ISO agree on another than the drawing's, theirs (Crimea). */
export function countryOf({ properties: p }: NaturalEarthDivision): string {
  const [geonames, iso] = [p.gn_a1_code?.slice(0, 3), p.iso_3166_2?.slice(0, 3)];
  if (!geonames || !iso || !/^[A-Z]{2}\.$/.test(geonames)) return p.iso_a2;
  return p.gn_a1_code !== geonames && geonames.slice(0, 2) === iso.slice(0, 2)
    ? iso.slice(0, 2)
    : p.iso_a2;
}

function inRing(lat: number, lon: number, ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (a[1] > lat !== b[1] > lat && lon < ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0]) {
      inside = !inside;
    }
  }
  return inside;
}

interface Shape {
  readonly feature: NaturalEarthDivision;
  readonly rings: readonly { readonly ring: Ring; readonly box: readonly number[] }[];
}

function shapeOf(feature: NaturalEarthDivision): Shape {
  const rings = ringsOf(feature.geometry).map((ring) => {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [lon, lat] of ring) {
      box[0] = Math.min(box[0]!, lon);
      box[1] = Math.min(box[1]!, lat);
      box[2] = Math.max(box[2]!, lon);
      box[3] = Math.max(box[3]!, lat);
    }
    return { ring, box };
  });
  return { feature, rings };
}

const covers = ({ rings }: Shape, { lat, lon }: { readonly lat: number; readonly lon: number }) =>
  rings.filter(
    ({ ring, box }) =>
      lon >= box[0]! &&
      lon <= box[2]! &&
      lat >= box[1]! &&
      lat <= box[3]! &&
      inRing(lat, lon, ring),
  ).length %
    2 ===
  1;

/** Settlements inside each feature, counted by the id of the first- or second-level division they belong to. */
function census(shapes: readonly Shape[], list: readonly Settlement[], level: 1 | 2) {
  const counts = new Map<NaturalEarthDivision, Map<string, number>>();
  for (const { record, city } of list) {
    const shape = shapes.find((one) => covers(one, record));
    if (!shape) continue;
    const codes = [city.country, city.admin1, ...(level === 2 ? [city.admin2] : [])];
    const id = divisionId(...codes);
    const inside = counts.get(shape.feature) ?? new Map<string, number>();
    inside.set(id, (inside.get(id) ?? 0) + 1);
    counts.set(shape.feature, inside);
  }
  return counts;
}

const LEAST = 0.45;

interface Pair {
  readonly id: string;
  readonly feature: NaturalEarthDivision;
  readonly score: number;
}

function pairsIn(
  divisions: readonly Division[],
  shapes: readonly Shape[],
  list: readonly Settlement[],
  level: 1 | 2,
): readonly Pair[] {
  const counts = census(shapes, list, level);
  const totals = new Map<string, number>();
  for (const inside of counts.values()) {
    for (const [id, count] of inside) totals.set(id, (totals.get(id) ?? 0) + count);
  }
  return shapes.flatMap(({ feature }) => {
    const inside = counts.get(feature) ?? new Map<string, number>();
    const all = [...inside.values()].reduce((a, b) => a + b, 0);
    const names = namesOfFeature(feature).filter((name) => name !== '');
    return divisions.flatMap((division): readonly Pair[] => {
      const id = divisionId(division.code);
      const shared = inside.get(id) ?? 0;
      const overlap = shared / Math.max(1, all, totals.get(id) ?? 0);
      const alike = Math.max(
        0,
        ...namesOfDivision(division).flatMap((a) => names.map((b) => similarity(a, b))),
      );
      const score = 0.6 * overlap + 0.4 * alike;
      return score >= LEAST ? [{ id, feature, score }] : [];
    });
  });
}

/** Each division with the one feature that holds its settlements and bears its name, best pairs first. */
export function matchFeatures(
  divisions: { readonly first: readonly Division[]; readonly second: readonly Division[] },
  features: readonly NaturalEarthDivision[],
  list: readonly Settlement[],
): ReadonlyMap<string, NaturalEarthDivision> {
  const matches = new Map<string, NaturalEarthDivision>();
  const used = new Set<NaturalEarthDivision>();
  const inCountry = groupBy(list, ({ city }) => city.country);
  const byCountry = groupBy(features.map(shapeOf), ({ feature }) => countryOf(feature));
  const ofCountry = (all: readonly Division[], code: string) =>
    all.filter((division) => division.code.startsWith(`${code}.`));
  for (const [code, shapes] of byCountry) {
    for (const level of [1, 2] as const) {
      const open = shapes.filter(({ feature }) => !used.has(feature));
      const wanted = ofCountry(level === 1 ? divisions.first : divisions.second, code);
      const pairs = pairsIn(wanted, open, inCountry.get(code) ?? [], level);
      for (const { id, feature } of pairs.toSorted((a, b) => b.score - a.score)) {
        if (matches.has(id) || used.has(feature)) continue;
        matches.set(id, feature);
        used.add(feature);
      }
    }
  }
  return matches;
}
