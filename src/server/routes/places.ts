import type { Hono } from 'hono';
import { placeId, type Place } from '../../domain/index.ts';
import { countryOf, daysOf, type ServerContext } from '../context.ts';
import { badField, notFound } from '../errors.ts';
import { plain } from '../../gazetteer/fold.ts';
import { placesShown } from '../picture.ts';
import { placeLedger } from '../place-ledger.ts';
import { asOf, rows } from '../query.ts';

const FOUND = 12;

/** Places of the picture whose name begins so: a name half typed is found by what is on the map. */
function begun({ live, resources }: ServerContext, name: string, country: Place | undefined) {
  const start = plain(name);
  return placesShown(live, resources.gazetteer, country)
    .filter((place) => plain(place.name).startsWith(start))
    .sort((a, b) => live.claimsAt(b.id).length - live.claimsAt(a.id).length);
}

/** Places some claim names come before namesakes of which there is no news. */
function search(context: ServerContext, name: string, country: Place | undefined, limit: number) {
  const { live, resources } = context;
  const options = { limit: limit * 4, ...(country && { country: country.country }) };
  const news = ({ id }: Place) => live.claimsAt(id).length;
  const isMeant = (found: { readonly place: Place; readonly news: number }) =>
    Number(found.news > 0 && plain(found.place.name) === plain(name));
  const found = resources.gazetteer
    .find(name, options)
    .map((candidate) => ({ ...candidate, news: news(candidate.place) }))
    .sort((a, b) => b.similarity - a.similarity || isMeant(b) - isMeant(a) || b.news - a.news)
    .map(({ place }) => place);
  const all = [...found, ...begun(context, name, country)];
  return [...new Map(all.map((place) => [place.id, place])).values()].slice(0, limit);
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
    const question = asOf(request, days?.latest ?? null);
    return request.json(
      placeLedger(context.live, place, question, days ?? { from: question.at, to: question.at }),
    );
  });
}
