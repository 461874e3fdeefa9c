import { describe, expect, test } from 'vitest';
import { pack, PackedGazetteer, type PlaceRecord } from '../../src/gazetteer/index.ts';
import { placeId } from '../../src/domain/index.ts';

const record = (id: string, name: string, rest: Partial<PlaceRecord> = {}): PlaceRecord => ({
  id,
  names: [name],
  level: 'settlement',
  lat: 34,
  lon: 66,
  country: 'AF',
  ...rest,
});

const SOURCE = { source: 'test', version: '1' };
const open = (...records: PlaceRecord[]) => new PackedGazetteer(pack(records, SOURCE));

describe('a packed gazetteer', () => {
  const gazetteer = open(
    record('iso3166:AF', 'Afghanistan', { level: 'country' }),
    record('ocha:AF23', 'Helmand', { level: 'province', parent: 'iso3166:AF' }),
    record('ocha:AF2301', 'Lashkargah', { level: 'district', parent: 'ocha:AF23' }),
    record('geonames:7', 'Lashkar Gah', { parent: 'ocha:AF2301', seatOf: ['ocha:AF23'] }),
    record('geonames:8', 'Sangin', { parent: 'ocha:AF23', population: 20_000 }),
  );

  test('knows a place by its id, written or numbered', () => {
    expect(gazetteer.place(placeId('ocha:AF23'))?.name).toBe('Helmand');
    expect(gazetteer.place(placeId('geonames:8'))).toMatchObject({
      name: 'Sangin',
      path: ['Afghanistan', 'Helmand', 'Sangin'],
      within: ['iso3166:AF', 'ocha:AF23'],
      population: 20_000,
    });
    expect(gazetteer.place(placeId('geonames:9'))).toBeUndefined();
    expect(gazetteer.place(placeId('nonsense'))).toBeUndefined();
  });

  test('names the seat both ways, and writes a town in its namesake district once', () => {
    const seat = gazetteer.capital(placeId('ocha:AF23'));
    expect(seat?.id).toBe('geonames:7');
    expect(seat?.capitalOf).toBe('ocha:AF23');
    expect(seat?.path).toEqual(['Afghanistan', 'Helmand', 'Lashkargah', 'Lashkar Gah']);
  });

  test('finds within an area, at a level, up to a limit', () => {
    expect(
      gazetteer.find('lashkar gah', { level: 'district' }).map(({ place }) => place.id),
    ).toEqual(['ocha:AF2301']);
    expect(gazetteer.find('Sangin', { within: placeId('ocha:AF2301') })).toEqual([]);
    expect(gazetteer.find('Lashkargah', { limit: 1 })).toHaveLength(1);
    expect(gazetteer.find('Sangin', { country: 'PK' })).toEqual([]);
  });

  test('lists children', () => {
    const names = gazetteer.children(placeId('ocha:AF23')).map(({ name }) => name);
    expect(names.toSorted()).toEqual(['Lashkargah', 'Sangin']);
    expect(gazetteer.children(placeId('ocha:AF23'), 'district')).toHaveLength(1);
  });

  test('keeps no place at (0, 0), off the earth or without a name', () => {
    const kept = open(
      record('a:1', 'Null Island', { lat: 0, lon: 0 }),
      record('a:2', 'Nowhere', { lat: 95 }),
      record('a:3', '—'),
      record('a:4', 'Somewhere'),
      record('a:4', 'Said Twice'),
    );
    expect([...kept.places()].map(({ name }) => name)).toEqual(['Somewhere']);
  });

  test('works empty', () => {
    expect(open().find('Kabul')).toEqual([]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('{"type":"FeatureCollection"}')],
  ])('%s is refused with a reason', (_, bytes) => {
    expect(() => new PackedGazetteer(bytes)).toThrow(/not a gazetteer file/);
  });

  test('a file cut short is refused', () => {
    const whole = pack([record('a:1', 'Kabul')], SOURCE);
    expect(() => new PackedGazetteer(whole.subarray(0, whole.length - 40))).toThrow(/cut short/);
  });
});
