import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { loadParameters } from '../node/assessment.ts';
import { createApp, type AppOptions } from './app.ts';

export { createApp, type AppOptions } from './app.ts';
export { DEFAULT_DISPLAY, type DisplayRule } from './display.ts';
export { ROUTES, type RouteDescription } from './reference.ts';
export type * from './wire.ts';

export interface ServerOptions extends Omit<AppOptions, 'parameters' | 'hosts'> {
  readonly parameters?: AppOptions['parameters'];
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Starts the API and the page. The ledger stays the caller's to close.
 * @throws Error of the system when the port is taken (`EADDRINUSE`) or may not be used.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 0 } = options;
  const parameters = options.parameters ?? (await loadParameters());
  const local = host === 'localhost' || host === '127.0.0.1' || host === '::1';
  const app = createApp({ ...options, parameters, ...(local && { hosts: LOOPBACK }) });
  // The first question would wait for the ledger to be read: it is asked now, and failing is its asker's.
  void Promise.resolve(app.request('/api/meta')).catch(() => undefined);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address: AddressInfo) => {
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({
        url: `http://${name}:${address.port}`,
        port: address.port,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
    server.once('error', reject);
  });
}
