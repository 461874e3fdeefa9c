import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Place, RecordedClaim, Standing } from '../../src/domain/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const cwd = temporaryFolder();
const examples = join(import.meta.dirname, '..', '..', 'examples', 'afghanistan-2021');
const run = (...argv: string[]) => runCli(argv, { cwd });
const linesOf = <T>(out: string) =>
  out
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

let first: Awaited<ReturnType<typeof run>>;

beforeAll(async () => {
  // Enough of them for every question below; all of them are read by the demo's own test.
  const used = readdirSync(examples).filter((name) => /^08(?:0[1-57]|16)/.test(name));
  for (const name of used) cpSync(join(examples, name), join(cwd, 'reports', name));
  writeFileSync(join(cwd, 'reports', 'scan.html'), '%PDF-1.4 not a page');
  writeFileSync(join(cwd, 'reports', 'notes.docx'), 'not looked at');
  mkdirSync(join(cwd, 'reports', 'deeper'));
  writeFileSync(join(cwd, 'reports', 'deeper', 'empty.txt'), '');
  symlinkSync(join(cwd, 'reports'), join(cwd, 'reports', 'deeper', 'circle'));
  first = await run('add', 'reports', 'missing.txt');
}, 300_000);

describe('add', () => {
  test('reads folders, says what was not read and why', () => {
    expect(first.code).toBe(1);
    expect(first.err).toBe('');
    expect(first.out).toMatch(/^Added \d+ reports with \d+ claims to .*\.dateline in/);
    expect(first.out).toMatch(/3 not read:/);
    expect(first.out).toMatch(/scan\.html: saw a PDF document/);
    expect(first.out).toMatch(/empty\.txt: saw no bytes/);
    expect(first.out).toMatch(/missing\.txt: saw no such file/);
    expect(first.out).toMatch(/1 file of other kinds passed over: \.docx 1/);
    expect(first.out).not.toMatch(/circle/);
  });

  test('a second time adds nothing', async () => {
    const again = await run('add', 'reports', '--json');
    const outcomes = linesOf<{ outcome: string }>(again.out).map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['known', 'passed-over', 'unread']));
    const ledger = await openLedger({ folder: join(cwd, '.dateline') });
    const { reports, unread } = await ledger.counts();
    expect(reports).toBe(outcomes.filter((outcome) => outcome === 'known').length);
    expect(unread).toBe(2);
    await ledger.close();
  });

  test('reports without a date are told with their files, and a date that was given and is none with both', async () => {
    const apart = temporaryFolder();
    const body = 'Talks were held in the town on Friday.\n';
    writeFileSync(join(apart, 'wrong.md'), `---\npublished: 2021-02-31\n---\n${body}`);
    writeFileSync(join(apart, 'none.md'), `Nothing new. ${body}`);
    const { out } = await runCli(['add', '.'], { cwd: apart });
    expect(out).toMatch(/2 reports without a date of publication/);
    expect(out).toMatch(/wrong\.md: published: no such day: "2021-02-31"/);
    expect(out).toMatch(/none\.md$/m);
  });

  test('nothing to add', async () => {
    mkdirSync(join(cwd, 'bare'));
    const result = await run('add', 'bare');
    expect(result.code).toBe(66);
    expect(result.err).toMatch(/saw no reports\n {2}Expected files ending in/);
  });

  test('a progress bar goes to the error stream of a terminal only', async () => {
    const shown = await runCli(['add', 'reports'], { cwd, progress: true, columns: 80 });
    expect(shown.err).toMatch(/% .* left {2}\d+ of \d+ files/);
    expect(shown.out).not.toContain('\r');
  });

  test('while another holds the ledger, it says who and what to do', async () => {
    const ledger = await openLedger({ folder: join(cwd, '.dateline') });
    const result = await run('claims');
    await ledger.close();
    expect(result.code).toBe(69);
    expect(result.err).toContain(`pid ${process.pid}`);
    expect(result.err).toContain('--server');
  });
});

describe('claims', () => {
  test('filters narrow, and the table counts what it leaves out', async () => {
    const { code, out } = await run('claims', '--kind', 'control', '--limit', '5');
    expect(code).toBe(0);
    expect(out).toMatch(/^CLAIM +HAPPENED +KIND +WHO +WHERE +CHAIN\n/);
    expect(out).toMatch(/\d+ claims, 5 shown\n$/);
    const json = await run('claims', '--place', 'Lashkar Gah', '--said-by', '2021-08-05', '--json');
    const claims = linesOf<RecordedClaim>(json.out);
    expect(claims.length).toBeGreaterThan(2);
    for (const { claim } of claims)
      expect(claim.place).toMatchObject({
        path: expect.arrayContaining(['Lashkar Gah']) as unknown,
      });
    expect(json.err).toMatch(/Lashkar Gah .* of \d+ with that name|^$/);
  });

  test('a province holds what is inside it', async () => {
    const inside = linesOf<RecordedClaim>(
      (await run('claims', '--place', 'Helmand', '--json', '--limit', '1000')).out,
    );
    const exactly = linesOf<RecordedClaim>(
      (await run('claims', '--place', 'Helmand', '--exactly', '--json', '--limit', '1000')).out,
    );
    expect(inside.length).toBeGreaterThan(exactly.length);
  });

  test('names that are not known are refused with what is', async () => {
    const kind = await run('claims', '--kind', 'capture');
    expect(kind).toMatchObject({ code: 64 });
    expect(kind.err).toMatch(/no kind "capture"\n {2}Expected one of: .*control\.captured/);
    expect(await run('claims', '--place', 'Qqqqzz')).toMatchObject({ code: 2 });
    expect(await run('claims', '--actor', 'Qqqqzz')).toMatchObject({ code: 2 });
    expect(await run('claims', '--limit', '0')).toMatchObject({ code: 64 });
    expect(await run('claims', '--modality', 'sure')).toMatchObject({ code: 64 });
    expect((await run('claims', '--ledger', 'none')).err).toMatch(
      /there is no ledger in .*none\n {2}Add reports/,
    );
  });
});

describe('standing and why', () => {
  // Panjshir was once ruled from Charikar: the newest news of the province came before the town.
  test('a name means who bears it before whom others call so', async () => {
    const own = { cwd: temporaryFolder() };
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'];
    const held = days.map((day) => `The army held Panjshir province on ${day}, a minister said.`);
    const text = `Charikar was captured on Sunday, officials said. ${held.join(' ')}`;
    writeFileSync(join(own.cwd, 'a.txt'), text);
    await runCli(['add', 'a.txt', '--published', '2021-08-15'], own);
    const { out } = await runCli(['standing', 'Charikar', '--json'], own);
    expect((JSON.parse(out) as { place: Place }).place.path).toContain('Parwan');
  });

  // "no report in the ledger has a date", said with a dated one in it.
  test('without a day: the last that a dated report speaks of, whatever has none', async () => {
    const own = { cwd: temporaryFolder() };
    writeFileSync(join(own.cwd, 'a.txt'), 'The Taliban captured Kunduz, officials said.');
    await runCli(['add', 'a.txt', '--published', '2021-08-08'], own);
    writeFileSync(join(own.cwd, 'b.txt'), 'Rebels hold Kunduz. The Taliban captured Kunduz.');
    await runCli(['add', 'b.txt'], own);
    const { code, out } = await runCli(['standing', 'Kunduz', '--json'], own);
    expect([code, (JSON.parse(out) as { standing: Standing }).standing.at]).toEqual([
      0,
      '2021-08-08',
    ]);
  });

  test('as JSON: the whole distribution for one day, as known that day', async () => {
    const { code, out } = await run('standing', 'Lashkar Gah', '--at', '2021-08-05', '--json');
    expect(code).toBe(0);
    const { standing } = JSON.parse(out) as { standing: Standing };
    expect(standing).toMatchObject({ at: '2021-08-05', known: '2021-08-05' });
    expect(standing.best).toEqual(standing.beliefs[0]!.state);
    const total = standing.beliefs.reduce((sum, { probability }) => sum + probability, 0);
    expect(total).toBeCloseTo(1, 6);
  });

  test('for people: assessed and claimed apart, how likely and how well founded', async () => {
    const { out } = await run('standing', 'Lashkar Gah', '--at', '2021-08-05');
    expect(out).toMatch(/Afghanistan › Helmand › Lashkar Gah/);
    expect(out).toMatch(/assessed {2}\S.*: [a-z ]+ \((?:0\.(?!00)\d\d|>0\.99)\)$/m);
    expect(out).toMatch(/claimed/);
    expect(out).toMatch(
      /founded {3}\d+ origins?, newest evidence of .*source [A-F], information [1-6]/,
    );
  });

  test('without a day it answers for the last day of the record of its country', async () => {
    // A later report from another war does not make what is known of this one older.
    const later = 'Rebels of the M23 captured the city of Goma, residents said.';
    writeFileSync(join(cwd, 'goma.txt'), later);
    const both = ['--ledger', 'both'];
    await run('add', 'reports/0816-airport.md', ...both);
    await run('add', 'goma.txt', '--published', '2025-01-27', ...both);
    const at = async (name: string) => {
      const { out } = await run('standing', name, '--json', ...both);
      return (JSON.parse(out) as { standing: Standing }).standing.at;
    };
    expect(await at('Kabul')).toBe('2021-08-16');
    expect(await at('Goma')).toBe('2025-01-27');
    expect(await at('Bamako')).toBe('2025-01-27');
  });

  test('why a place: what moved it, in log-odds, with reasons', async () => {
    const { code, out } = await run('why', 'Lashkar Gah', '--at', '2021-08-05');
    expect(code).toBe(0);
    expect(out).toMatch(/\+\d+\.\d\d towards contested/);
    expect(out).toMatch(/“[^”]+”/);
  });

  test('why a claim: its sentence, its chain, its reading done again', async () => {
    const [found] = linesOf<RecordedClaim>(
      (await run('claims', '--text', 'television station in Lashkar Gah', '--json')).out,
    );
    const { code, out } = await run('why', found!.claim.id);
    expect(code).toBe(0);
    expect(out).toContain(found!.claim.rule);
    expect(out).toMatch(/finds it again/);
    expect(out).toMatch(/mentions\n/);
    expect(await run('why', 'c000000000000')).toMatchObject({ code: 2 });
  });
});

describe('review and diff', () => {
  test('a retraction needs a reason, hides the claim, is listed and can be taken back', async () => {
    const [found] = linesOf<RecordedClaim>((await run('claims', '--limit', '1', '--json')).out);
    const { id } = found!.claim;
    const total = async () => /(\d+) claims/.exec((await run('claims', '--limit', '1')).out)![1];
    const before = await total();
    expect(await run('review', id, '--retract')).toMatchObject({ code: 64 });
    const written = await run(
      'review',
      id,
      '--retract',
      '--reason',
      'misread',
      '--by',
      'A. Person',
    );
    expect(written.out).toMatch(new RegExp(`${id} {2}retracted by A. Person: misread`));
    expect(await total()).toBe(String(Number(before) - 1));
    await run('review', id, '--restore', '--reason', 'it was right');
    expect(await total()).toBe(before);
    expect((await run('review', id)).out.trim().split('\n')).toHaveLength(2);
    expect(await run('review', 'c000000000000')).toMatchObject({ code: 2 });
  });

  test('a source is pinned with a reason, its effect is shown, and it can be taken back', async () => {
    expect((await run('pin')).out).toMatch(/side:afghanistan-government +gain/);
    const at = ['--at', '2021-08-09'];
    expect(await run('pin', 'Afghan government', '--grade', 'E', ...at)).toMatchObject({
      code: 64,
    });
    expect(await run('pin', 'Nobody At All')).toMatchObject({ code: 2 });
    // A pin of the army was once taken, and changed nothing.
    for (const army of ['side:afghan-national-army', 'Afghan National Army']) {
      const { code, err } = await run('pin', army, '--grade', 'E', '--reason', 'a test');
      expect([code, err]).toEqual([2, expect.stringMatching(/side:afghanistan-government: pin/)]);
    }
    const options = ['--grade', 'E', '--reason', 'not borne out', '--by', 'A. Person', ...at];
    const { out } = await run('pin', 'Afghan government', ...options);
    expect(out).toMatch(/side:afghanistan-government {2}grade E by A\. Person: not borne out/);
    expect(out).toMatch(/What that changes on 2021-08-09, as known 2021-08-09:/);
    expect((await run('pin')).out).toMatch(/side:afghanistan-government +gain .* E fixed/);
    await run('pin', 'side:afghanistan-government', '--take-back', '--reason', 'it was right');
    const json = (await run('pin', 'side:afghanistan-government', '--json')).out;
    const { entries } = JSON.parse(json) as { entries: { pin: unknown }[] };
    expect(entries.map(({ pin }) => pin)).toEqual(['E', null]);
  });

  test('diff names what changed overnight and the claims that did it', async () => {
    const options = ['diff', '--known', '2021-08-06', '--known', '2021-08-07'];
    const { code, out } = await run(...options);
    expect(code).toBe(0);
    expect(out).toMatch(
      /→ held by Taliban \((?:0\.(?!00)\d\d|>0\.99)\)\n {4}for {5}\+\d+\.\d\d {2}“.*”\n {10,}.*, 2021-08-0\d {2}c/,
    );
    expect(out).toMatch(/\d+ places changed, because of \d+ reports\n$/);
    const json = JSON.parse((await run(...options, '--json')).out) as { changes: unknown[] };
    expect(json.changes.length).toBeGreaterThan(0);
    expect(await run('diff', '--known', '2021-08-06')).toMatchObject({ code: 64 });
  });
});

describe('serve and --server', () => {
  test('commands ask a server that holds the ledger', async () => {
    const results: Record<string, Awaited<ReturnType<typeof run>>> = {};
    const stopped = async (soFar: () => string) => {
      const url = /http:\S+/.exec(soFar())![0];
      results['claims'] = await run('claims', '--server', url, '--kind', 'control', '--limit', '3');
      results['standing'] = await run(
        'standing',
        'Lashkar Gah',
        '--at',
        '2021-08-05',
        '--server',
        url,
        '--json',
      );
      results['why'] = await run('why', 'Lashkar Gah', '--at', '2021-08-05', '--server', url);
      writeFileSync(join(cwd, 'late.txt'), 'Taliban fighters captured the city of Pul-e-Khumri.');
      const late = ['add', 'late.txt', 'reports/scan.html', '--published', '2021-08-11'];
      results['add'] = await run(...late, '--server', url, '--json');
      results['none'] = await run('why', 'c000000000000', '--server', url);
      results['taken'] = await run('serve', '--port', new URL(url).port, '--ledger', 'second');
    };
    const serve = await runCli(['serve', '--port', '0'], { cwd, stopped });
    expect(serve.code).toBe(0);
    expect(results['claims']!.out).toMatch(/3 shown/);
    const { standing } = JSON.parse(results['standing']!.out) as { standing: Standing };
    expect(standing.at).toBe('2021-08-05');
    expect(results['why']!.out).toMatch(/towards contested/);
    const added = linesOf<{ outcome: string }>(results['add']!.out);
    expect(added.map(({ outcome }) => outcome)).toEqual(['added', 'unread']);
    expect(results['none']!.code).toBe(2);
    expect(results['taken']!.code).toBe(69);
    expect(results['taken']!.err).toMatch(/in use by another program\n {2}Choose another/);
  });

  test('a server that is not there', async () => {
    const result = await run('claims', '--server', 'http://127.0.0.1:1');
    expect(result.code).toBe(69);
    expect(result.err).toMatch(/no answer from/);
    expect(await run('claims', '--server', 'here')).toMatchObject({ code: 64 });
  });
});

describe('doctor and export', () => {
  test('doctor finds everything in place', async () => {
    const { code, out } = await run('doctor', '--json');
    const checks = JSON.parse(out) as { name: string; state: string }[];
    expect(checks.filter(({ state }) => state === 'fault')).toEqual([]);
    expect(code).toBe(0);
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Node', 'Models', 'Gazetteer', 'Ledger', 'Schema', 'Space']),
    );
    expect((await run('doctor', '--ledger', 'none')).out).toMatch(/none yet in/);
  });

  test('export writes a table or features, to a file or to standard output', async () => {
    const table = await run(
      'export',
      '--codebook',
      'hxl',
      '--kind',
      'control',
      '--hxl',
      '--output',
      'out.csv',
    );
    expect(table.code).toBe(0);
    expect(readFileSync(join(cwd, 'out.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(10);
    const features = await run('export', '--codebook', 'geojson', '--place', 'Helmand');
    const { type, features: list } = JSON.parse(features.out) as {
      type: string;
      features: unknown[];
    };
    expect(type).toBe('FeatureCollection');
    expect(list.length).toBeGreaterThan(0);
    expect(await run('export', '--codebook', 'none')).toMatchObject({ code: 64 });
    expect(
      await run('export', '--codebook', 'hxl', '--output', 'no/such/folder/x.csv'),
    ).toMatchObject({ code: 74 });
  });
});
