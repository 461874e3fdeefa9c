import type { Hono } from 'hono';
import { reportId, supplied, type ReportId } from '../../domain/index.ts';
import { isReadReport, type RecordedUnread } from '../../ledger/index.ts';
import { read } from '../../reading/read.ts';
import type { ServerContext } from '../context.ts';
import { notFound } from '../errors.ts';
import type { ReportView, UnreadList, UnreadView } from '../wire.ts';
import { shown } from './claims.ts';

function copiesOf({ live }: ServerContext, id: ReportId) {
  return (live.reportsByOrigin.get(live.originOf(id)) ?? []).filter((other) => other !== id);
}

const unreadView = ({ report, recorded }: RecordedUnread): UnreadView => ({
  id: report.id,
  title: report.title ?? null,
  outlet: (report.outlet && supplied(report.outlet)) ?? null,
  published: (report.published && supplied(report.published)) ?? null,
  reason: report.unread,
  recorded,
});

/** `GET /api/unread`: what is kept and could not be read. `GET /api/reports/:id`: the text with its claims, what was said of them, speech and copies. */
export function reportRoutes(app: Hono, context: ServerContext) {
  const { ledger, live, resources } = context;
  app.get('/api/reports/:id', async (request) => {
    const id = reportId(request.req.param('id'));
    const stored = await ledger.report(id);
    if (!stored || !isReadReport(stored.report)) throw notFound(`report ${id}`);
    const { report } = stored;
    const [standing, all, reviews] = await Promise.all([
      ledger.claims({ report: id }),
      ledger.claims({ report: id, withRetracted: true }),
      ledger.reviews(id),
    ]);
    const stands = new Set(standing.map(({ claim }) => claim.id));
    const views = all
      .flatMap((recorded) => shown(context, recorded) ?? [])
      .sort((a, b) => a.claim.evidence.start - b.claim.evidence.start);
    const answer: ReportView = {
      report,
      origin: live.originOf(id),
      copies: copiesOf(context, id).map((other) => live.brief(other)),
      claims: views.filter(({ claim }) => stands.has(claim.id)),
      retracted: views.filter(({ claim }) => !stands.has(claim.id)),
      reviews,
      speech: read(report, resources).speech,
    };
    return request.json(answer);
  });

  app.get('/api/unread', async (request) => {
    const unread = (await ledger.unread()).map(unreadView).reverse();
    return request.json({ unread } satisfies UnreadList);
  });
}
