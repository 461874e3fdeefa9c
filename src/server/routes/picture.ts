import type { Hono } from 'hono';
import { addDays } from '../../domain/index.ts';
import { countryOf, daysOf, type ServerContext } from '../context.ts';
import { answerText } from '../cache.ts';
import { changesSince } from '../changes.ts';
import { compared, pictureOf } from '../picture.ts';
import { asOf, dayOrNone, span } from '../query.ts';
import { timelineOf } from '../timeline.ts';
import type { ChangeList, Picture, Timeline } from '../wire.ts';
import { shown } from './claims.ts';

/** Claims shown for one change: enough to check it; the place has the rest. */
const EVIDENCE_SHOWN = 3;

/**
 * `GET /api/picture?at&known&country&without`: the standing of every place, totals and changes.
 * `GET /api/changes?at&known&since&country&without`: what is not as it was, and by which claims.
 * `GET /api/timeline?from&to&country`: claims and gains day by day.
 */
export function pictureRoutes(app: Hono, context: ServerContext) {
  const { live, resources } = context;
  app.get('/api/picture', (request) => {
    const country = countryOf(context, request.req.query('country'));
    const question = asOf(request, daysOf(context, country)?.latest ?? null);
    const without = request.req.queries('without') ?? [];
    const answer: Picture = { ...pictureOf(live, resources.gazetteer, question, country), without };
    return answerText(request, answer);
  });

  app.get('/api/changes', (request) => {
    const country = countryOf(context, request.req.query('country'));
    const question = asOf(request, daysOf(context, country)?.latest ?? null);
    const since = dayOrNone(request, 'since') ?? addDays(question.at, -1);
    const known = question.known === question.at ? since : question.known;
    const clocks = { before: { ...question, at: since, known }, now: question };
    const entries = compared(live, resources.gazetteer, clocks, country);
    const changes = changesSince(live, entries, clocks);
    const answer: ChangeList = {
      since,
      changes: changes.map((change) => ({
        ...change,
        evidence: change.claims.slice(0, EVIDENCE_SHOWN).flatMap((id) => {
          const recorded = live.claims.get(id);
          return (recorded && shown(context, recorded)) ?? [];
        }),
      })),
    };
    return request.json(answer);
  });

  app.get('/api/timeline', (request) => {
    const country = countryOf(context, request.req.query('country'));
    const days = daysOf(context, country);
    if (!days) return request.json({ days: [] } satisfies Timeline);
    return request.json(timelineOf(live, resources.gazetteer, country, span(request, days)));
  });
}
