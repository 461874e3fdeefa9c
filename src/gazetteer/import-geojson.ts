import type { Precision } from '../domain/index.ts';
import type { ImportedPlace } from './import-geonames.ts';

export interface GeoJsonOptions {
  /** First part of the ids, for example "ocha"; default by the fields of the file. */
  readonly source?: string;
  /** ISO 3166-1 alpha-2, for files that do not say. */
  readonly country?: string;
  /** ISO 3166-1 alpha-3 to alpha-2. */
  readonly alpha2: (alpha3: string) => string | undefined;
}

type Fields = ReadonlyMap<string, string>;
type Position = readonly [number, number];

interface Feature {
  readonly properties: Fields;
  readonly point: Position | undefined;
}

const LEVELS: readonly Precision[] = ['country', 'province', 'district'];

function fieldsOf(properties: unknown): Fields {
  if (typeof properties !== 'object' || properties === null) return new Map();
  return new Map(
    Object.entries(properties).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number'
        ? [[name.toLowerCase(), String(value).trim()] as const]
        : [],
    ),
  );
}

const first = (fields: Fields, ...names: readonly string[]): string | undefined =>
  names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '');

/** Signed area and centre of a ring, in degrees: good enough for a point inside a district. */
function centreOf(ring: readonly Position[]): { area: number; point: Position } {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x0, y0], [x1, y1]] = [ring[i]!, ring[i + 1]!];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  if (area === 0) return { area: 0, point: ring[0] ?? [0, 0] };
  return { area: Math.abs(area / 2), point: [x / (3 * area), y / (3 * area)] };
}

function pointOf(geometry: unknown): Position | undefined {
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: unknown };
  if (type === 'Point') return coordinates as Position;
  const polygons =
    type === 'Polygon'
      ? [coordinates as readonly (readonly Position[])[]]
      : type === 'MultiPolygon'
        ? (coordinates as readonly (readonly (readonly Position[])[])[])
        : [];
  const centres = polygons.flatMap((rings) => (rings[0] ? [centreOf(rings[0])] : []));
  return centres.sort((a, b) => b.area - a.area)[0]?.point;
}

const isPosition = (point: Position | undefined): point is Position =>
  point !== undefined && point.length >= 2 && point.every(Number.isFinite);

/** COD-AB names fields by level (ADM2_EN or adm2_name, ADM2_PCODE), geoBoundaries by shapeType. */
function levelOf(fields: Fields, isPoint: boolean): number | 'settlement' | undefined {
  const shape = /^ADM([0-5])$/i.exec(fields.get('shapetype') ?? '')?.[1];
  if (shape !== undefined) return Number(shape);
  if (isPoint) return 'settlement';
  return [4, 3, 2, 1, 0].find((n) => first(fields, `adm${n}_pcode`, `adm${n}_en`, `adm${n}_name`));
}

function countryOf(fields: Fields, { country, alpha2 }: GeoJsonOptions): string | undefined {
  const code = first(fields, 'adm0_pcode', 'iso2', 'country_code', 'iso_a2');
  if (code !== undefined && /^[A-Z]{2}$/i.test(code)) return code.toUpperCase();
  return country ?? alpha2(first(fields, 'shapegroup', 'iso3', 'adm0_iso3') ?? '');
}

function placeOf(
  { properties: fields, point }: Feature,
  index: number,
  options: GeoJsonOptions,
  isPoint: boolean,
): ImportedPlace[] {
  const level = levelOf(fields, isPoint);
  const country = countryOf(fields, options);
  if (level === undefined || level === 0 || country === undefined || !isPosition(point)) return [];
  const own =
    level === 'settlement'
      ? ['name', 'name_en', 'featurename', 'asciiname']
      : [
          `adm${level}_en`,
          `adm${level}_name`,
          `adm${level}_ref`,
          `adm${level}_alt1en`,
          `adm${level}_alt2en`,
          'shapename',
          'name',
          'name_en',
        ];
  const names = own.flatMap((field) => fields.get(field) || []);
  if (names.length === 0) return [];
  const code =
    (level === 'settlement' ? undefined : first(fields, `adm${level}_pcode`)) ??
    first(fields, 'pcode', 'shapeid', 'id');
  const source =
    options.source ?? (first(fields, 'shapeid') !== undefined ? 'geoboundaries' : 'ocha');
  const above = level === 'settlement' ? 4 : level - 1;
  const parents = Array.from({ length: above }, (_, i) => above - i).flatMap((n) => {
    const pcode = first(fields, `adm${n}_pcode`);
    const name = first(fields, `adm${n}_en`, `adm${n}_name`);
    return [
      ...(pcode === undefined ? [] : [`${source}:${pcode}`]),
      ...(name === undefined ? [] : [`name:${n === 1 ? 'province' : 'district'}:${name}`]),
    ];
  });
  return [
    {
      id: `${source}:${code ?? `${country}-${index}`}`,
      names: [...new Set([...names, ...(code === undefined ? [] : [code])])],
      level: level === 'settlement' ? level : (LEVELS[level] ?? 'district'),
      lat: point[1],
      lon: point[0],
      country,
      parents: [...parents, `iso3166:${country}`],
    },
  ];
}

/**
 * Places of a GeoJSON file: OCHA COD-AB, geoBoundaries, or points with a name.
 * @throws SyntaxError when it is no JSON, Error when it is no feature collection.
 */
export function readGeoJson(text: string, options: GeoJsonOptions): readonly ImportedPlace[] {
  const parsed = JSON.parse(text) as { readonly type?: unknown; readonly features?: unknown };
  if (parsed.type !== 'FeatureCollection' || !Array.isArray(parsed.features)) {
    throw new Error(
      `saw GeoJSON of type ${JSON.stringify(parsed.type)}; expected a FeatureCollection`,
    );
  }
  return parsed.features.flatMap((feature: unknown, index) => {
    const { properties, geometry } = (feature ?? {}) as {
      properties?: unknown;
      geometry?: { type?: string };
    };
    const read = { properties: fieldsOf(properties), point: pointOf(geometry) };
    return placeOf(read, index, options, geometry?.type === 'Point');
  });
}
