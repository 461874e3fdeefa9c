import { plain } from '../../src/gazetteer/fold.ts';
import type { PlaceRecord } from '../../src/gazetteer/record.ts';
import { hasFixedSpelling, shownName } from './names.ts';
import { parentOf, type Settlement } from './settlements.ts';
import { villages, type Village } from './sources.ts';
import { otherSpellings, withoutNamesakes } from './spellings.ts';
import { hasWar } from './wars.ts';

/** Entries of one name within this are one town: about eleven kilometres. */
const SAME_DEGREES = 0.1;
const SHORTEST = 4;
/** GeoNames' code for a part of a populated place. */
const PART = 'PPLX';
/** Smaller ones would take what is shipped over its size: import a dump where villages count. */
const LEAST = 1000;
const LEAST_IN_WAR = 500;

/** "Clacton" of "Clacton-on-Sea": the other names with which the full one begins. */
const shortNames = ({ name, otherNames }: Village) =>
  otherNames.filter(
    (other) => other.length >= SHORTEST && plain(name).startsWith(`${plain(other)} `),
  );

function settlementOf(village: Village, known: ReadonlySet<string>): Settlement {
  const { id, name, lat, lon, country, admin1, admin2, population } = village;
  const city = { country, admin1, admin2 };
  const record: PlaceRecord = {
    id: `geonames:${id}`,
    names: [shownName(name, country), ...shortNames(village)],
    level: 'settlement',
    lat,
    lon,
    country,
    parent: parentOf(city, known),
    ...(population > 0 ? { population } : {}),
    ...(hasFixedSpelling(country) ? { fixedSpelling: true } : {}),
  };
  return { record, city, feature: '' };
}

/** The town's record with the population and the short names that it comes without. */
function completed(town: Settlement, village: Village): Settlement {
  const population = town.record.population ?? village.population;
  const names = [...town.record.names, ...shortNames(village)];
  const record = { ...town.record, names, ...(population > 0 ? { population } : {}) };
  return { ...town, record };
}

/** The towns, completed, and the places and parts of cities that their list leaves out. */
export function withVillages(
  towns: readonly Settlement[],
  known: ReadonlySet<string>,
): readonly Settlement[] {
  const list = [...towns];
  const ids = new Set(list.map(({ record }) => record.id));
  const places = new Map<string, number[]>();
  const note = (country: string, name: string, at: number) => {
    const key = `${country} ${plain(name)}`;
    places.set(key, [...(places.get(key) ?? []), at]);
  };
  list.forEach(({ record: { names, country } }, at) => {
    for (const name of new Set(names)) note(country, name, at);
  });
  const spellings = new Map<string, readonly string[]>();
  for (const village of villages()) {
    const { id, feature, country, lat, lon, population } = village;
    const name = shownName(village.name, country);
    const same = (places.get(`${country} ${plain(name)}`) ?? []).find((at) => {
      const { record } = list[at]!;
      return Math.abs(record.lat - lat) < SAME_DEGREES && Math.abs(record.lon - lon) < SAME_DEGREES;
    });
    const least = hasWar(country) ? LEAST_IN_WAR : LEAST;
    const isNew = !ids.has(`geonames:${id}`) && (feature === PART || population >= least);
    const own =
      same !== undefined
        ? completed(list[same]!, village)
        : isNew
          ? settlementOf(village, known)
          : undefined;
    if (own === undefined) continue;
    spellings.set(own.record.id, otherSpellings(own, village));
    if (same !== undefined) list[same] = own;
    else {
      note(country, name, list.length);
      list.push(own);
    }
  }
  const spelt = withoutNamesakes(
    list.map(({ record }) => record),
    spellings,
  );
  return list.map((one, i) => ({ ...one, record: spelt[i]! }));
}
