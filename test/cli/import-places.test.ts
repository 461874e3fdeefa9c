import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Claim, placeId } from '../../src/domain/index.ts';
import { loadGazetteer } from '../../src/node/gazetteer.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { withUserPlaces } from '../../src/node/user-places.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const cwd = temporaryFolder();
const run = (...argv: string[]) => runCli(argv, { cwd });

/** A square around a point, as districts in these files are drawn, only simpler. */
const square = (lon: number, lat: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon - 0.1, lat - 0.1],
      [lon + 0.1, lat - 0.1],
      [lon + 0.1, lat + 0.1],
      [lon - 0.1, lat + 0.1],
      [lon - 0.1, lat - 0.1],
    ],
  ],
});

async function placesOf(text: string): Promise<readonly Claim['place'][]> {
  const { out } = await runCli(['read', '-', '--published', '2021-08-10', '--json'], {
    cwd,
    stdin: text,
  });
  return (JSON.parse(out) as { claims: Claim[] }).claims.map(({ place }) => place);
}

test('districts of COD-AB: new ones find their province, known ones gain spellings', async () => {
  const district = (name: string, code: string, lon: number, lat: number) => ({
    type: 'Feature',
    properties: {
      ADM0_PCODE: 'AF',
      ADM1_EN: 'Helmand',
      ADM1_PCODE: 'AF23',
      ADM2_EN: name,
      ADM2_PCODE: code,
    },
    geometry: square(lon, lat),
  });
  const features = [
    district('Zornabad', 'AF2399', 64.2, 31.9),
    { ...district('Lashkargah', 'AF2301', 64.35, 31.6) },
    { type: 'Feature', properties: { ADM2_EN: 'Nowhere' }, geometry: null },
    { type: 'Feature', properties: null, geometry: square(1, 1) },
  ];
  writeFileSync(
    join(cwd, 'afg adm2.geojson'),
    JSON.stringify({ type: 'FeatureCollection', features }),
  );
  const { code, out } = await run('import-places', 'afg adm2.geojson');
  expect(code).toBe(0);
  expect(out).toMatch(/^2 places: 1 known already, their spellings added; 1 new\n/);
  const shipped = await loadGazetteer(packageRoot());
  const gazetteer = await withUserPlaces(shipped, join(cwd, '.dateline', 'places'));
  const [found] = gazetteer.find('Zornabad');
  expect(found!.place).toMatchObject({
    id: 'ocha:AF2399',
    path: ['Afghanistan', 'Helmand', 'Zornabad'],
    within: ['iso3166:AF', 'geonames:AF.10'],
    level: 'district',
    lat: expect.closeTo(31.9, 3) as number,
    lon: expect.closeTo(64.2, 3) as number,
  });
  expect(gazetteer.find('AF2301')[0]!.place.id).toBe(
    shipped.find('Lashkar Gah', { level: 'district' })[0]!.place.id,
  );
  expect(gazetteer.children(placeId('geonames:AF.10'), 'district').map(({ id }) => id)).toContain(
    'ocha:AF2399',
  );
  expect(gazetteer.find('Kandahar')).toEqual(shipped.find('Kandahar'));
});

test('a GeoNames dump: settlements with their divisions and other spellings', async () => {
  const line = (cells: Record<number, string>) =>
    Array.from({ length: 19 }, (_, i) => cells[i] ?? '').join('\t');
  const village = {
    0: '99999901',
    1: 'Qarya-ye Tazakand',
    3: 'Tazakandabad,https://example.org',
    4: '36.9',
    5: '66.1',
    6: 'P',
    7: 'PPL',
    8: 'AF',
    10: '30',
    14: '1200',
  };
  const river = {
    0: '99999902',
    1: 'Some River',
    4: '36',
    5: '66',
    6: 'H',
    7: 'STM',
    8: 'AF',
    10: '30',
  };
  writeFileSync(join(cwd, 'AF.txt'), `${line(village)}\n${line(river)}\nbroken line\n`);
  const { out } = await run('import-places', 'AF.txt');
  expect(out).toMatch(/^1 place: 0 known already, their spellings added; 1 new\n/);
  expect(
    (
      await placesOf(
        'The Taliban captured the town of Tazakandabad in Balkh province on Monday, officials said.',
      )
    )[0],
  ).toMatchObject({
    id: 'geonames:99999901',
    path: ['Afghanistan', 'Balkh', 'Qarya-ye Tazakand'],
  });
});

test('what is no list of places is refused, with what was expected', async () => {
  writeFileSync(join(cwd, 'notes.txt'), 'not a list of places');
  writeFileSync(join(cwd, 'one.geojson'), '{"type":"Feature"}');
  writeFileSync(join(cwd, 'empty.geojson'), '{"type":"FeatureCollection","features":[]}');
  const notes = await run('import-places', 'notes.txt');
  expect(notes.code).toBe(65);
  expect(notes.err).toMatch(/Expected a GeoNames dump/);
  expect((await run('import-places', 'one.geojson')).err).toMatch(/saw GeoJSON of type "Feature"/);
  expect((await run('import-places', 'empty.geojson')).err).toMatch(/saw no places/);
  expect(await run('import-places', 'none.geojson')).toMatchObject({ code: 66 });
});
