import type { Problem } from '../domain/index.ts';
import type { Added, AddingOptions, FileSink } from './adding.ts';
import { remoteAt } from './remote.ts';
import { readFileItem, type SourceFile } from './sources.ts';

interface RemoteAnswer {
  readonly added: readonly {
    readonly id: string;
    readonly outcome: 'added' | 'known' | 'unread';
    readonly claims: number;
    readonly problems: readonly Problem[];
  }[];
}

/** Sends files to a server, one request each; it reads and adds them as `add` does here. */
export class RemoteAdding implements FileSink {
  constructor(
    readonly server: string,
    readonly options: AddingOptions,
  ) {}

  async *addFile(file: SourceFile): AsyncGenerator<Added> {
    const { limits, captured, outlet, published } = this.options;
    const failed = (reason: string): Added => ({
      path: file.name,
      report: null,
      outcome: 'failed',
      claims: 0,
      reason,
      problems: [],
    });
    if (file.bytes > limits.maxBytes) {
      yield failed(`saw ${file.bytes} bytes; expected at most ${limits.maxBytes}`);
      return;
    }
    const item = await readFileItem(file, limits.maxBytes, captured());
    if (item.bytes.length === 0) {
      yield failed('saw no bytes; expected the text of a report');
      return;
    }
    const query = { name: item.name, outlet, published };
    const { added } = await remoteAt(this.server).post<RemoteAnswer>(
      'api/reports',
      query,
      item.bytes,
    );
    yield* added.map(({ id, outcome, claims, problems }) => ({
      path: file.name,
      report: id,
      outcome,
      claims,
      ...(outcome === 'unread'
        ? { reason: problems.map(({ message }) => message).join('; ') }
        : {}),
      problems,
    }));
  }

  /** Nothing waits: each request was answered. */
  async *finish(): AsyncGenerator<Added> {}
}
