import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place, PlaceId } from '../domain/index.ts';
import { areaOf } from '../gazetteer/area.ts';

interface Boundaries {
  readonly features: readonly {
    readonly properties: { readonly id: PlaceId };
    readonly geometry: { readonly coordinates: Parameters<typeof areaOf>[0] };
  }[];
}

function areasOfCountry(path: string): ReadonlyMap<PlaceId, number> {
  if (!existsSync(path)) return new Map();
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as Boundaries;
  return new Map(
    features.map(({ properties, geometry }) => [properties.id, areaOf(geometry.coordinates)]),
  );
}

/** Square kilometres of divisions that have a boundary in `<country>.json`; a file is read when first asked for. */
export function areasIn(folder: string): (place: Place) => number | undefined {
  const countries = new Map<string, ReadonlyMap<PlaceId, number>>();
  return ({ id, country }) => {
    if (!/^[A-Z]{2}$/.test(country)) return undefined;
    let areas = countries.get(country);
    if (!areas) countries.set(country, (areas = areasOfCountry(join(folder, `${country}.json`))));
    return areas.get(id);
  };
}
