import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActorId } from '../../src/domain/index.ts';
import type { PlaceLedger } from '../../src/server/wire.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { openServer, type TestServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer(join(temporaryFolder(), 'ledger'), { empty: true });
});
afterAll(() => server.close());

test('who only speaks of a place is named as its list names it', async () => {
  await server.app.request('/api/reports?name=a.txt&outlet=World%20Desk&published=2021-08-10', {
    method: 'POST',
    body: 'Taliban fighters entered Qala-e-Naw on Tuesday, two members of the provincial council said.',
  });
  const id = await server.placeNamed('Qala-e-Naw');
  const { parties, standing } = await server.get<PlaceLedger>(`/api/places/${id}?at=2021-08-10`);
  expect(standing.claimed[0]!.by).toBe('afghanistan-government');
  expect(parties['afghanistan-government' as ActorId]).toBe('Afghan government');
});
