import { placeId, type Precision } from '../domain/index.ts';
import { kilometresBetween } from './distance.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { ImportedPlace } from './import-geonames.ts';
import type { PlaceRecord } from './record.ts';

export interface ImportResult {
  readonly records: readonly PlaceRecord[];
  /** Known already: only their spellings are added, so that claims about them stay together. */
  readonly matched: number;
  readonly added: number;
}

/** As alike as the folding of marks, spaces and endings leaves a name; sounds alone are not enough. */
const ALIKE = 0.9;
/** How far apart two records of one place may be: points of divisions are middles of unlike outlines. */
const APART_KM: Readonly<Record<Precision, number>> = {
  exact: 2,
  settlement: 10,
  district: 40,
  province: 150,
  country: 1000,
  region: 1000,
};

function sameAs(place: ImportedPlace, gazetteer: Gazetteer): string | undefined {
  if (gazetteer.place(placeId(place.id))) return place.id;
  const { country, level } = place;
  for (const name of place.names) {
    for (const candidate of gazetteer.find(name, { country, level, limit: 5 })) {
      const near = kilometresBetween(candidate.place, place) <= APART_KM[level];
      if (near && candidate.similarity >= ALIKE) return candidate.place.id;
    }
  }
  return undefined;
}

/** "name:province:Helmand" is looked up by name; anything else is an id. */
function findParent(
  parent: string,
  { country }: ImportedPlace,
  gazetteer: Gazetteer,
  ids: ReadonlyMap<string, string>,
): string | undefined {
  const named = /^name:(province|district):(.*)$/.exec(parent);
  if (!named) return ids.get(parent) ?? gazetteer.place(placeId(parent))?.id;
  const level = named[1] as Precision;
  const [best] = gazetteer.find(named[2]!, { country, level, limit: 1 });
  return best && best.similarity >= ALIKE ? best.place.id : undefined;
}

/** Fits imported places to a gazetteer: what it knows keeps its id, what is new finds its parent. */
export function fitImport(places: readonly ImportedPlace[], gazetteer: Gazetteer): ImportResult {
  const ids = new Map(places.map((place) => [place.id, sameAs(place, gazetteer) ?? place.id]));
  const records = places.map(({ parents, ...record }): PlaceRecord => {
    const place = { ...record, parents };
    const parent = parents
      .map((each) => findParent(each, place, gazetteer, ids))
      .find((each) => each !== undefined && each !== ids.get(record.id));
    return {
      ...record,
      id: ids.get(record.id)!,
      ...(parent === undefined ? {} : { parent }),
    };
  });
  const matched = records.filter(({ id }) => gazetteer.place(placeId(id)) !== undefined).length;
  return { records, matched, added: records.length - matched };
}
