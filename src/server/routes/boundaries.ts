import type { Context, Hono } from 'hono';
import { Boundaries } from '../boundaries.ts';
import type { ServerContext } from '../context.ts';
import { badField, notFound } from '../errors.ts';

function codeOf(request: Context): string {
  const code = (request.req.param('country') ?? '').toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) throw badField('country', 'Expected an ISO 3166-1 alpha-2 code.');
  return code;
}

const geoJson = (request: Context, text: string) =>
  request.body(text, 200, {
    'Content-Type': 'application/geo+json',
    'Cache-Control': 'public, max-age=86400',
  });

/**
 * `GET /api/boundaries/:country`: first-level divisions as GeoJSON, with the id of each.
 * `GET /api/boundaries/:country/around`: its own border, and land and borders of the countries near it.
 */
export function boundaryRoutes(app: Hono, context: ServerContext) {
  const boundaries = new Boundaries(context.boundaries);
  app.get('/api/boundaries/:country', async (request) => {
    const code = codeOf(request);
    const text = await boundaries.divisions(code);
    if (text === undefined) throw notFound(`boundary file for ${code}`);
    return geoJson(request, text);
  });
  app.get('/api/boundaries/:country/around', async (request) =>
    geoJson(request, await boundaries.around(codeOf(request))),
  );
}
