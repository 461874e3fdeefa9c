import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { labelPoints } from './label-points.ts';

type Position = readonly [number, number];
export type Ring = readonly Position[];

export interface Division {
  readonly properties: { readonly id: string; readonly name: string; readonly country: string };
  readonly geometry: {
    readonly type: 'MultiPolygon';
    readonly coordinates: readonly (readonly Ring[])[];
  };
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Degrees around a country that a map of it may show on a wide screen. */
const MARGIN = 14;
/** Share of a country's width and height around it within which names of its neighbours stand. */
const NAMED = 0.08;

function boxOf(divisions: readonly Division[]): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon, lat] of divisions.flatMap(({ geometry }) => geometry.coordinates.flat(2))) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

const meets = (a: Box, b: Box) =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

const widened = (box: Box, lon: number, lat: number): Box => ({
  west: box.west - lon,
  east: box.east + lon,
  south: box.south - lat,
  north: box.north + lat,
});

/** Sides that no other ring has: where two divisions meet, their sides cancel and the border is left. */
function borderOf(divisions: readonly Division[]): Position[][] {
  const sides = new Map<string, Position[] | null>();
  for (const ring of divisions.flatMap(({ geometry }) => geometry.coordinates.flat())) {
    for (let index = 1; index < ring.length; index++) {
      const [from, to] = [ring[index - 1]!, ring[index]!];
      const key = [from.join(), to.join()].sort().join(' ');
      sides.set(key, sides.has(key) ? null : [from, to]);
    }
  }
  return [...sides.values()].filter((side) => side !== null);
}

/** The countries around one: land without divisions, and borders, as one GeoJSON collection. */
function aroundOf(code: string, countries: ReadonlyMap<string, readonly Division[]>) {
  const own = boxOf(countries.get(code) ?? []);
  const view = widened(own, MARGIN, MARGIN);
  const features = [...countries].flatMap(([other, all]) => {
    const near = other === code ? [] : all.filter((division) => meets(boxOf([division]), view));
    if (near.length === 0) return [];
    const land = {
      type: 'MultiPolygon',
      coordinates: near.flatMap(({ geometry }) => geometry.coordinates),
    };
    const border = { type: 'MultiLineString', coordinates: borderOf(near) };
    return [
      { type: 'Feature', properties: { country: other, part: 'land' }, geometry: land },
      { type: 'Feature', properties: { country: other, part: 'border' }, geometry: border },
    ];
  });
  const border = { type: 'MultiLineString', coordinates: borderOf(countries.get(code) ?? []) };
  const ownBorder = {
    type: 'Feature',
    properties: { country: code, part: 'own' },
    geometry: border,
  };
  const named = widened(own, NAMED * (own.east - own.west), NAMED * (own.north - own.south));
  const near = new Map(
    [...countries].map(([other, all]) => [
      other,
      all.filter((division) => meets(boxOf([division]), named)),
    ]),
  );
  const names = labelPoints(named, near, code).map(({ country, lon, lat, free }) => ({
    type: 'Feature',
    properties: { country, part: 'name', free },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }));
  return { type: 'FeatureCollection', features: [...features, ownBorder, ...names] };
}

/** Boundary files of a folder; what is read or worked out once is kept. */
export class Boundaries {
  readonly #folder: string;
  readonly #around = new Map<string, string>();
  #all: Promise<ReadonlyMap<string, readonly Division[]>> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** GeoJSON of the first-level divisions; undefined when there is none. */
  divisions(code: string): Promise<string | undefined> {
    return readFile(join(this.#folder, `${code}.json`), 'utf8').catch(() => undefined);
  }

  async around(code: string): Promise<string> {
    this.#all ??= this.#readAll();
    const kept = this.#around.get(code) ?? JSON.stringify(aroundOf(code, await this.#all));
    this.#around.set(code, kept);
    return kept;
  }

  async #readAll() {
    const names = (await readdir(this.#folder)).filter((name) => /^[A-Z]{2}\.json$/.test(name));
    const read = names.map(async (name) => {
      const { features } = JSON.parse(await readFile(join(this.#folder, name), 'utf8')) as {
        features: Division[];
      };
      return [name.slice(0, 2), features] as const;
    });
    return new Map(await Promise.all(read));
  }
}
