import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { LedgerError } from './errors.ts';

/** Who has the folder open. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  readonly since: string;
  /** Start of the process in clock ticks since boot, where the system tells: pids are used again. */
  readonly started: string | null;
}

export interface Lock {
  release(): void;
}

/** Field 22 of /proc/PID/stat (proc(5)); the name in brackets before it may hold spaces. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return holder.started === null || startOf(holder.pid) === holder.started;
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function refuse(folder: string, path: string, holder: Holder): never {
  const elsewhere = holder.host === hostname() ? '' : ` on ${holder.host}`;
  throw new LedgerError(
    'locked',
    `the ledger in ${folder} is open in another process: pid ${holder.pid}${elsewhere}, "${holder.command}", since ${holder.since}`,
    holder.host === hostname()
      ? 'Wait for it to end; or, if it serves, use its page, or --server URL with the commands that take it; or use a PostgreSQL server with --database URL.'
      : `If that process is gone, delete ${path}.`,
  );
}

/** Moves a dead holder's file away; only one of several takers gets it. */
function takeOver(path: string, dead: Holder | undefined): void {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const taken = readHolder(aside);
  // Somebody else took it over and wrote their own between our look and our move: give it back.
  if (taken && (taken.pid !== dead?.pid || taken.since !== dead.since)) {
    try {
      linkSync(aside, path);
    } catch {
      // A third process holds it by now.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * One process at a time: PostgreSQL's files allow no second one. A lock left by a process that is
 * gone is taken over.
 * @throws LedgerError `locked`, naming the holder.
 */
export function lockFolder(folder: string): Lock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'lock.json');
  const own = `${path}.${process.pid}`;
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    command: ['dateline', ...process.argv.slice(2)].join(' ').slice(0, 200),
    since: new Date().toISOString(),
    started: startOf(process.pid),
  };
  writeFileSync(own, JSON.stringify(holder));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (tryLink(own, path)) return { release: () => release(path, holder) };
      const other = readHolder(path);
      if (other && isAlive(other)) refuse(folder, path, other);
      takeOver(path, other);
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new LedgerError(
    'locked',
    `several processes want the ledger in ${folder} at once`,
    'Run the command again.',
  );
}

/** A hard link appears whole or not at all, and never replaces another. */
function tryLink(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function release(path: string, holder: Holder): void {
  const current = readHolder(path);
  if (current?.pid === holder.pid && current.since === holder.since) rmSync(path, { force: true });
}
