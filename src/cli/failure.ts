import { LedgerError, type LedgerErrorCode } from '../ledger/errors.ts';
import { EXIT, type ExitName } from './exit-codes.ts';
import type { CommandIo } from './io.ts';

/** Every error a command ends with: what was seen (and expected), and what to do. */
export class Failure extends Error {
  constructor(
    readonly exit: ExitName,
    message: string,
    readonly advice: string,
    options?: { readonly cause: unknown },
  ) {
    super(message, options);
  }
}

const LEDGER_EXIT: Readonly<Record<LedgerErrorCode, ExitName>> = {
  locked: 'unavailable',
  unavailable: 'unavailable',
  'read-only': 'cannotWrite',
  'disk-full': 'cannotWrite',
  'newer-schema': 'unavailable',
  damaged: 'noInput',
};

function toFailure(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  if (error instanceof LedgerError) {
    return new Failure(LEDGER_EXIT[error.code], error.message, error.advice);
  }
  return undefined;
}

/** Prints an error in the one shape there is, and gives the exit code. */
export function report(error: unknown, io: CommandIo): number {
  const failure = toFailure(error);
  if (failure) {
    io.err(`dateline: ${failure.message}\n`);
    if (failure.advice !== '') io.err(`  ${failure.advice}\n`);
    return EXIT[failure.exit].code;
  }
  const text = error instanceof Error ? error.message : String(error);
  io.err(`dateline: internal error: ${text}\n`);
  io.err('  This is a fault in Dateline. DATELINE_DEBUG=1 shows where it happened.\n');
  if (io.env['DATELINE_DEBUG'] && error instanceof Error) io.err(`${error.stack}\n`);
  return EXIT.internal.code;
}
