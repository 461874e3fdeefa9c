import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../../bench/random.ts';
import { syntheticWorld, withinOf } from '../../bench/synthetic.ts';
import {
  addDays,
  type Day,
  day,
  type Instant,
  placeId,
  type RecordedClaim,
  reportId,
} from '../../src/domain/index.ts';
import { type Ledger, type LedgerEntry, pinsOf } from '../../src/ledger/index.ts';
import { MANIFEST } from '../../src/ledger/manifest.ts';
import { printedSeed } from '../support/temporary.ts';
import { claimsAsOf, marksAsOf } from './replay.ts';

export interface Opened {
  readonly ledger: Ledger;
  /** A second ledger on the same tables, where the engine allows one. */
  readonly second?: Ledger;
  readonly sql: (text: string) => Promise<unknown>;
}

export interface OpenedWith {
  readonly schema: string;
  readonly now: () => Date;
  readonly within: ReturnType<typeof withinOf>;
}

const world = syntheticWorld({ seed: 7, claims: 240, places: 30, countries: 2, days: 40 });
const entries: readonly LedgerEntry[] = [...world.entries()];

const byId = (a: RecordedClaim, b: RecordedClaim) => (a.claim.id < b.claim.id ? -1 : 1);
const ids = (claims: readonly RecordedClaim[]) => claims.map(({ claim }) => claim.id).sort();

/** What every engine must do, run by `pglite.test.ts` and `postgresql.test.ts`. */
export function ledgerContract(name: string, open: (options: OpenedWith) => Promise<Opened>): void {
  let schemas = 0;
  let clock: Date;
  let opened: Opened;
  let ledger: Ledger;

  beforeEach(async () => {
    clock = new Date('2022-01-01T00:00:00.000Z');
    const schema = `t${process.pid}_${schemas++}`;
    opened = await open({ schema, now: () => clock, within: withinOf(world.places) });
    ledger = opened.ledger;
  });

  afterEach(async () => {
    await opened.second?.close();
    await ledger.close();
  });

  /** One batch for each hour, so that *recorded* differs. */
  async function appendHourly(): Promise<void> {
    for (let i = 0; i < entries.length; i += 4) {
      await ledger.appendMany(entries.slice(i, i + 4));
      clock = new Date(clock.getTime() + 3_600_000);
    }
  }

  describe(`${name}: appending`, () => {
    test('what is appended comes back as it was', async () => {
      const [entry] = entries as [LedgerEntry];
      const problems = [{ code: 'no-date', message: 'published: nobody says' }];
      expect(await ledger.append({ ...entry, problems })).toEqual({
        report: entry.report.id,
        outcome: 'added',
      });
      const stored = await ledger.report(entry.report.id);
      expect(stored).toEqual({
        report: entry.report,
        recorded: '2022-01-01T00:00:00.000Z',
        problems,
      });
      expect(await ledger.raw(entry.report.id)).toEqual(entry.raw);
      const claims = await ledger.claims({ report: entry.report.id });
      expect(claims.map(({ claim }) => claim)).toEqual(entry.claims);
      expect(await ledger.claim(entry.claims[0]!.id)).toEqual(claims[0]);
    });

    test('the same report twice adds nothing, in one batch or in two', async () => {
      const [a, b] = entries as [LedgerEntry, LedgerEntry];
      const first = await ledger.appendMany([a, b, a]);
      expect(first.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'known']);
      const before = await ledger.counts();
      expect((await ledger.append(b)).outcome).toBe('known');
      expect(await ledger.counts()).toEqual(before);
      expect(await ledger.has(b.report.id)).toBe(true);
      expect(await ledger.has(reportId('r0000'))).toBe(false);
    });

    test('a batch is stored whole or not at all', async () => {
      const [a, b] = entries as [LedgerEntry, LedgerEntry];
      const broken = { ...b, claims: [{ ...b.claims[0]!, kind: null as never }] };
      await expect(ledger.appendMany([a, broken])).rejects.toThrow(/null value/);
      expect(await ledger.counts()).toMatchObject({ reports: 0, claims: 0 });
      expect((await ledger.append(a)).outcome).toBe('added');
    });

    test('an item that cannot be read is kept with its reason and its bytes', async () => {
      const raw = new Uint8Array([0, 255, 128, 10]);
      const report = {
        id: reportId('runread'),
        sha256: 'ff',
        captured: '2021-08-05T00:00:00.000Z' as Instant,
        unread: 'saw a PDF document',
      };
      await ledger.append({ report, raw, claims: [], problems: [] });
      expect(await ledger.raw(report.id)).toEqual(raw);
      expect(await ledger.unread()).toEqual([{ report, recorded: '2022-01-01T00:00:00.000Z' }]);
      expect(await ledger.reports()).toEqual([]);
      await ledger.append({
        report: { ...report, id: reportId('rlarge') },
        raw: null,
        claims: [],
        problems: [],
      });
      expect(await ledger.raw(reportId('rlarge'))).toBeUndefined();
    });

    test('text that PostgreSQL cannot hold does not stop it', async () => {
      const [entry] = entries as [LedgerEntry];
      const [claim] = entry.claims;
      const odd = 'a\u0000b \uD800 c \uDC00 d 😀 \\u0000 "quoted" \\';
      const evidence = { ...claim!.evidence, exact: odd };
      await ledger.append({ ...entry, claims: [{ ...claim!, evidence }] });
      const [stored] = await ledger.claims();
      expect(stored!.claim.evidence.exact).toBe(
        'a\uFFFDb \uFFFD c \uFFFD d 😀 \\u0000 "quoted" \\',
      );
    });

    test('nothing is updated or deleted', async () => {
      await ledger.appendMany(entries.slice(0, 3));
      for (const table of ['reports', 'claims', 'problems', 'reviews', 'pins', 'claimed_places']) {
        await expect(opened.sql(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
        await expect(opened.sql(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only/);
      }
      await expect(opened.sql(`UPDATE reports SET language = 'xx'`)).rejects.toThrow(/append-only/);
      await expect(opened.sql(`UPDATE claims SET kind = 'x'`)).rejects.toThrow(/append-only/);
    });

    test('several writers at once lose and double nothing', async () => {
      const other = opened.second ?? ledger;
      const halves = [entries.slice(0, 30), entries.slice(10, 40).reverse()];
      const results = await Promise.all([
        ...halves[0]!.map((entry) => ledger.append(entry)),
        other.appendMany(halves[1]!),
      ]);
      const added = results.flat().filter(({ outcome }) => outcome === 'added');
      expect(new Set(added.map(({ report }) => report)).size).toBe(40);
      expect(added).toHaveLength(40);
      const claims = entries.slice(0, 40).reduce((sum, entry) => sum + entry.claims.length, 0);
      expect(await ledger.counts()).toMatchObject({ reports: 40, claims });
    });
  });

  describe(`${name}: asking`, () => {
    test('filters narrow', async () => {
      await ledger.appendMany(entries);
      const all = await ledger.claims();
      const where = (keep: (recorded: RecordedClaim) => boolean) => ids(all.filter(keep));
      const country = placeId('synthetic:C1');
      const place = world.places[3]!.id;
      const outletOf = new Map(
        entries.map(({ report }) => [report.id, (report.outlet as { value: string }).value]),
      );
      expect(all).toHaveLength(240);
      expect(ids(await ledger.claims({ kinds: ['control'] }))).toEqual(
        where(({ claim }) => claim.kind.startsWith('control.')),
      );
      expect(ids(await ledger.claims({ kinds: ['clash', 'control.held'] }))).toEqual(
        where(({ claim }) => ['clash', 'control.held'].includes(claim.kind)),
      );
      expect(ids(await ledger.claims({ inside: country }))).toEqual(
        where(({ claim }) => 'id' in claim.place && claim.place.id.startsWith('synthetic:C1/')),
      );
      expect(ids(await ledger.claims({ place }))).toEqual(
        where(({ claim }) => 'id' in claim.place && claim.place.id === place),
      );
      expect(ids(await ledger.claims({ outlet: 'outlet 3' }))).toEqual(
        where(({ claim }) => outletOf.get(claim.report) === 'Outlet 3'),
      );
      expect(ids(await ledger.claims({ source: 'official 7' }))).toEqual(
        where(({ claim }) => /official 7/i.test(claim.chain[0]!.name)),
      );
      expect(ids(await ledger.claims({ modality: 'hedged', polarity: 'positive' }))).toEqual(
        where(({ claim }) => claim.modality === 'hedged' && claim.polarity === 'positive'),
      );
      expect(await ledger.claims({ text: '%' })).toEqual([]);
      expect(await ledger.count({ kinds: ['control'], inside: country })).toBe(
        where(
          ({ claim }) =>
            claim.kind.startsWith('control.') &&
            'id' in claim.place &&
            claim.place.id.startsWith('synthetic:C1/'),
        ).length,
      );
    });

    test('pages follow each other without a gap, in either direction', async () => {
      await ledger.appendMany(entries);
      for (const descending of [false, true]) {
        const whole = await ledger.claims({ order: 'happened', descending });
        const pages = [];
        for (let offset = 0; offset < 240; offset += 37) {
          pages.push(
            ...(await ledger.claims({ order: 'happened', descending, limit: 37, offset })),
          );
        }
        expect(pages).toEqual(whole);
      }
    });

    test('pages in order of recording give every claim and report once', async () => {
      await appendHourly();
      const gather = async <T>(pages: AsyncIterable<readonly T[]>) => {
        const all: T[] = [];
        for await (const page of pages) all.push(...page);
        return all;
      };
      const whole = await ledger.claims();
      expect(await gather(ledger.claimPages({ size: 37 }))).toEqual(whole);
      expect(await gather(ledger.reportPages({ size: 7 }))).toEqual(await ledger.reports());
      const since = whole[100]!.recorded;
      expect(await gather(ledger.claimPages({ size: 37, since }))).toEqual(
        whole.filter(({ recorded }) => recorded >= since),
      );
      const { claim } = whole[3]!;
      const why = { verdict: 'retracted', reason: 'wrong', by: 'test' } as const;
      await ledger.review({ report: claim.report, claim: claim.id, ...why });
      expect(await gather(ledger.claimPages({ size: 37 }))).toEqual(await ledger.claims());
    });

    test('as of any day on either clock equals a replay of the log', async () => {
      const seed = printedSeed(`${name} as-of`);
      await appendHourly();
      const log = await ledger.claims();
      const random = seededRandom(seed);
      const draw = (below: number) => Math.floor(random() * below);
      const anyDay = (): Day => addDays(day('2020-12-25'), draw(60));
      for (let i = 0; i < 25; i++) {
        const question = {
          saidBy: anyDay(),
          to: anyDay(),
          ...(draw(2) === 0
            ? {}
            : { recordedBy: new Date(Date.UTC(2022, 0, 1, draw(12))).toISOString() as Instant }),
          ...(draw(2) === 0 ? {} : { inside: placeId(`synthetic:C${draw(2)}`) }),
        };
        const found = await ledger.claims(question);
        expect({ question, claims: [...found].sort(byId) }).toEqual({
          question,
          claims: claimsAsOf(log, entries, question).sort(byId),
        });
        const map = { at: anyDay(), known: anyDay(), perPlace: 1 + draw(6) };
        const marks = await ledger.marks(map);
        expect({ map, marks: marks.map(({ claim }) => claim).sort() }).toEqual({
          map,
          marks: marksAsOf(log, entries, map).sort(),
        });
      }
    });

    test('marks carry the side of their actor and stay within a country', async () => {
      await ledger.appendMany(entries);
      const question = { at: day('2022-01-01'), known: day('2022-01-01') };
      const marks = await ledger.marks({ ...question, country: placeId('synthetic:C0') });
      expect(marks.length).toBeGreaterThan(10);
      expect(marks.every(({ place }) => place.startsWith('synthetic:C0/'))).toBe(true);
      expect(marks.every(({ side }) => side === 'side-of-all')).toBe(true);
      const control = await ledger.marks({ ...question, kinds: ['control'] });
      expect(control.every(({ kind }) => kind.startsWith('control.'))).toBe(true);
    });
  });

  describe(`${name}: reviews and schema`, () => {
    test('a retraction hides a claim from when it was recorded, and can be taken back', async () => {
      const [entry] = entries as [LedgerEntry];
      await ledger.append(entry);
      const before = clock.toISOString() as Instant;
      clock = new Date(clock.getTime() + 60_000);
      const claim = entry.claims[0]!.id;
      const review = { report: entry.report.id, claim, reason: 'misread', by: 'reviewer' };
      await ledger.review({ ...review, verdict: 'retracted' });
      const hidden = await ledger.claims();
      expect(ids(hidden)).not.toContain(claim);
      expect(hidden).toHaveLength(entry.claims.length - 1);
      expect(ids(await ledger.claims({ recordedBy: before }))).toContain(claim);
      expect(await ledger.claims({ withRetracted: true })).toHaveLength(entry.claims.length);
      await ledger.review({ ...review, verdict: 'restored' });
      expect(await ledger.claims()).toHaveLength(entry.claims.length);
      await ledger.review({ ...review, claim: null, verdict: 'retracted' });
      expect(await ledger.claims()).toEqual([]);
      const written = await ledger.reviews(entry.report.id);
      expect(written.map(({ verdict }) => verdict)).toEqual(['retracted', 'restored', 'retracted']);
      expect(written[2]).toMatchObject({ claim: null, by: 'reviewer', reason: 'misread' });
      await expect(
        ledger.review({ ...review, report: reportId('rnone'), verdict: 'noted' }),
      ).rejects.toThrow(/no report/);
    });

    test('a pin is an entry with who and why; a further one changes it or takes it back', async () => {
      const entry = { source: 'side:taliban', reason: 'not borne out', by: 'reviewer' };
      const first = await ledger.pin({ ...entry, pin: 'E' });
      await ledger.pin({ ...entry, source: 'outlet:meridian', pin: 0.25 });
      expect(first).toEqual({ ...entry, pin: 'E', recorded: clock.toISOString() });
      expect([...pinsOf(await ledger.pins())]).toEqual([
        ['side:taliban', 'E'],
        ['outlet:meridian', 0.25],
      ]);
      await ledger.pin({ ...entry, pin: null, reason: 'it was right' });
      expect(pinsOf(await ledger.pins()).has('side:taliban')).toBe(false);
      expect((await ledger.pins()).map(({ pin }) => pin)).toEqual(['E', 0.25, null]);
      expect(await ledger.counts()).toMatchObject({ pins: 3 });
      await expect(ledger.pin({ ...entry, pin: 1.5 })).rejects.toThrow(/check constraint/);
    });

    test('docs/ledger.md names every table, and its question can be asked', async () => {
      const path = join(import.meta.dirname, '..', '..', 'docs', 'ledger.md');
      const text = readFileSync(path, 'utf8');
      const tables = new Set(MANIFEST.flatMap((line) => /^column (\w+)\./.exec(line)?.[1] ?? []));
      for (const table of tables) expect(text).toContain(`| \`${table}\``);
      const question = /```sql\n([^`]+)```/.exec(text)![1]!;
      await opened.sql(question.replace('dateline.claims', 'claims'));
    });

    test('the schema is the one in the manifest, and a change is named', async () => {
      expect(await ledger.drift()).toEqual([]);
      await opened.sql('DROP INDEX claims_said');
      await opened.sql('ALTER TABLE claims ADD COLUMN extra text');
      expect(await ledger.drift()).toEqual([
        expect.stringMatching(/^missing: index claims CREATE INDEX claims_said/),
        expect.stringMatching(/^not ours: column claims\.extra text/),
      ]);
    });
  });
}
