import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Meta, Picture, PlaceLedger } from '../../src/server/index.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { openServer } from './support.ts';

// The page once opened on the day of the capture, a year after all news, for one report without a date.
test('a report without a date does not make its capture the day that is asked about', async () => {
  const server = await openServer(join(temporaryFolder(), 'ledger'));
  const body = 'The Taliban besieged Kunduz, residents said.';
  const answer = await server.app.request('/api/reports?name=a.txt', { method: 'POST', body });
  expect(answer.status).toBe(201);
  const [afghanistan] = (await server.get<Meta>('/api/meta')).countries;
  expect(afghanistan!.latest).toBe('2021-08-15');
  expect(afghanistan!.to > '2021-08-15').toBe(true);
  expect((await server.get<Picture>('/api/picture?country=AF')).at).toBe('2021-08-15');
  // What is drawn of a place's past holds the day that is asked about.
  const kunduz = await server.placeNamed('Kunduz');
  const { history } = await server.get<PlaceLedger>(`/api/places/${kunduz}?at=2021-08-08`);
  expect(history.map(({ day }) => day)).toContain('2021-08-08');
  await server.close();
});
