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

  async addFile(file: SourceFile): Promise<readonly Added[]> {
    const { limits, captured, outlet, published } = this.options;
    const failed = (reason: string): Added => ({
      path: file.name,
      report: null,
      outcome: 'failed',
      claims: 0,
      reason,
      problems: [],
    });
    if (file.bytes > limits.maxBytes)
      return [failed(`saw ${file.bytes} bytes; expected at most ${limits.maxBytes}`)];
    const item = await readFileItem(file, limits.maxBytes, captured());
    if (item.bytes.length === 0) return [failed('saw no bytes; expected the text of a report')];
    const query = { name: item.name, outlet, published };
    const { added } = await remoteAt(this.server).post<RemoteAnswer>(
      'api/reports',
      query,
      item.bytes,
    );
    return added.map(({ id, outcome, claims, problems }) => ({
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

  finish(): Promise<readonly Added[]> {
    return Promise.resolve([]);
  }
}
