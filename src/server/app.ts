import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { AssessmentParameters } from '../assessment/index.ts';
import type { Instant } from '../domain/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { packageRoot } from '../node/package-root.ts';
import type { ReaderResources } from '../reader.ts';
import { cached } from './cache.ts';
import type { ServerContext } from './context.ts';
import { DEFAULT_DISPLAY, type DisplayRule } from './display.ts';
import { notFound, RequestError, sendError } from './errors.ts';
import { refuseStrangers, sayPolicy } from './guard.ts';
import { LiveAssessment, type Progress } from './live-assessment.ts';
import { addRoutes } from './routes/add.ts';
import { boundaryRoutes } from './routes/boundaries.ts';
import { claimRoutes } from './routes/claims.ts';
import { exportRoutes } from './routes/export.ts';
import { metaRoutes } from './routes/meta.ts';
import { pictureRoutes } from './routes/picture.ts';
import { pinRoutes, pinWriting } from './routes/pins.ts';
import { placeRoutes } from './routes/places.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { sourceRoutes } from './routes/sources.ts';
import { trendRoutes } from './routes/trends.ts';
import { reportRoutes } from './routes/reports.ts';
import { reviewWriting } from './routes/reviews.ts';
import { unplacedRoutes } from './routes/unplaced.ts';
import { page } from './page.ts';
import { ROUTES } from './reference.ts';

export interface AppOptions {
  readonly ledger: Ledger;
  readonly resources: ReaderResources;
  readonly parameters: AssessmentParameters;
  /** What is published less closely, or later, than it is known. */
  readonly display?: readonly DisplayRule[];
  /** Folder of the built page; default `dist/web` of the package. */
  readonly page?: string;
  /** Folder of boundary files; default `data/gazetteer/boundaries` of the package. */
  readonly boundaries?: string;
  /** No report can be added over HTTP. */
  readonly readOnly?: boolean;
  /** Hosts this server answers to, all on this machine; default any. Guards against other sites' scripts. */
  readonly hosts?: readonly string[];
  readonly now?: () => Date;
  readonly log?: (error: unknown) => void;
  /** Told while the ledger is read for the first time, and when it grew by others. */
  readonly progress?: Progress;
}

/** Largest upload, in bytes: the largest item that is taken in, with room for its envelope. */
const MOST_BYTES = 12_000_000;

/** The HTTP API and the page, without a port: `app.request('/api/meta')`. */
export function createApp(options: AppOptions): Hono {
  const {
    ledger,
    resources,
    parameters,
    display = DEFAULT_DISPLAY,
    now = () => new Date(),
  } = options;
  const root = packageRoot();
  const log = options.log ?? ((error: unknown) => console.error(error));
  const live = new LiveAssessment(ledger, resources, parameters, {
    now: () => now().getTime(),
    progress: options.progress,
  });
  const context: ServerContext = {
    ledger,
    resources,
    live,
    display,
    boundaries: options.boundaries ?? join(root, 'data', 'gazetteer', 'boundaries'),
    instant: () => now().toISOString() as Instant,
    log,
  };

  const app = new Hono();
  app.onError((error, request) => sendError(error, request, log));
  app.use(sayPolicy());
  app.use('/api/*', refuseStrangers(options.hosts));
  // On this machine it takes longer to make an answer small than to send it as it is.
  if (!options.hosts) app.use('/api/*', compress());
  app.use('/api/*', (_, next) => live.idle.waitFor(next));
  app.get('/api', (request) => request.json({ routes: ROUTES }));
  app.get('/api/health', async (request) => {
    const counts = await ledger.counts();
    return request.json({ status: 'ok', engine: ledger.engine, ...counts });
  });
  // Boundaries do not depend on the ledger: they come before its answers' cache.
  boundaryRoutes(app, context);
  app.use('/api/*', async (_, next) => {
    await live.refresh();
    await next();
  });
  // What is saved as a file is not kept: the cache is of JSON that the page asks for again and again.
  exportRoutes(app, context);
  app.use('/api/*', etag());
  app.use('/api/*', cached(live));
  metaRoutes(app, context);
  pictureRoutes(app, context);
  placeRoutes(app, context);
  claimRoutes(app, context);
  reportRoutes(app, context);
  incidentRoutes(app, context);
  sourceRoutes(app, context);
  pinRoutes(app, context);
  trendRoutes(app, context);
  unplacedRoutes(app, context);
  if (options.readOnly) {
    const refuse = () => {
      throw new RequestError(403, 'read-only', 'This server takes nothing in.');
    };
    app.post('/api/reports', refuse);
    app.post('/api/pins', refuse);
    app.post('/api/reviews', refuse);
  } else {
    const tooLarge = () => {
      throw new RequestError(413, 'too-large', `Expected at most ${MOST_BYTES / 1e6} MB.`);
    };
    app.use('/api/reports', bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }));
    addRoutes(app, context);
    app.use('/api/pins', bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }));
    pinWriting(app, context);
    app.use('/api/reviews', bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }));
    reviewWriting(app, context);
  }
  app.all('/api/*', () => {
    throw notFound('such part of the API');
  });
  page(app, options.page ?? join(root, 'dist', 'web'));
  return app;
}
