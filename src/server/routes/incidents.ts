import type { Hono } from 'hono';
import { placeId } from '../../domain/index.ts';
import { countryOf, daysOf, type ServerContext } from '../context.ts';
import { asOf, rows, wholeNumber } from '../query.ts';
import type { IncidentList } from '../wire.ts';

const SHOWN = 100;

/** `GET /api/incidents?at&known&country&place&group&limit&offset`: happenings, newest first. */
export function incidentRoutes(app: Hono, context: ServerContext) {
  const { live, resources } = context;
  app.get('/api/incidents', (request) => {
    const country = countryOf(context, request.req.query('country'));
    const question = asOf(request, daysOf(context, country)?.latest ?? null);
    const place = request.req.query('place');
    const group = request.req.query('group');
    const found = live.assessor
      .incidents(question, place ? placeId(place) : undefined)
      .filter((incident) => !group || incident.group === group)
      .flatMap((incident) => {
        const where = resources.gazetteer.place(incident.place);
        if (!where || (country && where.country !== country.country)) return [];
        return [{ ...incident, place: where }];
      })
      .sort((a, b) => b.start.localeCompare(a.start) || (a.id < b.id ? -1 : 1));
    const offset = wholeNumber(request, 'offset', 0);
    const answer: IncidentList = {
      total: found.length,
      incidents: found.slice(offset, offset + rows(request, SHOWN)),
    };
    return request.json(answer);
  });
}
