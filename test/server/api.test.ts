import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  AddAnswer,
  ChangeList,
  ClaimList,
  ErrorAnswer,
  IncidentList,
  Meta,
  PinEffect,
  PinList,
  Picture,
  PlaceLedger,
  ReportView,
  SourceList,
  UnreadList,
  Timeline,
  Trends,
} from '../../src/server/index.ts';
import { deflated, pdfOf, setLines } from '../support/pdf.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { openServer, type TestServer } from './support.ts';

const folder = temporaryFolder();
let server: TestServer;

beforeAll(async () => {
  server = await openServer(join(folder, 'ledger'));
});
afterAll(() => server.close());

describe('what the record holds', () => {
  test('meta: days, countries and holders', async () => {
    const meta = await server.get<Meta>('/api/meta');
    expect(meta.reports).toBe(17);
    expect([meta.from, meta.to]).toEqual(['2021-08-01', '2021-08-15']);
    expect(meta.countries.map(({ code }) => code)).toEqual(['AF']);
    expect(meta.countries[0]!.holders.map(({ name }) => name)).toEqual([
      'Taliban',
      'Afghan government',
    ]);
  });

  test('health: the engine and its counts', async () => {
    const health = await server.get<Record<string, unknown>>('/api/health');
    expect(health).toMatchObject({ status: 'ok', engine: 'pglite', reports: 17 });
  });

  test('claims: by kind, by outlet, in pages', async () => {
    const captured = await server.get<ClaimList>(
      '/api/claims?kind=control.captured&outlet=World%20Desk',
    );
    expect(captured.claims.every(({ claim }) => claim.kind === 'control.captured')).toBe(true);
    expect(captured.total).toBe(captured.claims.length);
    const page = await server.get<ClaimList>('/api/claims?kind=control&limit=5&offset=5');
    expect(page.claims).toHaveLength(5);
    expect(page.total).toBeGreaterThan(20);
  });

  test('a claim by its id, a report with its claims', async () => {
    const { claims } = await server.get<ClaimList>('/api/claims?limit=1');
    const { claim, report } = claims[0]!;
    expect(await server.get(`/api/claims/${claim.id}`)).toEqual(claims[0]);
    const view = await server.get<ReportView>(`/api/reports/${report.id}`);
    const { start, end, exact } = claim.evidence;
    expect(view.report.body.slice(start, end)).toBe(exact);
    expect(view.claims.map((each) => each.claim.id)).toContain(claim.id);
  });

  test('incidents and sources', async () => {
    const { incidents } = await server.get<IncidentList>(
      '/api/incidents?country=AF&group=gain&at=2021-08-15',
    );
    expect(incidents.map(({ place }) => place.name)).toContain('Zaranj');
    const { outlets } = await server.get<SourceList>('/api/sources?country=AF&at=2021-08-15');
    expect(outlets.map(({ name }) => name)).toContain('Agence Centrale');
  });
});

describe('the picture', () => {
  const held = (picture: Picture) =>
    picture.places
      .filter(
        ({ place, standing }) => place.level === 'settlement' && standing.best.state === 'held',
      )
      .map(({ place, standing }) => [place.name, 'by' in standing.best && standing.best.by]);

  test('two clocks: what had happened, and what was known', async () => {
    const before = await server.get<Picture>(
      '/api/picture?country=AF&at=2021-08-06&known=2021-08-05',
    );
    const then = await server.get<Picture>(
      '/api/picture?country=AF&at=2021-08-06&known=2021-08-06',
    );
    expect(held(before)).not.toContainEqual(['Zaranj', 'taliban']);
    expect(held(then)).toContainEqual(['Zaranj', 'taliban']);
  });

  test('every seat of a province is shown, unknown where nothing is known', async () => {
    const { places, totals } = await server.get<Picture>('/api/picture?country=AF&at=2021-08-01');
    expect(places.filter(({ place }) => place.level === 'province')).toHaveLength(34);
    const capitals = totals.find(({ denominator }) => denominator === 'capitals')!;
    expect(capitals.of).toBe(34);
    for (const { of, counted, rows } of totals) {
      const sum = (key: 'best' | 'expected') => rows.reduce((total, row) => total + row[key], 0);
      expect(sum('best')).toBeCloseTo(of, 6);
      // What is left out is less than a twentieth of a place in each row.
      expect(Math.abs(sum('expected') - of)).toBeLessThan((0.5 * of) / counted);
    }
  });

  test('the unknown is told apart: what reports leave open, and what none speaks of', async () => {
    const path = (day: string) => `/api/picture?country=AF&at=${day}`;
    const capitals = ({ totals }: Picture) =>
      totals.find(({ denominator }) => denominator === 'capitals')!;
    const [before, first] = await Promise.all([
      server.get<Picture>(path('2021-07-01')),
      server.get<Picture>(path('2021-08-06')),
    ]);
    expect(capitals(before).silent).toBe(34);
    const spoken = first.places.filter(
      ({ place, standing }) => place.capitalOf !== undefined && standing.claims > 0,
    );
    expect(capitals(first).silent).toBeLessThan(34);
    expect(capitals(first).silent).toBeGreaterThanOrEqual(34 - spoken.length);
  });

  test('area counts provinces as they stand themselves; people those of the capitals', async () => {
    const { places, totals } = await server.get<Picture>('/api/picture?country=AF&at=2021-08-15');
    const area = totals.find(({ denominator }) => denominator === 'area')!;
    expect(area).toMatchObject({ counted: 34, missing: 0 });
    expect(Math.abs(area.of / 652_864 - 1)).toBeLessThan(0.03);
    const unknown = area.rows.find(({ state }) => state.state === 'unknown')!;
    const undecided = places.filter(
      ({ place, standing }) => place.level === 'province' && standing.state.state === 'unknown',
    );
    expect(unknown.best / area.of).toBeGreaterThan(undecided.length / 34 - 0.25);
    const people = totals.find(({ denominator }) => denominator === 'population')!;
    expect(people.counted + people.missing).toBe(34);
  });

  test('trends in three measures, the judgement of a day beside the record', async () => {
    const { measures } = await server.get<Trends>('/api/trends?country=AF&at=2021-08-15');
    expect(measures.map(({ measure }) => measure)).toEqual(['places', 'population', 'area']);
    for (const { of, daily, trends } of measures) {
      const last = daily.at(-1)!.states.reduce((sum, { expected }) => sum + expected, 0);
      expect(last / of).toBeCloseTo(1, 6);
      const taliban = trends.find(({ actor }) => actor === 'taliban')!;
      const { held, gained } = taliban.weeks.at(-1)!;
      expect(held.low).toBeLessThanOrEqual(held.expected);
      expect(held.high).toBeLessThanOrEqual(of + 1e-6);
      expect(gained.expected).toBeLessThanOrEqual(held.expected + 1e-6);
    }
  });

  test('trends of one province, in its districts', async () => {
    const whole = await server.get<Trends>('/api/trends?country=AF&at=2021-08-15');
    expect(whole).toMatchObject({ area: null, unit: 'capital' });
    const { id } = whole.areas.find(({ name }) => name === 'Helmand')!;
    const query = `country=AF&area=${encodeURIComponent(id)}&at=2021-08-15`;
    const helmand = await server.get<Trends>(`/api/trends?${query}`);
    expect(helmand).toMatchObject({ area: id, unit: 'district' });
    const places = helmand.measures.find(({ measure }) => measure === 'places')!;
    expect(places.of).toBeGreaterThan(5);
    expect(places.of).toBeLessThan(30);
    expect(helmand.outlooks.length).toBeLessThanOrEqual(whole.outlooks.length);
    const refused = await server.app.request('/api/trends?country=AF&area=nowhere');
    expect(refused.status).toBe(400);
  });

  test('changes name the claims that made them', async () => {
    const { changes } = await server.get<ChangeList>('/api/changes?country=AF&at=2021-08-06');
    const zaranj = changes.find(
      ({ place }) => place.name === 'Zaranj' && place.level === 'settlement',
    )!;
    expect(zaranj.after).toEqual({ state: 'held', by: 'taliban' });
    expect(zaranj.evidence.length).toBeGreaterThan(0);
    expect(zaranj.evidence.every(({ claim }) => claim.evidence.exact.includes('Zaranj'))).toBe(
      true,
    );
  });

  test('without a side, its claims do not count', async () => {
    const id = await server.placeNamed('Zaranj');
    const path = `/api/places/${id}?at=2021-08-06`;
    const all = await server.get<PlaceLedger>(path);
    const without = await server.get<PlaceLedger>(
      `${path}&without=side:afghanistan-government&without=World%20Desk`,
    );
    expect(without.standing.claims.length).toBeLessThan(all.standing.claims.length);
  });

  test('timeline: claims a day, and who gained what', async () => {
    const { days } = await server.get<Timeline>('/api/timeline?country=AF');
    expect(days.map(({ day }) => day)).toHaveLength(15);
    const sixth = days.find(({ day }) => day === '2021-08-06')!;
    expect(sixth.reports).toBe(7);
    expect(sixth.gains.map(({ name }) => name)).toEqual(['Zaranj']);
  });
});

describe('the ledger of a place', () => {
  test('copies are one witness; denials stand beside what they deny', async () => {
    const id = await server.placeNamed('Zaranj');
    const { groups, standing, history } = await server.get<PlaceLedger>(
      `/api/places/${id}?at=2021-08-06`,
    );
    const wire = groups.find(({ reports }) => reports.length === 5)!;
    expect(wire.claims[0]!.copies).toBe(4);
    expect(standing.origins).toBeLessThan(standing.claims.length);
    const denial = groups.findIndex(({ denies }) => denies.length > 0);
    expect(denial).toBeGreaterThan(0);
    expect(history).toHaveLength(15);
  });

  test('places are found by other spellings', async () => {
    const { places } = await server.get<{ places: { name: string }[] }>(
      '/api/places?q=Lashkargah&country=AF',
    );
    expect(places[0]!.name).toBe('Lashkar Gah');
  });

  test('a name half typed is found among the places of the picture', async () => {
    const { places } = await server.get<{ places: { name: string }[] }>(
      '/api/places?q=zaran&country=AF',
    );
    expect(places.map(({ name }) => name)).toContain('Zaranj');
  });
});

describe('pinning a source', () => {
  let own: TestServer;
  beforeAll(async () => {
    own = await openServer(join(folder, 'pins'));
  });
  afterAll(() => own.close());
  const post = (body: unknown) =>
    own.app.request('/api/pins', { method: 'POST', body: JSON.stringify(body) });
  const said = { source: 'class:local-official', reason: 'not borne out', by: 'A. Person' };
  const sources = () => own.get<SourceList>('/api/sources?country=AF&at=2021-08-15');
  const officials = async () =>
    (await sources()).sources.find(({ source }) => source === said.source)!;
  const picture = () => own.get<Picture>('/api/picture?country=AF&at=2021-08-10');

  test('a pin is shown before it is written, counts once it is, and is taken back', async () => {
    const [before, learned] = [await picture(), await officials()];
    const path = '/api/pins/effect?source=class:local-official&grade=E&country=AF&at=2021-08-10';
    const effect = await own.get<PinEffect>(path);
    expect(effect.changes.length).toBeGreaterThan(0);
    expect(await picture()).toEqual(before);

    const written = await post({ ...said, grade: 'E' });
    expect(written.status).toBe(201);
    const changed = new Map((await picture()).places.map((each) => [each.place.id, each.standing]));
    for (const { place, before: was, after } of effect.changes) {
      const earlier = before.places.find((each) => each.place.id === place.id)!.standing;
      expect(earlier).toMatchObject(was);
      expect(changed.get(place.id)).toMatchObject(after);
    }
    const pinned = (await officials()).reliabilities[0]!;
    expect(pinned).toMatchObject({ pinned: true, grade: 'E' });
    expect(pinned.mean).toBeLessThan(learned.reliabilities[0]!.mean);
    expect(
      await own.get('/api/pins/effect?source=class:local-official&country=AF&at=2021-08-10'),
    ).toEqual(effect);
    // A server that starts now sees the same.
    const fresh = await own.again({}).request('/api/picture?country=AF&at=2021-08-10');
    expect(await fresh.json()).toEqual(await picture());

    await post({ ...said, reason: 'it was right after all' });
    expect(await picture()).toEqual(before);
    const { pins, entries } = await own.get<PinList>('/api/pins');
    expect(pins).toEqual([]);
    expect(entries.map(({ pin, by, name }) => [pin, by, name])).toEqual([
      [null, 'A. Person', 'Local officials, not named'],
      ['E', 'A. Person', 'Local officials, not named'],
    ]);
  });

  test.each([
    [{ ...said, grade: 'G' }, 'grade'],
    [{ ...said, reliability: 2 }, 'reliability'],
    [{ ...said, grade: 'A', reliability: 0.5 }, 'grade'],
    [{ ...said, source: 'Taliban' }, 'source'],
    [{ ...said, reason: ' ' }, 'reason'],
    [{ ...said, by: '' }, 'by'],
    [null, 'body'],
  ])('%j is refused', async (body, field) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as ErrorAnswer).error.field).toBe(field);
  });
});

describe('boundaries', () => {
  test('divisions carry the ids of the gazetteer; around are other countries', async () => {
    const divisions = await server.get<{ features: { properties: { id: string } }[] }>(
      '/api/boundaries/AF',
    );
    const { places } = await server.get<Picture>('/api/picture?country=AF&at=2021-08-01');
    const provinces = new Set<string>(places.map(({ place }) => place.id));
    expect(divisions.features.every(({ properties }) => provinces.has(properties.id))).toBe(true);
    const around = await server.get<{ features: { properties: { country: string } }[] }>(
      '/api/boundaries/AF/around',
    );
    const countries = around.features.map(({ properties }) => properties.country);
    expect(countries).toEqual(expect.arrayContaining(['IR', 'PK', 'TM', 'UZ', 'TJ']));
  });
});

describe('wrong questions', () => {
  const cases: readonly [path: string, status: number, code: string, field?: string][] = [
    ['/api/picture?at=yesterday', 400, 'bad-request', 'at'],
    ['/api/picture?at=2021-02-30', 400, 'bad-request', 'at'],
    ['/api/picture?country=Narnia', 400, 'bad-request', 'country'],
    ['/api/picture?country=ZZ', 404, 'not-found'],
    ['/api/claims?limit=-1', 400, 'bad-request', 'limit'],
    ['/api/claims/c000000000000', 404, 'not-found'],
    ['/api/places/nowhere:1', 404, 'not-found'],
    ['/api/places', 400, 'bad-request', 'q'],
    ['/api/reports/r0000000000000000', 404, 'not-found'],
    ['/api/boundaries/..%2F..%2Fpackage', 400, 'bad-request', 'country'],
    ['/api/timeline?from=2021-08-10&to=2021-08-01', 400, 'bad-request', 'to'],
    ['/api/timeline?from=0001-01-01&to=2021-08-01', 400, 'bad-request', 'from'],
    ['/api/nonsense', 404, 'not-found'],
  ];
  test.each(cases)('%s is answered with %i', async (path, status, code, field) => {
    const response = await server.app.request(path);
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as ErrorAnswer;
    expect(error.code).toBe(code);
    expect(error.field).toBe(field);
    expect(error.message.length).toBeGreaterThan(10);
    expect(server.logged).toEqual([]);
  });
});

describe('adding over HTTP', () => {
  const article =
    'Taliban fighters captured the city of Kunduz on Sunday, a provincial council member said.\n\nGovernment forces still hold the airport.';
  let own: TestServer;
  beforeAll(async () => {
    own = await openServer(join(folder, 'empty'), { empty: true, hosts: ['localhost'] });
  });
  afterAll(() => own.close());

  const post = (
    query: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ) => own.app.request(`/api/reports?${query}`, { method: 'POST', body, headers });

  test('an empty ledger has no days', async () => {
    const meta = await own.get<Meta>('/api/meta');
    expect(meta).toMatchObject({ reports: 0, from: null, to: null, countries: [] });
    expect((await own.app.request('/api/picture')).status).toBe(400);
  });

  test('a report is read and added, and the same again adds nothing', async () => {
    const query = 'name=kunduz.txt&outlet=Northern%20Courier&published=2021-08-08';
    const first = await post(query, article);
    expect(first.status).toBe(201);
    const { added } = (await first.json()) as AddAnswer;
    expect(added[0]).toMatchObject({ outcome: 'added' });
    expect(added[0]!.claims).toBeGreaterThan(0);
    const again = await post(query, article);
    expect(again.status).toBe(200);
    expect(((await again.json()) as AddAnswer).added[0]).toMatchObject({
      outcome: 'known',
      claims: 0,
    });
    expect(await own.get<Meta>('/api/meta')).toMatchObject({ reports: 1 });
  });

  test('what was added piece by piece is what a server that starts now sees', async () => {
    await post(
      'name=farah.txt&outlet=World%20Desk&published=2021-08-10',
      'The Taliban captured Farah on Tuesday.',
    );
    const path = '/api/picture?country=AF&at=2021-08-10';
    const fresh = await own.again({}).request(path);
    expect(await own.get(path)).toEqual(await fresh.json());
  });

  test('what cannot be read is kept with its reason', async () => {
    const response = await post(
      'name=photo.jpg',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]),
    );
    const { added } = (await response.json()) as AddAnswer;
    expect(added[0]).toMatchObject({ outcome: 'unread', claims: 0 });
    expect(added[0]!.problems.length).toBeGreaterThan(0);
    const { unread } = await own.get<UnreadList>('/api/unread');
    expect(unread[0]).toMatchObject({ id: added[0]!.id, reason: added[0]!.problems[0]!.message });
    expect((await own.get<Meta>('/api/meta')).unread).toBe(unread.length);
  });

  test('nothing is refused with a reason', async () => {
    const response = await post('name=empty.txt', '');
    expect(response.status).toBe(400);
  });

  test('a page of another site cannot write, and a strange name is not answered', async () => {
    const cross = await post('name=a.txt', article, { 'sec-fetch-site': 'cross-site' });
    expect(cross.status).toBe(403);
    const rebound = await own.app.request('/api/meta', { headers: { host: 'evil.example' } });
    expect(rebound.status).toBe(403);
  });

  test('a PDF document is read like a text', async () => {
    const lines = ['Rebels captured the city of Bunia on Friday,', 'the governor told reporters.'];
    const answer = await post(
      'name=bunia.pdf&outlet=Eastern%20Courier&published=2021-08-09',
      new Uint8Array(pdfOf(deflated(setLines(lines)))),
      { 'content-type': 'application/pdf' },
    );
    const { added } = (await answer.json()) as AddAnswer;
    expect(added[0]).toMatchObject({ outcome: 'added', claims: 1 });
    const { report } = await own.get<ReportView>(`/api/reports/${added[0]!.id}`);
    expect(report.body).toBe(lines.join(' '));
  });

  test('a read-only server takes nothing', async () => {
    const shut = own.again({ readOnly: true });
    const response = await shut.request('/api/reports', { method: 'POST', body: article });
    expect(response.status).toBe(403);
  });
});

test('the page may ask nothing of anybody else', async () => {
  const response = await server.app.request('/api/health');
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/https?:/);
});
