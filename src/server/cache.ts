import type { MiddlewareHandler } from 'hono';
import type { LiveAssessment } from './live-assessment.ts';

/** Letters of answers kept: a month of days with both handles for a small record, some dozens for a large. */
const KEPT = 40_000_000;

/** Keeps answers to GET until the ledger changes; the slider asks for the same days again and again. */
export function cached(live: LiveAssessment): MiddlewareHandler {
  let revision = '';
  const answers = new Map<string, string>();
  let letters = 0;
  return async (context, next) => {
    if (context.req.method !== 'GET') return next();
    if (revision !== live.revision) {
      answers.clear();
      letters = 0;
      revision = live.revision;
    }
    const key = context.req.url;
    const kept = answers.get(key);
    if (kept !== undefined) return context.body(kept, 200, { 'Content-Type': 'application/json' });
    const asked = revision;
    await next();
    if (context.res.status !== 200) return;
    const answer = await context.res.clone().text();
    if (asked !== live.revision || asked !== revision) return;
    // What another request put there meanwhile is not counted twice.
    letters += answer.length - (answers.get(key)?.length ?? 0);
    answers.set(key, answer);
    for (const [oldest, { length }] of answers) {
      if (letters <= KEPT) break;
      answers.delete(oldest);
      letters -= length;
    }
  };
}
