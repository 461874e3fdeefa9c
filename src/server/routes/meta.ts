import type { Hono } from 'hono';
import { pinsOf } from '../../ledger/index.ts';
import { daysOf, type ServerContext } from '../context.ts';
import { countriesOf } from '../countries.ts';
import type { Meta } from '../wire.ts';

/** `GET /api/meta`: how much the ledger holds, of which days, countries and holders. */
export function metaRoutes(app: Hono, context: ServerContext) {
  app.get('/api/meta', async (request) => {
    const { ledger, live, resources } = context;
    const days = daysOf(context);
    const answer: Meta = {
      revision: live.revision,
      reports: live.heads.size,
      claims: live.claims.size,
      unread: (await ledger.counts()).unread,
      origins: live.reportsByOrigin.size,
      pinned: pinsOf(live.pins).size,
      from: days?.from ?? null,
      to: days?.to ?? null,
      countries: countriesOf(live, resources.gazetteer),
    };
    return request.json(answer);
  });
}
