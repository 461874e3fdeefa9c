import type { MiddlewareHandler } from 'hono';
import type { LiveAssessment } from './live-assessment.ts';

/** Answers kept: a month of days with both handles, for a few places. */
const KEPT = 400;

/** Keeps answers to GET until the ledger changes; the slider asks for the same days again and again. */
export function cached(live: LiveAssessment): MiddlewareHandler {
  let revision = '';
  const answers = new Map<string, string>();
  return async (context, next) => {
    if (context.req.method !== 'GET') return next();
    if (revision !== live.revision) {
      answers.clear();
      revision = live.revision;
    }
    const key = context.req.url;
    const kept = answers.get(key);
    if (kept !== undefined) return context.body(kept, 200, { 'Content-Type': 'application/json' });
    await next();
    if (context.res.status !== 200) return;
    answers.set(key, await context.res.clone().text());
    const oldest = answers.size > KEPT ? answers.keys().next().value : undefined;
    if (oldest !== undefined) answers.delete(oldest);
  };
}
