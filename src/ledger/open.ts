import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Engine } from './engine.ts';
import { explain, LedgerError } from './errors.ts';
import type { Directory, Ledger } from './ledger.ts';
import { type Lock, lockFolder } from './lock.ts';
import { migrate } from './migrate.ts';
import { openPglite, pgliteEngine } from './pglite.ts';
import { postgresqlEngine } from './postgresql.ts';
import { createLedger } from './store.ts';

export interface OpenOptions {
  /** Folder of an embedded ledger; created when absent. */
  readonly folder?: string;
  /** `postgresql://…`; goes before the folder. */
  readonly database?: string;
  /** Schema that holds the tables; default `dateline`. */
  readonly schema?: string;
  readonly directory?: Directory;
  /** Clock for *recorded*. */
  readonly now?: () => Date;
}

const SCHEMA = 'dateline';

/**
 * Opens the ledger, on a folder or on a server, and brings its schema up to date.
 * @throws LedgerError when it is locked, cannot be reached or cannot be written.
 */
export async function openLedger(options: OpenOptions): Promise<Ledger> {
  const schema = options.schema ?? SCHEMA;
  const where =
    options.database === undefined
      ? resolve(options.folder ?? '.dateline')
      : safe(options.database);
  try {
    const engine =
      options.database === undefined
        ? await openFolder(where, schema)
        : postgresqlEngine(options.database, schema);
    const { directory, now } = options;
    try {
      await migrate(engine, schema);
    } catch (error) {
      await engine.close();
      throw error;
    }
    return createLedger(engine, { schema, directory, now, where });
  } catch (error) {
    throw explain(error, where);
  }
}

/** An address without its password. */
export function safe(url: string): string {
  if (!URL.canParse(url)) return 'the database';
  const parsed = new URL(url);
  parsed.password = '';
  parsed.search = '';
  return parsed.href;
}

async function openFolder(folder: string, schema: string): Promise<Engine> {
  const lock = lockFolder(folder);
  try {
    const files = join(folder, 'pg');
    const unfinished = prepare(folder, files);
    const database = await openPglite(files);
    const engine = await pgliteEngine(database, schema, () => closeFolder(database, lock));
    if (unfinished !== undefined) {
      await migrate(engine, schema);
      rmSync(unfinished);
    }
    return { ...engine, alone: true };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function closeFolder(database: { close(): Promise<void> }, lock: Lock): Promise<void> {
  try {
    await database.close();
  } finally {
    lock.release();
  }
}

/**
 * While a new cluster is made, a file beside it says so: what a crash leaves half made is made again,
 * and nothing else is ever removed. Gives that file when there is a cluster to make.
 */
function prepare(folder: string, files: string): string | undefined {
  const unfinished = join(folder, 'pg.unfinished');
  if (existsSync(files) && !existsSync(unfinished)) {
    if (existsSync(join(files, 'PG_VERSION'))) return undefined;
    throw new LedgerError(
      'damaged',
      `${files} is not a ledger: it has no PG_VERSION`,
      'Name another folder with --ledger DIR, or move this one away.',
    );
  }
  writeFileSync(unfinished, 'The ledger beside this file is being made.\n', { flush: true });
  rmSync(files, { recursive: true, force: true });
  return unfinished;
}
