import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { LedgerError } from '../ledger/index.ts';
import type { ErrorAnswer } from './wire.ts';

/** A request that cannot be answered; becomes the one error shape. */
export class RequestError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

export const notFound = (what: string) =>
  new RequestError(404, 'not-found', `There is no ${what}.`);

export const badField = (field: string, message: string) =>
  new RequestError(400, 'bad-request', message, field);

function answerOf(error: unknown): readonly [ContentfulStatusCode, ErrorAnswer['error']] {
  if (error instanceof RequestError) {
    const { status, code, message, field } = error;
    return [status, { code, message, ...(field === undefined ? {} : { field }) }];
  }
  if (error instanceof HTTPException)
    return [error.status, { code: 'http', message: error.message }];
  if (error instanceof LedgerError)
    return [503, { code: `ledger-${error.code}`, message: error.message }];
  return [
    500,
    { code: 'internal', message: 'Something went wrong on the server; its log says what.' },
  ];
}

export function sendError(
  error: unknown,
  context: Context,
  log: (error: unknown) => void,
): Response {
  const [status, body] = answerOf(error);
  if (status === 500) log(error);
  return context.json({ error: body } satisfies ErrorAnswer, status);
}
