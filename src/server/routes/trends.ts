import type { Hono } from 'hono';
import { placeId, type Place } from '../../domain/index.ts';
import { countryOf, daysOf, type ServerContext } from '../context.ts';
import { countriesOf } from '../countries.ts';
import { badField, notFound } from '../errors.ts';
import { asOf } from '../query.ts';
import { trendsOf } from '../trends.ts';

/** A first-level division of the country, when one is asked for. */
function areaOf({ resources }: ServerContext, country: Place, given: string | undefined) {
  if (given === undefined || given === '') return undefined;
  const area = resources.gazetteer.place(placeId(given));
  if (area?.level !== 'province' || area.country !== country.country)
    throw badField('area', `Expected the id of a province of ${country.name}, saw "${given}".`);
  return area;
}

/** `GET /api/trends?country&area&at`: gains and losses week by week, and judgements beside the record. */
export function trendRoutes(app: Hono, context: ServerContext) {
  app.get('/api/trends', (request) => {
    const { live, resources } = context;
    const country = countryOf(context, request.req.query('country'));
    if (!country) throw badField('country', 'Expected the ISO code of a country in country.');
    const days = daysOf(context, country);
    if (!days) throw notFound(`news of ${country.name}`);
    const area = areaOf(context, country, request.req.query('area'));
    const { at } = asOf(request, days.latest);
    const head = countriesOf(live, resources.gazetteer).find(({ id }) => id === country.id);
    const holders = head?.holders.map(({ id }) => id) ?? [];
    return request.json(
      trendsOf(live, resources.gazetteer, { country, area, from: days.from, to: at, holders }),
    );
  });
}
