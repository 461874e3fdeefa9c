import { isResolved, type PlaceReference, type Precision } from '../../src/domain/index.ts';
import type { Gazetteer } from '../../src/gazetteer/gazetteer.ts';

/** A place as the annotators write it: "Kandahar (city): airport", "Helmand (province)", "Goma". */
export interface GoldPlace {
  readonly names: readonly string[];
  readonly level: 'city' | 'district' | 'province' | null;
  readonly part: string | null;
}

const SITE =
  /\s+(airport|air base|airbase|prison|base|border crossing|border post|headquarters|university|outskirts|surroundings)\b.*$/i;

export function parseGoldPlace(text: string): GoldPlace {
  const [whole = '', ...rest] = text.split(': ');
  const marked = /^(.*?)\s*\((.*)\)$/.exec(whole);
  const mark = marked?.[2];
  const level = mark === 'city' || mark === 'district' || mark === 'province' ? mark : null;
  const bare = (marked?.[1] ?? whole).replace(/ districts?$/, '');
  const site = SITE.exec(bare);
  const part =
    rest.length > 0 ? rest.join(': ') : site ? site[0].trim() : mark && !level ? mark : null;
  return { names: bare.replace(SITE, '').split(/ and |, /), level, part };
}

const LEVELS: Readonly<Record<'city' | 'district' | 'province', readonly Precision[]>> = {
  city: ['settlement', 'exact'],
  district: ['district'],
  province: ['province'],
};

const folded = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\b(city|province|district|town|state|al|el|the)\b|[^a-z]/g, '');

/** The annotators' names are looked up in the gazetteer, so that any spelling it knows will do. */
const SPELLINGS = 25;

/** Whether the reader's place is the one annotated, whatever its level or part. */
export function samePlace(gold: GoldPlace, place: PlaceReference, gazetteer: Gazetteer): boolean {
  return gold.names.some((name) => {
    if (folded(name) === '') return false;
    if (!isResolved(place)) return folded(place.text).includes(folded(name));
    if (folded(place.name) === folded(name) || folded(place.text) === folded(name)) return true;
    return gazetteer.find(name, { limit: SPELLINGS }).some((found) => found.place.id === place.id);
  });
}

/** Whether city, district and province agree; true where the annotation gives none. */
export const sameLevel = (gold: GoldPlace, place: PlaceReference) =>
  gold.level === null || (isResolved(place) && LEVELS[gold.level].includes(place.precision));
