import { plain } from '../../src/gazetteer/fold.ts';
import type { PlaceRecord } from '../../src/gazetteer/record.ts';
import { hasFixedSpelling, shownName, withoutKind } from './names.ts';
import { countryId, divisionId, type Settlement } from './settlements.ts';
import {
  countries,
  divisions,
  type Country,
  type Division,
  type Extra,
  type NaturalEarthDivision,
} from './sources.ts';

interface Point {
  readonly lat: number;
  readonly lon: number;
}

export const namesOfDivision = ({ name, code }: Division) => {
  const shown = shownName(name, code.slice(0, 2));
  const short = withoutKind(shown);
  const firstShort = short !== undefined && / (?:province|district)$/i.test(shown);
  return firstShort ? [short, shown] : [shown, ...(short === undefined ? [] : [short])];
};

/** "Miss.", "Ill.", "Wash.": without the full stop, which folding drops, they are words. */
const SHORTENED = /^\p{Lu}\p{L}{1,4}\.$/u;

export const namesOfFeature = ({ properties: p }: NaturalEarthDivision): readonly string[] =>
  [p.name_en, p.name, p.woe_name, p.gn_name, ...(p.name_alt ?? '').split('|')]
    .filter((name): name is string => !!name && !SHORTENED.test(name))
    .flatMap((name) => [name, withoutKind(name) ?? '']);

const people = ({ record }: Settlement) => record.population ?? 0;

/** Seat, else the middle of its settlements, else nothing. */
function middle(list: readonly Settlement[], seat?: Settlement): Point | undefined {
  if (seat) return { lat: seat.record.lat, lon: seat.record.lon };
  if (list.length === 0) return undefined;
  const sum = list.reduce((a, { record: b }) => ({ lat: a.lat + b.lat, lon: a.lon + b.lon }), {
    lat: 0,
    lon: 0,
  });
  return { lat: sum.lat / list.length, lon: sum.lon / list.length };
}

export interface Layout {
  readonly inDivision: ReadonlyMap<string, readonly Settlement[]>;
  readonly seats: ReadonlyMap<string, Settlement>;
  readonly features: ReadonlyMap<string, NaturalEarthDivision>;
  /** Middle of each country's outline, by ISO code. */
  readonly centres: ReadonlyMap<string, Point>;
}

export function countryRecords({ centres, inDivision, seats }: Layout): readonly PlaceRecord[] {
  return countries().flatMap(
    ({ code, name, aliases = [], point: own }: Country): readonly PlaceRecord[] => {
      const id = countryId(code);
      const inside = inDivision.get(id) ?? [];
      const point =
        (own && { lat: own[0], lon: own[1] }) ?? centres.get(code) ?? middle(inside, seats.get(id));
      if (!point) return [];
      const population = inside.reduce((sum, one) => sum + people(one), 0);
      return [
        {
          id,
          names: [name, ...aliases],
          level: 'country',
          lat: point.lat,
          lon: point.lon,
          country: code,
          ...(population > 0 ? { population } : {}),
        },
      ];
    },
  );
}

export function divisionRecords(
  list: readonly Division[],
  level: 'province' | 'district',
  layout: Layout,
): readonly PlaceRecord[] {
  return list.flatMap((division): readonly PlaceRecord[] => {
    const id = divisionId(division.code);
    const codes = division.code.split('.');
    const parent = level === 'province' ? countryId(codes[0]!) : divisionId(codes[0]!, codes[1]!);
    const inside = layout.inDivision.get(id) ?? [];
    const feature = layout.features.get(id);
    const point = feature
      ? { lat: feature.properties.latitude, lon: feature.properties.longitude }
      : (middle(inside, layout.seats.get(id)) ??
        middle(layout.inDivision.get(parent) ?? [], layout.seats.get(parent)));
    if (!point) return [];
    const names = [...namesOfDivision(division), ...(feature ? namesOfFeature(feature) : [])];
    const population = inside.reduce((sum, one) => sum + people(one), 0);
    return [
      {
        id,
        names: names.filter((name) => plain(name).length > 1),
        level,
        ...point,
        country: codes[0]!,
        parent,
        ...(population > 0 ? { population } : {}),
        ...(hasFixedSpelling(codes[0]!) ? { fixedSpelling: true } : {}),
      },
    ];
  });
}

export const allDivisions = () => ({ first: divisions(1), second: divisions(2) });

export const peopleWords = ({ peoples }: Extra) =>
  Object.fromEntries([
    ...countries().flatMap(({ code, people: words = [] }) =>
      words.map((word) => [word, countryId(code)]),
    ),
    ...Object.entries(peoples).flatMap(([id, words]) => words.map((word) => [word, id])),
  ]) as Record<string, string>;
