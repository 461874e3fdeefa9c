import type { Hono } from 'hono';
import {
  actorId,
  claimId,
  dayNumber,
  dayOf,
  placeId,
  type RecordedClaim,
} from '../../domain/index.ts';
import type { ClaimQuery } from '../../ledger/index.ts';
import type { ServerContext } from '../context.ts';
import { published } from '../display.ts';
import { notFound } from '../errors.ts';
import { dayOrNone, rows, wholeNumber } from '../query.ts';
import type { ClaimList, ClaimView } from '../wire.ts';

const SHOWN = 100;

/** The claim as the display rules let it be shown. */
export function shown(context: ServerContext, recorded: RecordedClaim): ClaimView | undefined {
  const { live, resources, display, instant } = context;
  const today = dayNumber(dayOf(instant()));
  const claim = published(recorded.claim, {
    rules: display,
    place: (id) => resources.gazetteer.place(id),
    age: () => today - dayNumber(live.saidDay(recorded)),
  });
  return claim && live.view({ ...recorded, claim });
}

/**
 * `GET /api/claims?kind&place&inside&actor&side&outlet&source&text&modality&polarity&report&from&to&known&limit&offset`.
 * `GET /api/claims/:id`: one claim.
 */
export function claimRoutes(app: Hono, context: ServerContext) {
  app.get('/api/claims', async (request) => {
    const text = (field: string) => request.req.query(field) || undefined;
    const [place, inside, actor, side, saidBy] = [
      text('place'),
      text('inside'),
      text('actor'),
      text('side'),
      dayOrNone(request, 'known'),
    ];
    const [from, to] = [dayOrNone(request, 'from'), dayOrNone(request, 'to')];
    const query: ClaimQuery = {
      kinds: request.req.queries('kind') ?? [],
      ...(place && { place: placeId(place) }),
      ...(inside && { inside: placeId(inside) }),
      ...(actor && { actor: actorId(actor) }),
      ...(side && { side: actorId(side) }),
      ...textFields(text),
      ...(from && { from }),
      ...(to && { to }),
      ...(saidBy && { saidBy }),
    };
    const limit = rows(request, SHOWN);
    const offset = wholeNumber(request, 'offset', 0);
    const [claims, total] = await Promise.all([
      context.ledger.claims({ ...query, order: 'said', descending: true, limit, offset }),
      context.ledger.count(query),
    ]);
    const answer: ClaimList = {
      total,
      claims: claims.flatMap((each) => shown(context, each) ?? []),
    };
    return request.json(answer);
  });

  app.get('/api/claims/:id', (request) => {
    const id = claimId(request.req.param('id'));
    const recorded = context.live.claims.get(id);
    const view = recorded && shown(context, recorded);
    if (!view) throw notFound(`claim ${id}`);
    return request.json(view);
  });
}

type TextField = 'outlet' | 'source' | 'text' | 'modality' | 'polarity' | 'report';

function textFields(
  text: (field: string) => string | undefined,
): Partial<Pick<ClaimQuery, TextField>> {
  const fields = ['outlet', 'source', 'text', 'modality', 'polarity', 'report'] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = text(field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
