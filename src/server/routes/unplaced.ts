import type { Hono } from 'hono';
import { dayNumber, unplacedName } from '../../domain/index.ts';
import { plain } from '../../gazetteer/fold.ts';
import { countryOf, type ServerContext } from '../context.ts';
import { inCountry } from '../in-country.ts';
import { dayOrNone } from '../query.ts';
import type { ClaimView, UnplacedList } from '../wire.ts';
import { shown } from './claims.ts';

/** Claims shown of one name. */
const SHOWN = 5;

/** `GET /api/unplaced?country&known&q`: names of places in claims that the gazetteer lacks, most told of first. */
export function unplacedRoutes(app: Hono, context: ServerContext) {
  const { live, resources } = context;
  app.get('/api/unplaced', (request) => {
    const country = countryOf(context, request.req.query('country'));
    const known = dayOrNone(request, 'known');
    const wanted = plain(request.req.query('q') ?? '');
    const told = [...live.claims.values()].filter(
      (each) => known === undefined || live.saidDay(each) <= known,
    );
    const names = new Map<string, ClaimView[]>();
    for (const recorded of inCountry(told, country, resources.gazetteer)) {
      const name = unplacedName(recorded.claim.place);
      if (name === undefined || !plain(name).includes(wanted)) continue;
      const view = shown(context, recorded);
      if (view) names.set(name, [...(names.get(name) ?? []), view]);
    }
    const day = ({ report }: ClaimView) => (report.published ? dayNumber(report.published) : 0);
    const list = [...names].map(([name, views]) => ({
      name,
      total: views.length,
      claims: views.sort((a, b) => day(b) - day(a)).slice(0, SHOWN),
    }));
    list.sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
    return request.json({ names: list } satisfies UnplacedList);
  });
}
