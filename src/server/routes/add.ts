import type { Context, Hono } from 'hono';
import { isRead, takeIn, type Captured, type RawItem } from '../../report/index.ts';
import { readReport } from '../../reader.ts';
import type { LedgerEntry } from '../../ledger/index.ts';
import type { ServerContext } from '../context.ts';
import { badField } from '../errors.ts';
import { dayOrNone } from '../query.ts';
import type { AddAnswer, AddedReport } from '../wire.ts';

/** Reads what was taken in; what cannot be read is kept with its reason. */
function entryOf(captured: Captured, { resources }: ServerContext): LedgerEntry {
  if (!isRead(captured)) return { ...captured, claims: [] };
  const { claims, problems } = readReport(captured.report, resources);
  return { ...captured, claims, problems: [...captured.problems, ...problems] };
}

/** Others have their turn: a file of many reports is read for minutes, and no map waits for all of it. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function entriesOf(captured: readonly Captured[], context: ServerContext) {
  const entries: LedgerEntry[] = [];
  for (const each of captured) {
    entries.push(entryOf(each, context));
    await turn();
  }
  return entries;
}

async function itemOf(request: Context, context: ServerContext): Promise<RawItem> {
  const bytes = new Uint8Array(await request.req.arrayBuffer());
  if (bytes.length === 0) throw badField('body', 'Expected the bytes of a report, saw none.');
  const contentType = request.req.header('content-type');
  const published = dayOrNone(request, 'published');
  const outlet = request.req.query('outlet')?.trim();
  const url = request.req.query('url')?.trim();
  return {
    bytes,
    name: request.req.query('name') ?? 'report.txt',
    captured: context.instant(),
    ...(contentType && contentType !== 'application/octet-stream' && { contentType }),
    ...(published && { published }),
    ...(outlet && { outlet }),
    ...(url && { url }),
  };
}

const addedOf = (entry: LedgerEntry, outcome: 'added' | 'known'): AddedReport => ({
  id: entry.report.id,
  title: 'body' in entry.report ? entry.report.title : null,
  outcome: 'body' in entry.report ? outcome : 'unread',
  claims: outcome === 'added' ? entry.claims.length : 0,
  problems: entry.problems,
});

/** Milliseconds since the last call, each under a name, as the header `Server-Timing` has them. */
function stopwatch(): (name: string) => string {
  const spent: string[] = [];
  let last = performance.now();
  return (name) => {
    const now = performance.now();
    spent.push(`${name};dur=${(now - last).toFixed(1)}`);
    last = now;
    return spent.join(', ');
  };
}

/**
 * `POST /api/reports?name&outlet&published&url` with the bytes of one item as body: reads it and adds
 * it. JSON Lines give one report a line. Nothing is added twice. `Server-Timing` tells what reading,
 * keeping and taking into the assessment took.
 */
export function addRoutes(app: Hono, context: ServerContext) {
  app.post('/api/reports', async (request) => {
    const spent = stopwatch();
    const captured = await takeIn(await itemOf(request, context));
    const entries = await entriesOf(captured, context);
    spent('read');
    const appended = await context.ledger.appendMany(entries);
    spent('keep');
    const added = appended.filter(({ outcome }) => outcome === 'added');
    await context.live.takeAppended(
      added.map(({ report }) => report),
      turn,
    );
    request.header('Server-Timing', spent('assess'));
    const all = entries.map((entry, index) => addedOf(entry, appended[index]!.outcome));
    return request.json(
      { added: all } satisfies AddAnswer,
      all.some(({ outcome }) => outcome === 'added') ? 201 : 200,
    );
  });
}
