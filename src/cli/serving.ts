import type { Ledger } from '../ledger/index.ts';
import type { RunningServer } from '../server/index.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import type { CommandIo } from './io.ts';
import { Progress } from './progress.ts';

export interface ServingOptions {
  readonly port?: number;
  readonly host?: string;
  readonly readOnly?: boolean;
}

const systemCode = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

function explainStart(error: unknown, { port, host = '127.0.0.1' }: ServingOptions): unknown {
  const where = `${host}:${port ?? 0}`;
  const advice = 'Choose another with --port N; 0 takes any that is free.';
  switch (systemCode(error)) {
    case 'EADDRINUSE':
      return new Failure('unavailable', `${where} is in use by another program`, advice);
    case 'EACCES':
      return new Failure('unavailable', `${where} may not be used without more rights`, advice);
    case 'EADDRNOTAVAIL':
      return new Failure(
        'unavailable',
        `${host} is no address of this machine`,
        'Use --host 127.0.0.1 or 0.0.0.0.',
      );
    default:
      return error;
  }
}

/** A ledger of a hundred thousand claims takes some seconds to read: till then answers wait. */
function showReading(io: CommandIo) {
  let bar: Progress | undefined;
  return (done: number, of: number) => {
    bar ??= new Progress(of, io);
    bar.show(done, `${done} of ${of} claims read`);
    if (done >= of) bar.clear();
  };
}

/** Starts the server on a ledger that is open. */
export async function startServing(
  ledger: Ledger,
  options: ServingOptions,
  context: Context,
): Promise<RunningServer> {
  const [{ startServer }, resources] = await Promise.all([
    import('../server/index.ts'),
    context.resources(),
  ]);
  const { port, host, readOnly } = options;
  try {
    return await startServer({
      ledger,
      resources,
      ...(port === undefined ? {} : { port }),
      ...(host === undefined ? {} : { host }),
      ...(readOnly === undefined ? {} : { readOnly }),
      progress: showReading(context.io),
      log: (error) =>
        context.io.err(`dateline: ${error instanceof Error ? error.message : String(error)}\n`),
    });
  } catch (error) {
    throw explainStart(error, options);
  }
}
