import type { Precision } from '../domain/index.ts';
import { hash, plain, sound, tight } from './fold.ts';
import { writeHashIndex } from './hash-index.ts';
import type { GazetteerSource, PlaceRecord } from './record.ts';
import { bytesOf, threeBytes, writeSections } from './sections.ts';

export const LEVELS: readonly Precision[] = [
  'country',
  'province',
  'district',
  'settlement',
  'region',
  'exact',
];

const DEGREE_STEPS = 2 ** 24 / 360;
const LONGEST_NAME = 255;
const MOST_NAMES = 255;

function joined(texts: readonly string[]) {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const lengths = Uint8Array.from(parts, (part) => part.length);
  const blob = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    blob.set(part, at);
    at += part.length;
  }
  return { blob, lengths };
}

/** Degrees in three bytes: steps of 2.1e-5 degrees, about two metres. */
const packDegrees = (values: readonly number[]) =>
  threeBytes.from(
    values.map((value) =>
      Math.min(2 ** 24 - 1, Math.max(0, Math.round((value + 180) * DEGREE_STEPS))),
    ),
  );

export const unpackDegrees = (bytes: Uint8Array, i: number) =>
  Math.round((threeBytes.read(bytes, i) / DEGREE_STEPS - 180) * 1e4) / 1e4;

const usable = (name: string) =>
  name !== '' && new TextEncoder().encode(name).length <= LONGEST_NAME;

/** Each record's names, those that fold to the same plain form only once. */
function namesOf(record: PlaceRecord): readonly string[] {
  const seen = new Set<string>();
  const distinct = record.names.filter(usable).filter((name) => {
    const key = plain(name);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return distinct.slice(0, MOST_NAMES);
}

const NUMERIC = /^[1-9]\d{0,8}$/;
const sourceOf = (id: string) => id.slice(0, id.indexOf(':'));
const codeOf = (id: string) => id.slice(id.indexOf(':') + 1);

/** Written ids first, numbered ids after them in order of source and number: those are searched by halving. */
function inOrder(records: Iterable<PlaceRecord>, sources: readonly string[]) {
  const key = ({ id }: PlaceRecord) =>
    NUMERIC.test(codeOf(id)) ? sources.indexOf(sourceOf(id)) * 1e9 + Number(codeOf(id)) : -1;
  return [...records]
    .map((record) => ({ record, key: key(record) }))
    .sort((a, b) => a.key - b.key)
    .map(({ record }) => record);
}

/** (0, 0) stands for "unknown" in many files, and is sea. */
const isPoint = ({ lat, lon }: PlaceRecord) =>
  Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(lat === 0 && lon === 0);

/** Of two records with one id the first is kept; those without a usable name or point are left out. */
function distinctRecords(all: Iterable<PlaceRecord>) {
  const byId = new Map<string, PlaceRecord>();
  for (const record of all) {
    if (!byId.has(record.id) && isPoint(record) && namesOf(record).length > 0)
      byId.set(record.id, record);
  }
  const sources = [...new Set([...byId.keys()].map(sourceOf))];
  return { records: inOrder(byId.values(), sources), sources };
}

/** 0 for none, 1-based position of a parent in this file, beyond that of one kept elsewhere. */
function packParents(
  records: readonly PlaceRecord[],
  indexes: ReadonlyMap<string, number>,
): { readonly parent: Uint8Array; readonly elsewhere: readonly string[] } {
  const elsewhere = new Map<string, number>();
  const numbers = records.map(({ parent }) => {
    if (parent === undefined) return 0;
    const inside = indexes.get(parent);
    if (inside !== undefined) return inside + 1;
    if (!elsewhere.has(parent)) elsewhere.set(parent, elsewhere.size);
    return records.length + 1 + elsewhere.get(parent)!;
  });
  return { parent: threeBytes.from(numbers), elsewhere: [...elsewhere.keys()] };
}

function packIds(records: readonly PlaceRecord[], sources: readonly string[]) {
  const written = records.findIndex(({ id }) => NUMERIC.test(codeOf(id)));
  const count = written < 0 ? records.length : written;
  const texts = joined(records.slice(0, count).map(({ id }) => codeOf(id)));
  return {
    idSource: Uint8Array.from(records, ({ id }) => sources.indexOf(sourceOf(id))),
    idNumber: bytesOf(Uint32Array.from(records.slice(count), ({ id }) => Number(codeOf(id)))),
    idText: texts.blob,
    idTextLengths: texts.lengths,
    ...writeHashIndex(
      'id',
      records.slice(0, count).map(({ id }, i) => [hash(id), i]),
    ),
  };
}

function packNames(records: readonly PlaceRecord[]) {
  const names = records.map(namesOf);
  const plains = names.flat().map(plain);
  const bySound = names.flatMap((list, i) => list.map(() => records[i]!.fixedSpelling !== true));
  const { blob, lengths } = joined(names.flat());
  return {
    nameCounts: Uint8Array.from(names, (list) => list.length),
    names: blob,
    nameLengths: lengths,
    ...writeHashIndex(
      'plain',
      plains.map((name, i) => [hash(tight(name)), i]),
    ),
    ...writeHashIndex(
      'sound',
      plains.flatMap((name, i) => (bySound[i] ? [[hash(sound(name)), i] as const] : [])),
    ),
  };
}

export interface PackOptions extends GazetteerSource {
  /** Words for a country's people and things, to its id: `{ "Afghan": "iso3166:AF" }`. */
  readonly people?: Readonly<Record<string, string>>;
}

/** Places as one file for {@link ./packed.ts}; at most 16 million places and as many names. */
export function pack(all: Iterable<PlaceRecord>, options: PackOptions): Uint8Array {
  const { records, sources } = distinctRecords(all);
  const indexes = new Map(records.map(({ id }, i) => [id, i]));
  const countries = [...new Set(records.map(({ country }) => country))];
  const { parent, elsewhere } = packParents(records, indexes);
  const seats = records.flatMap((record, i) =>
    (record.seatOf ?? []).flatMap((id) => (indexes.has(id) ? [i, indexes.get(id)!] : [])),
  );
  const about = { ...options, places: records.length, sources, countries, elsewhere };
  return writeSections(about, {
    level: Uint8Array.from(records, ({ level }) => LEVELS.indexOf(level)),
    country: Uint8Array.from(records, ({ country }) => countries.indexOf(country)),
    lat: packDegrees(records.map(({ lat }) => lat)),
    lon: packDegrees(records.map(({ lon }) => lon)),
    parent,
    population: bytesOf(Uint32Array.from(records, ({ population }) => population ?? 0)),
    seats: bytesOf(Uint32Array.from(seats)),
    ...packIds(records, sources),
    ...packNames(records),
  });
}
