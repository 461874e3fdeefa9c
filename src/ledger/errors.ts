export type LedgerErrorCode =
  'locked' | 'unavailable' | 'read-only' | 'disk-full' | 'newer-schema' | 'damaged';

/** Something about the store itself. `advice` says what to do. */
export class LedgerError extends Error {
  constructor(
    readonly code: LedgerErrorCode,
    message: string,
    readonly advice: string,
    options?: { readonly cause: unknown },
  ) {
    super(message, options);
    this.name = 'LedgerError';
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const messageOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
};

const RULES: readonly {
  readonly when: RegExp;
  readonly code: LedgerErrorCode;
  readonly says: string;
  readonly advice: string;
}[] = [
  {
    when: /EFBIG|File too large/i,
    code: 'disk-full',
    says: 'a file of the ledger has reached the size that files may have here',
    advice:
      'Raise the limit (`ulimit -f unlimited`) and run the command again: what was acknowledged is kept.',
  },
  {
    when: /ENOSPC|53100|No space left|EDQUOT|could not extend file/i,
    code: 'disk-full',
    says: 'no space is left for the ledger',
    advice: 'Free some space and run the command again: what was acknowledged is kept.',
  },
  {
    when: /EROFS|EACCES|EPERM|25006|Read-only file system|Permission denied/i,
    code: 'read-only',
    says: 'the ledger cannot be written',
    advice: 'Give write permission on the folder, or name another with --ledger DIR.',
  },
  {
    when: /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNRESET|57P0[123]|08\d{3}|Connection terminated/i,
    code: 'unavailable',
    says: 'the database does not answer',
    advice: 'Check that it runs, and the address in --database or DATABASE_URL.',
  },
  {
    when: /28P01|28000|3D000|42501/i,
    code: 'unavailable',
    says: 'the database refuses',
    advice: 'Check the user, password and database in --database or DATABASE_URL.',
  },
];

/** A ledger error for what an engine or the file system threw; anything unknown stays as it is. */
export function explain(error: unknown, where: string): unknown {
  if (error instanceof LedgerError) return error;
  const seen = `${codeOf(error)} ${messageOf(error)}`;
  const rule = RULES.find(({ when }) => when.test(seen));
  if (!rule) return error;
  const message = `${rule.says}: ${where} (${messageOf(error)})`;
  return new LedgerError(rule.code, message, rule.advice, { cause: error });
}
