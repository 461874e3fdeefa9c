import { fsyncSync } from 'node:fs';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface NodeStream {
  readonly nfd?: number;
  readonly path?: string;
}

type Range = [bytes: Int8Array, offset: number, length: number, position: number];

type Write = (stream: NodeStream, ...range: Range) => number;

interface StreamOperations {
  fsync?: (stream: NodeStream) => number;
  write: Write;
}

interface NodeModule {
  readonly NODEFS: { readonly stream_ops: StreamOperations };
}

const isLog = ({ path }: NodeStream) => path?.includes('/pg_wal/') === true;

/** Numbers of errors as Emscripten has them (WASI's): beyond them no file can grow. */
const FULL: ReadonlyMap<number, string> = new Map([
  [19, 'EDQUOT'],
  [22, 'EFBIG'],
  [51, 'ENOSPC'],
]);

const codeOf = (error: unknown): string => {
  const errno = error instanceof Object && 'errno' in error ? Number(error.errno) : NaN;
  return FULL.get(errno) ?? `error ${errno}`;
};

/** A file of the ledger could not be written. */
class WriteFailure extends Error {
  constructor(readonly code: string) {
    super(`${code}: a file of the ledger cannot be written`);
    this.name = 'WriteFailure';
  }
}

/** What is written in part is written on: only then does the system say why it stopped. */
const whole =
  (write: Write): Write =>
  (stream, ...range) => {
    const [bytes, offset, length, position] = range;
    let written = write(stream, ...range);
    while (written > 0 && written < length) {
      const more = write(stream, bytes, offset + written, length - written, position + written);
      if (more === 0) break;
      written += more;
    }
    return written;
  };

/**
 * PGlite's folder does not pass fsync on to the system; a ledger that acknowledges must. And when its
 * log cannot be written PostgreSQL ends its process, which it cannot do in here: it would go on trying
 * for ever. So that write throws through it, and nothing is asked of it again.
 */
export class DurableFolder extends NodeFS {
  #last: WriteFailure | undefined;
  #ofLog: WriteFailure | undefined;

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
    const write = whole(operations.write);
    operations.write = (...given) => {
      try {
        return write(...given);
      } catch (error) {
        const failure = new WriteFailure(codeOf(error));
        this.#last = failure;
        if (!isLog(given[0])) throw error;
        this.#ofLog = failure;
        throw failure;
      }
    };
  }

  /** Opens it; where PostgreSQL gave up over a write that failed, that is what is said. */
  async open(settings: PGliteOptions): Promise<PGlite> {
    try {
      const database = await PGlite.create({ ...settings, fs: this });
      this.#guard(database);
      return database;
    } catch (error) {
      throw this.#last ?? error;
    }
  }

  /** Refuses what a failed PostgreSQL would never answer: the rollback of the failed work comes first. */
  #guard(database: PGlite): void {
    const answer = database.execProtocolRawSync.bind(database);
    database.execProtocolRawSync = (message) => {
      if (this.#ofLog) throw this.#ofLog;
      return answer(message);
    };
    const close = database.close.bind(database);
    database.close = async () => {
      if (!this.#ofLog) await close();
    };
  }
}
