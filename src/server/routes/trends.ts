import type { Hono } from 'hono';
import { countryOf, daysOf, type ServerContext } from '../context.ts';
import { countriesOf } from '../countries.ts';
import { badField, notFound } from '../errors.ts';
import { asOf } from '../query.ts';
import { trendsOf } from '../trends.ts';

/** `GET /api/trends?country&at`: gains and losses week by week, and judgements beside the record. */
export function trendRoutes(app: Hono, context: ServerContext) {
  app.get('/api/trends', (request) => {
    const { live, resources } = context;
    const country = countryOf(context, request.req.query('country'));
    if (!country) throw badField('country', 'Expected the ISO code of a country in country.');
    const days = daysOf(context, country);
    if (!days) throw notFound(`news of ${country.name}`);
    const { at } = asOf(request, days.to);
    const head = countriesOf(live, resources.gazetteer).find(({ id }) => id === country.id);
    const holders = head?.holders.map(({ id }) => id) ?? [];
    return request.json(
      trendsOf(live, resources.gazetteer, { country, from: days.from, to: at, holders }),
    );
  });
}
