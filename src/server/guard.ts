import type { MiddlewareHandler } from 'hono';
import { RequestError } from './errors.ts';

/** The page asks nothing of anybody but this server. MapLibre starts its worker from a file of ours. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const sayPolicy = (): MiddlewareHandler => async (context, next) => {
  context.header('Content-Security-Policy', POLICY);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  await next();
};

const nameOf = (host: string) => host.replace(/:\d+$/, '').toLowerCase();

/**
 * A script on another site can reach a server on this machine: by its address, or by a name that
 * was made to point here. Neither may write, and a name we do not answer to may not read.
 */
export const refuseStrangers =
  (hosts: readonly string[] | undefined): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header('host');
    if (hosts && host !== undefined && !hosts.includes(nameOf(host))) {
      throw new RequestError(
        403,
        'host',
        `This server does not answer to the name "${nameOf(host)}".`,
      );
    }
    const site = context.req.header('sec-fetch-site');
    if (
      context.req.method !== 'GET' &&
      site !== undefined &&
      site !== 'same-origin' &&
      site !== 'none'
    ) {
      throw new RequestError(403, 'cross-site', 'Only pages of this server may write to it.');
    }
    await next();
  };
