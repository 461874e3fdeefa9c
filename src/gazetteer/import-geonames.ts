import type { Precision } from '../domain/index.ts';
import type { PlaceRecord } from './record.ts';

/** Columns of a GeoNames dump: https://download.geonames.org/export/dump/readme.txt. */
const COLUMNS = 19;
const [ID, NAME, , OTHERS, LAT, LON, CLASS, CODE, COUNTRY, , ADMIN1, ADMIN2] = Array(12).keys();
const POPULATION = 14;

const DIVISIONS: Readonly<Record<string, Precision>> = { ADM1: 'province', ADM2: 'district' };
/** Populated places; abandoned and destroyed ones (PPLQ, PPLW) are still named in reports. */
const SETTLEMENT = /^PPL/;

const isNameLike = (name: string) => name !== '' && !/^https?:/.test(name);

function levelOf(cells: readonly string[]): Precision | undefined {
  if (cells[CLASS!] === 'A') return DIVISIONS[cells[CODE!]!];
  return cells[CLASS!] === 'P' && SETTLEMENT.test(cells[CODE!]!) ? 'settlement' : undefined;
}

function idOf(cells: readonly string[], level: Precision): string {
  const code = [cells[COUNTRY!], cells[ADMIN1!], cells[ADMIN2!]];
  if (level === 'province') return `geonames:${code.slice(0, 2).join('.')}`;
  return level === 'district' ? `geonames:${code.join('.')}` : `geonames:${cells[ID!]}`;
}

/** Nearest division first; the one that some gazetteer knows becomes the parent. */
function parentsOf(cells: readonly string[], level: Precision): readonly string[] {
  const [country, first, second] = [cells[COUNTRY!], cells[ADMIN1!], cells[ADMIN2!]];
  const district =
    level === 'settlement' && second !== '' ? [`geonames:${country}.${first}.${second}`] : [];
  const province =
    level !== 'province' && first !== '' && first !== '00' ? [`geonames:${country}.${first}`] : [];
  return [...district, ...province, `iso3166:${country}`];
}

/** A record whose parent is the first of `parents` that is known; see {@link ./import.ts}. */
export interface ImportedPlace extends PlaceRecord {
  readonly parents: readonly string[];
}

/** Places of a GeoNames dump: first- and second-level divisions and settlements. */
export function readGeoNames(text: string): readonly ImportedPlace[] {
  return text.split('\n').flatMap((line) => {
    const cells = line.split('\t');
    if (cells.length < COLUMNS) return [];
    const level = levelOf(cells);
    const [lat, lon] = [Number(cells[LAT!]), Number(cells[LON!])];
    if (level === undefined || !Number.isFinite(lat) || !Number.isFinite(lon)) return [];
    const names = [cells[NAME!]!, ...cells[OTHERS!]!.split(',')].filter(isNameLike);
    const population = Number(cells[POPULATION]);
    return [
      {
        id: idOf(cells, level),
        names: [...new Set(names)],
        level,
        lat,
        lon,
        country: cells[COUNTRY!]!,
        parents: parentsOf(cells, level),
        ...(population > 0 ? { population } : {}),
      },
    ];
  });
}

/** Whether a text looks like a GeoNames dump. */
export const isGeoNames = (text: string): boolean => {
  const cells = text.slice(0, 5000).split('\n')[0]!.split('\t');
  return cells.length === COLUMNS && /^\d+$/.test(cells[0]!);
};
