import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimList, Picture, ReportView } from '../../src/server/index.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { openServer, type TestServer } from './support.ts';

const folder = temporaryFolder();

describe('setting a claim aside', () => {
  let own: TestServer;
  beforeAll(async () => {
    own = await openServer(join(folder, 'reviews'));
  });
  afterAll(() => own.close());
  const post = (body: unknown, app = own.app) =>
    app.request('/api/reviews', { method: 'POST', body: JSON.stringify(body) });
  const picture = () => own.get<Picture>('/api/picture?country=AF&at=2021-08-10');

  test('it counts nowhere, is told of with its reason, and counts again', async () => {
    const before = await picture();
    const { claims } = await own.get<ClaimList>(
      '/api/claims?kind=control.captured&known=2021-08-10&limit=1',
    );
    const { claim, report } = claims[0]!;
    const said = { claim: claim.id, reason: 'the town of that name', by: 'A. Person' };
    expect((await post({ ...said, verdict: 'retracted' })).status).toBe(201);
    expect(await picture()).not.toEqual(before);
    const read = await own.get<ReportView>(`/api/reports/${report.id}`);
    expect(read.claims.map((view) => view.claim.id)).not.toContain(claim.id);
    expect(read.retracted.map((view) => view.claim.id)).toEqual([claim.id]);
    expect(read.reviews).toMatchObject([{ ...said, verdict: 'retracted' }]);
    const fresh = await own.again({}).request('/api/picture?country=AF&at=2021-08-10');
    expect(await fresh.json()).toEqual(await picture());

    await post({ ...said, verdict: 'restored', reason: 'it was the city' });
    expect(await picture()).toEqual(before);
  });

  test.each([
    [{ verdict: 'deleted' }, 400],
    [{ reason: ' ' }, 400],
    [{ claim: 'c000000000000' }, 404],
  ])('%j is refused', async (wrong, status) => {
    const { claims } = await own.get<ClaimList>('/api/claims?limit=1');
    const right = { claim: claims[0]!.claim.id, verdict: 'noted', reason: 'why', by: 'A. Person' };
    expect((await post({ ...right, ...wrong })).status).toBe(status);
  });

  test('not on a server that takes nothing in', async () => {
    expect((await post({}, own.again({ readOnly: true }))).status).toBe(403);
  });
});
