import type { Context, Hono } from 'hono';
import type { Pin } from '../../domain/index.ts';
import { pinsOf, type PinEntry } from '../../ledger/index.ts';
import { countryOf, daysOf, type ServerContext } from '../context.ts';
import { entryBody } from '../entry-body.ts';
import { badField } from '../errors.ts';
import { effectOf, holding, pinViews } from '../pins.ts';
import { asOf } from '../query.ts';
import type { PinAnswer, PinList } from '../wire.ts';

const GRADE = /^[A-F]$/;
/** A letter, or a number from 0 to 1; null when neither is given. */
function pinOf(grade: unknown, reliability: unknown): Pin | null {
  const absent = (value: unknown) => value === undefined || value === null || value === '';
  if (!absent(grade) && !absent(reliability)) {
    throw badField('grade', 'Expected a grade or a reliability, saw both.');
  }
  if (!absent(grade)) {
    if (typeof grade === 'string' && GRADE.test(grade)) return grade as Pin;
    throw badField('grade', `Expected a letter from A to F, saw ${JSON.stringify(grade)}.`);
  }
  if (absent(reliability)) return null;
  const value = Number(reliability);
  if (value >= 0 && value <= 1) return value;
  const seen = JSON.stringify(reliability);
  throw badField('reliability', `Expected a number from 0 to 1, saw ${seen}.`);
}

async function entryOf(request: Context): Promise<PinEntry> {
  const { given, words } = await entryBody(request);
  const source = words('source', 'the key of a source, as `/api/sources` gives it,');
  if (!/^(side|agency|outlet|person|class):./.test(source)) {
    throw badField('source', `Expected a key such as side:taliban, saw "${source}".`);
  }
  return {
    source,
    pin: pinOf(given['grade'], given['reliability']),
    reason: words('reason', 'why'),
    by: words('by', 'who says so'),
  };
}

/** Names of the sources that something was learned of. */
function namesOf(context: ServerContext): ReadonlyMap<string, string> {
  const days = daysOf(context);
  const list = days ? context.live.assessor.sources(days.latest, () => true) : [];
  return new Map(list.map(({ source, name }) => [source, name]));
}

/** `GET /api/pins`: what users have fixed of sources. `GET /api/pins/effect`: what a pin does. */
export function pinRoutes(app: Hono, context: ServerContext) {
  const { live, resources } = context;
  app.get('/api/pins', (request) => {
    const entries = pinViews(live.pins, namesOf(context));
    return request.json({ pins: holding(entries), entries } satisfies PinList);
  });

  app.get('/api/pins/effect', (request) => {
    const source = request.req.query('source') ?? '';
    if (source === '') throw badField('source', 'Expected the key of a source in source.');
    const country = countryOf(context, request.req.query('country'));
    const question = asOf(request, daysOf(context, country)?.latest ?? null);
    const asked = pinOf(request.req.query('grade'), request.req.query('reliability'));
    const pin = asked ?? pinsOf(live.pins).get(source) ?? null;
    const where = { asOf: question, country };
    return request.json(effectOf(live, resources.gazetteer, { source, pin }, where));
  });
}

/** `POST /api/pins`: fixes the grade or the reliability of a source, or takes it back. */
export function pinWriting(app: Hono, context: ServerContext) {
  app.post('/api/pins', async (request) => {
    const written = await context.ledger.pin(await entryOf(request));
    await context.live.takePinned();
    const [entry] = pinViews([written], namesOf(context));
    return request.json({ entry: entry! } satisfies PinAnswer, 201);
  });
}
