import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { RequestError } from './errors.ts';

const YEAR_SECONDS = 31_536_000;

/** The built page: names under `assets/` carry a hash of what they hold and never change. */
export function page(app: Hono, folder: string) {
  app.use('/*', async (context, next) => {
    if (!existsSync(join(folder, 'index.html'))) {
      throw new RequestError(503, 'not-built', 'The page is not built: run `npm run build`.');
    }
    await next();
    const lasting = context.req.path.startsWith('/assets/');
    context.header(
      'Cache-Control',
      lasting ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
    );
  });
  app.use('/*', serveStatic({ root: folder }));
  app.notFound((context) => context.text('Not found', 404));
}
