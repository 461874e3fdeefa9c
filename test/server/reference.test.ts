import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROUTES, type ClaimList, type RouteDescription } from '../../src/server/index.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { openServer, type TestServer } from './support.ts';

const folder = temporaryFolder();
let server: TestServer;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await openServer(join(folder, 'ledger'));
  const { claims } = await server.get<ClaimList>('/api/claims?kind=control.captured&limit=1');
  const place = await server.placeNamed('Zaranj');
  ids = { place, claim: claims[0]!.claim.id, report: claims[0]!.report.id };
});
afterAll(() => server.close());

const bodies = (): Readonly<Record<string, string>> => ({
  '/api/reports': 'The Taliban captured Kunduz on Sunday, officials said.',
  '/api/pins': JSON.stringify({
    source: 'side:taliban',
    grade: 'D',
    reason: 'claims of last week were not borne out',
    by: 'A. Person',
  }),
  '/api/reviews': JSON.stringify({
    claim: ids['claim'],
    verdict: 'confirmed',
    reason: 'two people read it',
    by: 'A. Person',
  }),
});

const requestOf = ({ example }: RouteDescription) =>
  example.replace(/\{(\w+)\}/, (_, name: string) => ids[name]!);

test('every route is described, and nothing else is', () => {
  const routed = server.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api'))
    .map(({ method, path }) => `${method} ${path}`);
  const described = ROUTES.map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routed)].sort()).toEqual([...described].sort());
});

test('docs/http-api.md is what the examples answer', async () => {
  const parts = [
    '# HTTP API',
    'Written by `test/server/reference.test.ts`, which makes every request below; `vitest -u` renews it.',
    'Answers are JSON. Whatever is not 2xx has one shape: `{"error":{"code","message","field"?}}`. `dateline serve` listens on this machine only unless told otherwise.',
  ];
  for (const route of ROUTES) {
    const init = route.method === 'POST' ? { method: 'POST', body: bodies()[route.path]! } : {};
    const response = await server.app.request(requestOf(route), init);
    expect(`${route.path} ${response.ok}`).toBe(`${route.path} true`);
    const answer = (await response.json()) as Record<string, unknown>;
    const parameters = Object.entries(route.parameters).map(
      ([name, says]) => `- \`${name}\`: ${says}`,
    );
    parts.push(
      `## ${route.method} ${route.path}`,
      route.says,
      ...(parameters.length > 0 ? [parameters.join('\n')] : []),
      `Example: \`${route.example}\` answers \`${Object.keys(answer).join('`, `')}\`.`,
    );
  }
  await expect(`${parts.join('\n\n')}\n`).toMatchFileSnapshot('../../docs/http-api.md');
});
