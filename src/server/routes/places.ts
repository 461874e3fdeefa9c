import type { Hono } from 'hono';
import { placeId, type Place } from '../../domain/index.ts';
import { countryOf, daysOf, type ServerContext } from '../context.ts';
import { badField, notFound } from '../errors.ts';
import { placeLedger } from '../place-ledger.ts';
import { asOf, rows } from '../query.ts';

const FOUND = 12;

/** Places some claim names come before namesakes of which there is no news. */
function search(context: ServerContext, name: string, country: Place | undefined, limit: number) {
  const { live, resources } = context;
  const options = { limit: limit * 4, ...(country && { country: country.country }) };
  const news = ({ id }: Place) => live.claimsAt(id).length;
  return resources.gazetteer
    .find(name, options)
    .map((candidate) => ({ ...candidate, news: news(candidate.place) }))
    .sort((a, b) => b.similarity - a.similarity || b.news - a.news)
    .slice(0, limit)
    .map(({ place }) => place);
}

/**
 * `GET /api/places?q&country&limit`: places by name.
 * `GET /api/places/:id?at&known&without`: standing, what moved it, claims by origin, history.
 */
export function placeRoutes(app: Hono, context: ServerContext) {
  app.get('/api/places', (request) => {
    const name = request.req.query('q')?.trim() ?? '';
    if (name === '') throw badField('q', 'Expected the name of a place in q.');
    const country = countryOf(context, request.req.query('country'));
    return request.json({ places: search(context, name, country, rows(request, FOUND)) });
  });

  app.get('/api/places/:id', (request) => {
    const id = placeId(request.req.param('id'));
    const place = context.resources.gazetteer.place(id);
    if (!place) throw notFound(`place ${id}`);
    const country = context.resources.gazetteer.country(place.country);
    const days = daysOf(context, country) ?? daysOf(context);
    const question = asOf(request, days?.to ?? null);
    return request.json(
      placeLedger(context.live, place, question, days ?? { from: question.at, to: question.at }),
    );
  });
}
