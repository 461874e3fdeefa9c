import type { Hono } from 'hono';
import {
  BYTE_ORDER_MARK,
  toCsv,
  toGeoJson,
  type Codebook,
  type CodebookInput,
} from '../../codebooks/index.ts';
import type { Place } from '../../domain/index.ts';
import { loadCodebooks } from '../../node/codebooks.ts';
import type { AsOf } from '../../assessment/index.ts';
import { countryOf, daysOf, type ServerContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { inCountry } from '../in-country.ts';
import { asOf } from '../query.ts';
import { shown } from './claims.ts';

/** The one scheme that is not a table. */
const GEOJSON = 'geojson';

function inputOf(
  context: ServerContext,
  { at, known }: AsOf,
  country: Place | undefined,
): CodebookInput {
  const { live, resources } = context;
  const told = [...live.claims.values()].filter((each) => live.saidDay(each) <= known);
  const claims = inCountry(told, country, resources.gazetteer)
    .flatMap((recorded) => shown(context, recorded)?.claim ?? [])
    .filter(({ when }) => when.basis === 'unknown' || when.start <= at);
  const wanted = new Set(claims.map(({ id }) => id));
  const incidents = live.assessor
    .incidents({ at, known })
    .filter((incident) => incident.claims.some((id) => wanted.has(id)));
  return { claims, incidents, reports: live.heads, actor: (id) => resources.actors.get(id) };
}

async function codebookNamed(name: string): Promise<Codebook | undefined> {
  if (name === GEOJSON) return undefined;
  const found = (await loadCodebooks()).get(name);
  if (!found) throw notFound(`codebook "${name}" here`);
  return found;
}

/** `GET /api/export/:codebook?country&at&known`: claims or incidents in somebody's scheme, as a file. */
export function exportRoutes(app: Hono, context: ServerContext) {
  app.get('/api/export/:codebook', async (request) => {
    const name = request.req.param('codebook');
    const codebook = await codebookNamed(name);
    const country = countryOf(context, request.req.query('country'));
    const question = asOf(request, daysOf(context, country)?.latest ?? null);
    const input = inputOf(context, question, country);
    const text = codebook
      ? BYTE_ORDER_MARK + toCsv(codebook, codebook.code(input))
      : JSON.stringify(toGeoJson(input));
    const [type, ending] = codebook ? ['text/csv', 'csv'] : ['application/geo+json', 'geojson'];
    const file = ['dateline', name, request.req.query('country'), question.at].filter(Boolean);
    return request.body(text, 200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${file.join('-')}.${ending}"`,
    });
  });
}
