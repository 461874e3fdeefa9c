import {
  type Context,
  examples,
  ledgerOptions,
  type LedgerOptions,
  type Register,
} from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { wholeNumber } from '../options.ts';
import { startServing } from '../serving.ts';

interface ServeOptions extends LedgerOptions {
  readonly port: number;
  readonly host: string;
  readonly readOnly?: boolean;
}

async function serve(options: ServeOptions, context: Context): Promise<number> {
  const { io } = context;
  await context.withLedger(options, 'write', async (ledger) => {
    const server = await startServing(ledger, options, context);
    io.out(`Dateline is at ${server.url}\n`);
    io.err(`Ledger: ${context.whereIs(options)}. Ctrl+C ends.\n`);
    if (!['127.0.0.1', 'localhost', '::1'].includes(options.host)) {
      io.err('Others on this network can reach it; it asks nobody for a password.\n');
    }
    await io.stopped();
    await server.close();
  });
  return EXIT.ok.code;
}

/** The port of the HTTP API when none is named. */
const PORT = 8421;

export const registerServe: Register = (program, context) => {
  ledgerOptions(
    program
      .command('serve')
      .summary('serve the page and the HTTP API')
      .description(
        'Serves the page and the HTTP API on a ledger, to this machine only unless told otherwise.',
      )
      .option('--port <n>', 'port; 0 takes any that is free', wholeNumber(0, 65_535), PORT)
      .option('--host <address>', 'address to listen on', '127.0.0.1')
      .option('--read-only', 'take no reports over HTTP'),
  )
    .addHelpText(
      'after',
      examples('dateline serve', 'dateline serve --port 0 --ledger ~/afghanistan'),
    )
    .action((options: ServeOptions) => context.run(() => serve(options, context)));
};
