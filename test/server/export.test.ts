import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnplacedList } from '../../src/server/index.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { openServer, type TestServer } from './support.ts';

const folder = temporaryFolder();
let server: TestServer;

const REPORTS = {
  '2023-11-07':
    'People’s Defence Forces captured Kawlin on Monday, the National Unity Government said.',
  '2024-01-05': 'The Arakan Army captured Lashio and Zornabad on Thursday, residents said.',
  '2024-02-06': 'The Arakan Army captured Zornabad on Monday, residents said.',
};

beforeAll(async () => {
  server = await openServer(join(folder, 'ledger'), { empty: true });
  for (const [day, body] of Object.entries(REPORTS)) {
    const path = `/api/reports?published=${day}&outlet=The%20Herald&url=https://herald.example/${day}`;
    await server.app.request(path, { method: 'POST', body });
  }
});
afterAll(() => server.close());

async function linesOf(path: string) {
  const response = await server.app.request(path);
  expect(response.status).toBe(200);
  return { response, lines: (await response.text()).trimEnd().split('\r\n') };
}

describe('what can be saved', () => {
  test('is a table that a spreadsheet opens, of what was told by then', async () => {
    const path = '/api/export/acled?country=MM&at=2024-01-10';
    const { response, lines } = await linesOf(path);
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(response.headers.get('content-disposition')).toMatch(
      /dateline-acled-MM-2024-01-10\.csv/,
    );
    const bytes = new Uint8Array(await (await server.app.request(path)).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(lines.some((line) => line.includes('Lashio,22.'))).toBe(true);
    expect(lines.join()).toMatch(/https:\/\/herald\.example\/2024-01-05,c[0-9a-f]+/);
    expect(lines.join()).not.toMatch(/2024-02-0/);
  });

  test('has a row for what is told of a place that was not found', async () => {
    const { lines } = await linesOf('/api/export/acled?country=MM');
    const kawlin = lines.filter((line) => line.includes(',Kawlin,'));
    expect(kawlin).toHaveLength(1);
    expect(kawlin[0]).toMatch(/^c[0-9a-f]+,2023-11-06,.*,Kawlin,,,,The Herald,/);
    expect((await linesOf('/api/export/hxl?country=MM')).lines.join()).toMatch(/,Zornabad,,,,/);
  });

  test('leaves out another country, and says when there is no such scheme', async () => {
    const { lines } = await linesOf('/api/export/acled?country=AF&at=2024-03-01');
    expect(lines.join()).not.toMatch(/Lashio|2024-01-0/);
    expect((await server.app.request('/api/export/nonsense')).status).toBe(404);
  });
});

describe('places that the gazetteer lacks', () => {
  const names = async (query: string) =>
    (await server.get<UnplacedList>(`/api/unplaced?${query}`)).names.map(
      ({ name, total }) => `${name} ${total}`,
    );

  test('are listed with their claims, most told of first', async () => {
    expect(await names('country=MM')).toEqual(['Zornabad 2', 'Kawlin 1']);
    expect(await names('country=MM&known=2024-01-10')).toEqual(['Kawlin 1', 'Zornabad 1']);
    expect(await names('q=kawl')).toEqual(['Kawlin 1']);
    const { names: found } = await server.get<UnplacedList>('/api/unplaced?q=zornabad');
    expect(found[0]!.claims.map(({ report }) => report.published)).toEqual([
      '2024-02-06',
      '2024-01-05',
    ]);
  });
});
