import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { LiveAssessment } from './live-assessment.ts';

/** Letters of answers kept: a month of days with both handles for a small record, some dozens for a large. */
const KEPT = 40_000_000;

interface Answer {
  readonly text: string;
  /** By which a reader that has it already is told so. */
  readonly tag: string;
}

const answerWith = (text: string): Answer => ({
  text,
  tag: `"${createHash('sha1').update(text).digest('hex')}"`,
});

const send = (context: Context, { text, tag }: Answer) =>
  context.body(text, 200, { 'Content-Type': 'application/json', ETag: tag });

/** Answers with JSON whose text goes to the cache as it is: read out of a response it would be copied three times. */
export function answerText(context: Context, answer: unknown): Response {
  const text = JSON.stringify(answer);
  context.set('text', text);
  return context.body(text, 200, { 'Content-Type': 'application/json' });
}

/**
 * Keeps answers to GET until the ledger changes; the slider asks for the same days again and again.
 * An answer is sent as one text: as a stream that several go through it takes longer than the sums in it.
 */
export function cached(live: LiveAssessment): MiddlewareHandler {
  let revision = '';
  const answers = new Map<string, Answer>();
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
    if (kept !== undefined) return send(context, kept);
    const asked = revision;
    await next();
    if (context.res.status !== 200) return;
    const text = context.get('text') as string | undefined;
    const answer = answerWith(text ?? (await context.res.text()));
    // Taken away first: what is put in the place of another goes on as a stream.
    context.res = undefined;
    context.res = send(context, answer);
    if (asked !== live.revision || asked !== revision) return;
    // What another request put there meanwhile is not counted twice.
    letters += answer.text.length - (answers.get(key)?.text.length ?? 0);
    answers.set(key, answer);
    for (const [oldest, { text }] of answers) {
      if (letters <= KEPT) break;
      answers.delete(oldest);
      letters -= text.length;
    }
  };
}
