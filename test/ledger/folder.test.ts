import { spawn, type ChildProcess } from 'node:child_process';
import fs, {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticWorld } from '../../bench/synthetic.ts';
import { LedgerError, openLedger } from '../../src/ledger/index.ts';
import { explain } from '../../src/ledger/errors.ts';
import { temporaryFolder } from '../support/temporary.ts';

const home = temporaryFolder();
const freshFolder = () => mkdtempSync(join(home, 'ledger-'));
const made = join(home, 'made');

beforeAll(async () => {
  await (await openLedger({ folder: made })).close();
});

/** A ledger of its own without the seconds that making one takes. */
function emptyLedger(): string {
  const folder = freshFolder();
  cpSync(made, folder, { recursive: true });
  return folder;
}

const [entry] = [...syntheticWorld({ seed: 3, claims: 6 }).entries()];

const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** `append-forever.ts` in a process of its own; gives each number once it is acknowledged. */
function startWriter(folder: string) {
  return watch(spawn(process.execPath, writerOf(folder), { stdio: ['ignore', 'pipe', 'inherit'] }));
}

const writerOf = (folder: string) => [
  '--import',
  import.meta.resolve('tsx'),
  join(import.meta.dirname, '..', 'support', 'append-forever.ts'),
  folder,
];

/** The same where no file may grow beyond some blocks of 512 bytes (POSIX). */
function startLimited(folder: string, blocks: number) {
  const script = `ulimit -f ${blocks} && exec "$0" "$@"`;
  const command = ['-c', script, process.execPath, ...writerOf(folder)];
  return watch(spawn('sh', command, { stdio: ['ignore', 'pipe', 'pipe'] }));
}

function watch<Child extends ChildProcess & { readonly stdout: Readable }>(child: Child) {
  children.add(child);
  const acknowledged: number[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (/^\d+$/.test(line)) acknowledged.push(Number(line));
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  return { child, acknowledged, ended };
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

test('a second process learns who holds the folder and what to do', async () => {
  const folder = emptyLedger();
  const writer = startWriter(folder);
  while (writer.acknowledged.length === 0) await pause(50);
  const refused = await openLedger({ folder }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(LedgerError);
  const { code, message, advice } = refused as LedgerError;
  expect(code).toBe('locked');
  expect(message).toContain(`pid ${writer.child.pid}`);
  expect(advice).toContain('--server');
  writer.child.kill('SIGKILL');
  await writer.ended;
  const ledger = await openLedger({ folder });
  expect((await ledger.counts()).reports).toBeGreaterThan(0);
  await ledger.close();
  expect(existsSync(join(folder, 'lock.json'))).toBe(false);
});

test('a lock whose process is gone is taken over, even when its number is in use again', async () => {
  const folder = emptyLedger();
  const stale = {
    pid: process.ppid,
    host: hostname(),
    command: 'dateline add',
    since: 'long ago',
    started: '1',
  };
  writeFileSync(join(folder, 'lock.json'), JSON.stringify(stale));
  const ledger = await openLedger({ folder });
  const lock = JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8')) as { pid: number };
  expect(lock.pid).toBe(process.pid);
  await ledger.append(entry!);
  await ledger.close();
  writeFileSync(join(folder, 'lock.json'), '{"pid": half a fi');
  const again = await openLedger({ folder });
  expect(await again.counts()).toMatchObject({ reports: 1, claims: 6 });
  await again.close();
});

test('a lock of another machine is respected', async () => {
  const folder = freshFolder();
  const other = {
    pid: 1,
    host: 'elsewhere.example',
    command: 'dateline serve',
    since: 'today',
    started: null,
  };
  writeFileSync(join(folder, 'lock.json'), JSON.stringify(other));
  await expect(openLedger({ folder })).rejects.toThrow(/elsewhere\.example/);
});

test('a folder that is no ledger is left alone', async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'pg'));
  writeFileSync(join(folder, 'pg', 'thesis.txt'), 'mine');
  await expect(openLedger({ folder })).rejects.toMatchObject({ code: 'damaged' });
  expect(existsSync(join(folder, 'pg', 'thesis.txt'))).toBe(true);
  expect(existsSync(join(folder, 'lock.json'))).toBe(false);
});

test('a path that cannot be a folder, and a server that is not there, are named', async () => {
  const file = join(freshFolder(), 'file');
  writeFileSync(file, '');
  await expect(openLedger({ folder: file })).rejects.toThrow(/file/);
  await expect(
    openLedger({ database: 'postgresql://someone:secret@127.0.0.1:1/none' }),
  ).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.not.stringContaining('secret') as string,
  });
});

test('an append is on the disk, not only with the system, when it is acknowledged', async () => {
  const ledger = await openLedger({ folder: emptyLedger() });
  const { fsyncSync } = fs;
  let flushed = 0;
  fs.fsyncSync = (file) => {
    flushed++;
    fsyncSync(file);
  };
  syncBuiltinESMExports();
  try {
    await ledger.append(entry!);
    expect(flushed).toBeGreaterThan(0);
    flushed = 0;
    await ledger.claims();
    expect(flushed).toBe(0);
  } finally {
    fs.fsyncSync = fsyncSync;
    syncBuiltinESMExports();
  }
  await ledger.close();
});

test('a log that may not grow ends the writer with advice, and keeps what was acknowledged', async () => {
  const folder = emptyLedger();
  const writer = startLimited(folder, 18_000);
  let said = '';
  writer.child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  await writer.ended;
  expect(writer.child.exitCode).toBe(1);
  expect(said).toContain("code: 'disk-full'");
  expect(said).toContain('ulimit -f');
  expect(writer.acknowledged.length).toBeGreaterThan(0);
  const ledger = await openLedger({ folder });
  const { reports } = await ledger.counts();
  expect(reports).toBeGreaterThanOrEqual(writer.acknowledged.length);
  await ledger.close();
});

test('where a new ledger is larger than files may be, that is said, and nothing is in the way later', async () => {
  const folder = emptyLedger();
  const writer = startLimited(folder, 200);
  let said = '';
  writer.child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  await writer.ended;
  expect(writer.child.exitCode).toBe(1);
  expect(said).toContain("code: 'disk-full'");
  expect(writer.acknowledged).toEqual([]);
  const ledger = await openLedger({ folder });
  await ledger.append(entry!);
  expect((await ledger.counts()).reports).toBe(1);
  await ledger.close();
});

test('what is counted while the ledger is open is what it counts when it is opened again', async () => {
  const folder = emptyLedger();
  const ledger = await openLedger({ folder });
  await ledger.counts();
  const entries = [...syntheticWorld({ seed: 4, claims: 30 }).entries()];
  await Promise.all([ledger.appendMany(entries), ledger.counts(), ledger.append(entries[0]!)]);
  await ledger.appendMany([entry!, entry!]);
  await ledger.pin({ source: 'outlet:a', pin: 'B', reason: 'known', by: 'me' });
  const words = { verdict: 'retracted', reason: 'wrong', by: 'me' } as const;
  await ledger.review({ report: entries[1]!.report.id, claim: null, ...words });
  const counted = await ledger.counts();
  await ledger.close();
  const again = await openLedger({ folder });
  expect(await again.counts()).toEqual(counted);
  expect(counted).toMatchObject({ reports: 5, claims: 30, reviews: 1, pins: 1 });
  await again.close();
});

test('errors of the system become errors with advice', () => {
  const system = (code: string) => Object.assign(new Error(`${code}: something`), { code });
  expect(explain(system('ENOSPC'), 'here')).toMatchObject({ code: 'disk-full' });
  expect(explain(system('EFBIG'), 'here')).toMatchObject({ code: 'disk-full' });
  expect(explain(system('53100'), 'here')).toMatchObject({ code: 'disk-full' });
  expect(explain(system('EROFS'), 'here')).toMatchObject({ code: 'read-only' });
  expect(explain(system('EACCES'), 'here')).toMatchObject({ code: 'read-only' });
  expect(explain(system('28P01'), 'here')).toMatchObject({ code: 'unavailable' });
  const unknown = new Error('a fault of ours');
  expect(explain(unknown, 'here')).toBe(unknown);
});
