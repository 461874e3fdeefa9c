import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const cwd = temporaryFolder();
const run = (...argv: string[]) => runCli(argv, { cwd });

const RAID = `A combined Afghan and coalition force detained two insurgents during a search for a Taliban facilitator in Khost province yesterday. No shots were fired.`;
const BOMB = `THREE GUERRILLAS OF THE SHINING PATH PLACED A CAR BOMB IN FRONT OF THE
NATIONAL BANK IN LIMA LAST NIGHT.  THE EXPLOSION DESTROYED THE BANK AND KILLED
JUAN PEREZ GOMEZ, POLICE REPORTED.  SHINING PATH TERRORISTS ALSO ATTACKED THE
POWER STATION WITH DYNAMITE.`;

beforeAll(async () => {
  mkdirSync(join(cwd, 'reports'));
  writeFileSync(join(cwd, 'reports', 'raid.txt'), RAID);
  writeFileSync(join(cwd, 'reports', 'bomb.txt'), BOMB);
  await run('add', 'reports', '--published', '2010-09-12');
}, 120_000);

async function rowsOf(codebook: string, ...more: string[]) {
  const { code, out } = await run('export', '--codebook', codebook, '--format', 'json', ...more);
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, string | number | boolean | null>[];
}

describe('codebooks of whole reports', () => {
  test('isaf: thirteen fields of each report', async () => {
    const rows = await rowsOf('isaf');
    expect(rows).toHaveLength(2);
    const raid = rows.find(({ province }) => province === 'khost');
    expect(raid).toMatchObject({
      start_date: '2010-09-11',
      target_group: 'taliban',
      min_captured: 2,
      noshotsfired: true,
    });
    expect(Object.keys(raid!)).toHaveLength(3 + 13);
  });

  test('plover: a record for each sentence that reports an event, countries from the text', async () => {
    const rows = await rowsOf('plover');
    expect(rows.find(({ sentence }) => String(sentence).startsWith('A combined'))).toMatchObject({
      published: '2010-09-12',
      event_type: 'COERCE',
      event_date: '2010-09-11',
      place: expect.stringMatching(/Khost/) as string,
      place_country: 'AFG',
    });
    expect(rows.some(({ sentence }) => sentence === 'No shots were fired.')).toBe(false);
    for (const { start, sentence } of rows) {
      const body = [RAID, BOMB].find((text) =>
        text.slice(Number(start)).replaceAll(/\s+/g, ' ').startsWith(String(sentence)),
      );
      expect(body).toBeDefined();
    }
  });

  test('cameo: spans in the words of the text, with root code and class', async () => {
    const rows = await rowsOf('cameo');
    const raid = rows.find(({ root_code: root }) => root === '17');
    expect(raid?.['source']).toMatch(/force/);
    expect(raid?.['quad_class']).toBe('material conflict');
  });

  test('lines that say who printed a text are no sentences of it', async () => {
    const own = temporaryFolder();
    const text = `Outlet: The Mekong Courier\nPublished: 2024-01-05\n\n${RAID}`;
    writeFileSync(join(own, 'a.txt'), text);
    await runCli(['add', 'a.txt'], { cwd: own });
    const { out } = await runCli(['export', '--codebook', 'cameo'], { cwd: own });
    expect(out).toMatch(/detained two insurgents/);
    expect(out).not.toMatch(/Outlet: /);
  });

  test('muc4: fillers of an attack in capitals, in the words of the text', async () => {
    const [bomb] = (await rowsOf('muc4')).filter((row) => row['incident_instrument_id'] !== null);
    expect(bomb?.['incident_instrument_id']).toMatch(/CAR BOMB/);
    expect(bomb?.['perp_organization_id']).toMatch(/SHINING PATH/);
  });

  test('a filter keeps the reports with such a claim; as a table too', async () => {
    expect(await rowsOf('isaf', '--kind', 'detention')).toHaveLength(1);
    const { out } = await run('export', '--codebook', 'muc4');
    expect(out.split('\r\n')[0]).toBe(
      'report,outlet,published,perp_individual_id,perp_organization_id,phys_tgt_id,hum_tgt_name,incident_instrument_id',
    );
    expect(out.split('\r\n')).toHaveLength(4);
  });

  test('a table for Excel says that its letters are UTF-8', async () => {
    const { out } = await run('export', '--codebook', 'acled', '--excel');
    expect(out).toMatch(/^\uFEFFevent_id_cnty,/);
  });

  test('a retracted report gives no rows unless asked for', async () => {
    const [row] = await rowsOf('isaf', '--kind', 'detention');
    const id = String(row!['report']);
    const review = await run('review', id, '--retract', '--reason', 'a test', '--by', 'tester');
    expect(review.code).toBe(0);
    expect((await rowsOf('isaf')).map(({ report }) => report)).not.toContain(id);
    expect((await rowsOf('isaf', '--retracted')).map(({ report }) => report)).toContain(id);
  });

  test('a name that is none says which there are', async () => {
    const none = await run('export', '--codebook', 'none');
    expect(none.code).toBe(64);
    const names = /acled, hxl, ucdp-ged, plover, cameo, isaf, muc4, geojson/;
    expect(none.err).toMatch(names);
    const unsaid = await run('export');
    expect([unsaid.code, unsaid.err]).toEqual([64, expect.stringMatching(names)]);
    const format = await run('export', '--codebook', 'isaf', '--format', 'xml');
    expect(format.code).toBe(64);
    expect(format.err).toMatch(/csv, json/);
  });
});

// "drone" and "Two drones" once stood in the column of actors.
test('a drone is nobody: whose it was is not told, or it is that side', async () => {
  const own = temporaryFolder();
  const text =
    'A drone struck a fuel depot in El Obeid on Wednesday, killing four people, officials said.\n\nTwo drones attacked Kosti.\n\nThe Rapid Support Forces fight on. An RSF drone hit a hospital in El Fasher.';
  writeFileSync(join(own, 'a.txt'), text);
  await runCli(['add', 'a.txt', '--published', '2025-10-29'], { cwd: own });
  const argv = ['export', '--codebook', 'acled', '--format', 'json'];
  const { out } = await runCli(argv, { cwd: own });
  const rows = JSON.parse(out) as Record<string, string | null>[];
  const actors = rows.map(({ location, actor1 }) => [location, actor1]);
  expect(actors).toContainEqual(['Kosti', null]);
  expect(actors).toContainEqual(['El Fasher', 'Rapid Support Forces']);
  expect(actors.filter(([, actor]) => /drone/i.test(actor ?? ''))).toEqual([]);
});
