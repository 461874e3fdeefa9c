import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface NodeStream {
  readonly nfd?: number;
  readonly path?: string;
}

interface StreamOperations {
  fsync?: (stream: NodeStream) => number;
  write: (stream: NodeStream, ...rest: unknown[]) => number;
}

interface NodeModule {
  readonly NODEFS: { readonly stream_ops: StreamOperations };
}

const isLog = ({ path }: NodeStream) => path?.includes('/pg_wal/') === true;

/** Numbers of errors as Emscripten has them (WASI's): beyond them the log cannot grow. */
const FULL: ReadonlyMap<number, string> = new Map([
  [19, 'EDQUOT'],
  [22, 'EFBIG'],
  [51, 'ENOSPC'],
]);

const codeOf = (error: unknown): string => {
  const errno = error instanceof Object && 'errno' in error ? Number(error.errno) : NaN;
  return FULL.get(errno) ?? `error ${errno}`;
};

/** The log of the ledger could not be written: what is in memory is lost, as in any crash. */
class LogFailure extends Error {
  constructor(readonly code: string) {
    super(`${code}: the log of the ledger cannot be written`);
    this.name = 'LogFailure';
  }
}

/**
 * PGlite's folder does not pass fsync on to the system; a ledger that acknowledges must. And when its
 * log cannot be written PostgreSQL ends its process, which it cannot do in here: it would go on trying
 * for ever. So that write throws through it, and nothing is asked of it again.
 */
export class DurableFolder extends NodeFS {
  failure: Error | undefined;

  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const patch = (module: unknown) => this.#patch((module as NodeModule).NODEFS.stream_ops);
    const preRun = [...(emscriptenOpts.preRun ?? []), patch];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  #patch(operations: StreamOperations): void {
    operations.fsync = ({ nfd }) => {
      if (nfd !== undefined) fsyncSync(nfd);
      return 0;
    };
    const { write } = operations;
    operations.write = (stream, ...rest) => {
      try {
        return write(stream, ...rest);
      } catch (error) {
        if (!isLog(stream)) throw error;
        this.failure = new LogFailure(codeOf(error));
        throw this.failure;
      }
    };
  }

  /** Refuses what a failed PostgreSQL would never answer: the rollback of the failed work comes first. */
  guard(database: PGlite): void {
    const answer = database.execProtocolRawSync.bind(database);
    database.execProtocolRawSync = (message) => {
      if (this.failure) throw this.failure;
      return answer(message);
    };
    const close = database.close.bind(database);
    database.close = async () => {
      if (!this.failure) await close();
    };
  }
}
