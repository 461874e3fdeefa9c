import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
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
    await create(folder, files);
    const database = await openPglite(files);
    return await pgliteEngine(database, schema, () => closeFolder(database, lock));
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

/** A new cluster is made beside its place and moved there whole: a crash leaves all or nothing. */
async function create(folder: string, files: string): Promise<void> {
  if (existsSync(files)) {
    if (existsSync(join(files, 'PG_VERSION'))) return;
    throw new LedgerError(
      'damaged',
      `${files} is not a ledger: it has no PG_VERSION`,
      'Name another folder with --ledger DIR, or move this one away.',
    );
  }
  const unfinished = join(folder, 'pg.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const database = await openPglite(unfinished);
  await database.close();
  renameSync(unfinished, files);
}
