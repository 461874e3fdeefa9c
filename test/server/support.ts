import type { Hono } from 'hono';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { loadResources } from '../../src/node/resources.ts';
import type { ReaderResources } from '../../src/reader.ts';
import { createApp, type AppOptions } from '../../src/server/index.ts';
import { CLAIMS, REPORTS } from '../fixtures/august.ts';

/** The fixture's claim with the shipped gazetteer's place of the same name. */
function located(claim: Claim, { gazetteer }: ReaderResources): Claim {
  if (!isResolved(claim.place)) return claim;
  const place = gazetteer
    .find(claim.place.name, { country: 'AF', level: 'settlement' })
    .map((candidate) => candidate.place)
    .find(({ capitalOf }) => capitalOf !== undefined);
  if (!place) throw new Error(`no capital called ${claim.place.name}`);
  const { id, path, lat, lon } = place;
  return { ...claim, place: { ...claim.place, id, path, lat, lon } };
}

export interface TestServer {
  readonly app: Hono;
  readonly logged: readonly unknown[];
  /** Another app on the same ledger. */
  again(options: Partial<AppOptions>): Hono;
  get<T>(path: string): Promise<T>;
  placeNamed(name: string): Promise<string>;
  close(): Promise<void>;
}

/** The API on a ledger of its own, filled with the fixture unless `empty`. */
export async function openServer(
  folder: string,
  options: Partial<AppOptions> & { readonly empty?: boolean } = {},
): Promise<TestServer> {
  const [resources, parameters] = await Promise.all([loadResources(), loadParameters()]);
  const ledger = await openLedger({ folder });
  if (!options.empty) {
    const entries = REPORTS.map((report) => ({
      report,
      raw: null,
      problems: [],
      claims: CLAIMS.filter((claim) => claim.report === report.id).map((claim) =>
        located(claim, resources),
      ),
    }));
    await ledger.appendMany(entries);
  }
  const logged: unknown[] = [];
  const log = (error: unknown) => void logged.push(error);
  const again = (other: Partial<AppOptions>) =>
    createApp({ ledger, resources, parameters, log, ...other });
  const app = again(options);
  const get = async <T>(path: string): Promise<T> => {
    const response = await app.request(path);
    const body = await response.text();
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body}`);
    return JSON.parse(body) as T;
  };
  return {
    app,
    logged,
    again,
    get,
    placeNamed: async (name) => {
      const { places } = await get<{ places: { id: string; level: string }[] }>(
        `/api/places?q=${encodeURIComponent(name)}&country=AF`,
      );
      return encodeURIComponent(places.find(({ level }) => level === 'settlement')!.id);
    },
    close: () => ledger.close(),
  };
}
