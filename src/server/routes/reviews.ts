import type { Context, Hono } from 'hono';
import { claimId } from '../../domain/index.ts';
import type { Review } from '../../ledger/index.ts';
import type { ServerContext } from '../context.ts';
import { entryBody } from '../entry-body.ts';
import { badField, notFound } from '../errors.ts';
import type { ReviewAnswer } from '../wire.ts';
import { shown } from './claims.ts';

const VERDICTS = ['retracted', 'restored', 'confirmed', 'noted'] as const;

async function entryOf(request: Context, context: ServerContext): Promise<Review> {
  const { given, words } = await entryBody(request);
  const verdict = VERDICTS.find((each) => each === given['verdict']);
  if (!verdict) throw badField('verdict', `Expected one of ${VERDICTS.join(', ')} in verdict.`);
  const id = claimId(words('claim', 'the id of a claim'));
  const reason = words('reason', 'why');
  const by = words('by', 'who says so');
  const recorded = await context.ledger.claim(id);
  if (!recorded || !shown(context, recorded)) throw notFound(`claim ${id}`);
  return { report: recorded.claim.report, claim: id, verdict, reason, by };
}

/** `POST /api/reviews`: takes back a claim that was read wrongly, lets it count again, or comments on it. */
export function reviewWriting(app: Hono, context: ServerContext) {
  app.post('/api/reviews', async (request) => {
    const entry = await context.ledger.review(await entryOf(request, context));
    await context.live.takeReviewed();
    return request.json({ entry } satisfies ReviewAnswer, 201);
  });
}
